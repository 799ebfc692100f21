/**
 * Answers that are known by a name. Who watches a state is told which of them were asked of it, and not what they were
 * found in: a page that shows where topics stand is the same page until one of them stands elsewhere.
 */
import type { TrackerState } from '../fold.ts'
import { oncePerRecords } from './once.ts'

export interface NamedAnswer<Answer = unknown> {
  (state: TrackerState): Answer
  /** Without spaces. */
  readonly answers: string
  /** The answer as a text, which differs where the answer does. */
  readonly write: (state: TrackerState) => string
}

interface Watcher {
  /** The same records, which tell nobody. */
  readonly whole: TrackerState
  readonly see: (answers: string) => void
}

const watchers = new WeakMap<TrackerState, Watcher>()

/** From here on answers that are asked of `state` by their name are found in `whole`, and `see` is told. */
export function watchAnswers(state: TrackerState, watcher: Watcher): void {
  watchers.set(state, watcher)
}

/** `make` may use nothing but the state's records and corrections; its answer is shared, and nobody may change it. */
export function nameAnswer<Answer>(
  answers: string,
  make: (state: TrackerState) => Answer,
  write: (answer: Answer) => unknown = (answer) => answer,
): NamedAnswer<Answer> {
  const find = oncePerRecords(make)
  const ask = (state: TrackerState): Answer => {
    const watcher = watchers.get(state)
    watcher?.see(answers)
    return find(watcher?.whole ?? state)
  }
  return Object.assign(ask, { answers, write: (state: TrackerState) => JSON.stringify(write(find(state))) })
}
