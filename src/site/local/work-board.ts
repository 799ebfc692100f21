/**
 * The work of the local page, all of it in memory: what runs, what waits, and for a while what came of it. Work that
 * nobody watches is stopped; results that nobody looks at are forgotten.
 */
import { randomBytes } from 'node:crypto'
import { UsageError } from '../../model/index.ts'
import type { Order, Outcome, Step } from './work.ts'

export type WorkState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly step: Step | null }
  | { readonly kind: 'done'; readonly outcome: Outcome }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface Work {
  readonly id: string
  readonly order: Omit<Order, 'sources'> & { readonly names: readonly string[] }
  readonly state: WorkState
}

export interface BoardOptions {
  readonly run: (order: Order, signal: AbortSignal, onStep: (step: Step) => void) => Promise<Outcome>
  /** Called with errors that are bugs, so that they leave a trace. */
  readonly onBug: (error: unknown) => void
  readonly limits?: Partial<BoardLimits>
}

export interface BoardLimits {
  /** Results and running work kept at once; the oldest result goes first. */
  readonly entries: number
  /** Characters of document text kept in all results together. A character costs some ten bytes with its marks. */
  readonly characters: number
  readonly keepMilliseconds: number
  /** How long work goes on with nobody watching: long enough to reload the page. */
  readonly unwatchedMilliseconds: number
  /** Orders that may wait or run at once. */
  readonly unfinished: number
}

export const BOARD_LIMITS: BoardLimits = {
  entries: 12,
  characters: 20_000_000,
  keepMilliseconds: 30 * 60_000,
  unwatchedMilliseconds: 5_000,
  unfinished: 4,
}

interface Entry {
  readonly id: string
  readonly order: Work['order']
  readonly controller: AbortController
  readonly listeners: Set<() => void>
  state: WorkState
  timer: NodeJS.Timeout | undefined
}

export interface WorkBoard {
  /** Its unguessable id. Throws UsageError when too much is under way. */
  start(order: Order): string
  find(id: string): Work | undefined
  /** Calls back at each change until the returned function is called. Work with no watcher left is stopped. */
  watch(id: string, onChange: () => void): () => void
  /** Stops it if it runs, and lets go of all that is known of it. */
  forget(id: string): void
  close(): void
}

export function createWorkBoard({ run, onBug, limits: given }: BoardOptions): WorkBoard {
  const limits = { ...BOARD_LIMITS, ...given }
  const entries = new Map<string, Entry>()
  let last: Promise<void> = Promise.resolve()

  const change = (entry: Entry, state: WorkState) => {
    entry.state = state
    for (const listener of [...entry.listeners]) listener()
  }
  const forget = (id: string) => {
    const entry = entries.get(id)
    if (entry === undefined) return
    clearTimeout(entry.timer)
    entry.controller.abort()
    entries.delete(id)
    for (const listener of [...entry.listeners]) listener()
  }
  const forgetAfter = (entry: Entry, milliseconds: number) => {
    clearTimeout(entry.timer)
    entry.timer = setTimeout(() => forget(entry.id), milliseconds)
    entry.timer.unref()
  }
  const carryOut = async (entry: Entry, order: Order) => {
    if (!entries.has(entry.id)) return
    change(entry, { kind: 'running', step: null })
    const onStep = (step: Step) => {
      if (entries.has(entry.id)) change(entry, { kind: 'running', step })
    }
    try {
      const outcome = await run(order, entry.controller.signal, onStep)
      if (entries.has(entry.id)) change(entry, { kind: 'done', outcome })
    } catch (error) {
      if (!entries.has(entry.id)) return // stopped: nobody is left to be told
      onBug(error)
      change(entry, { kind: 'failed', error })
    }
    forgetAfter(entry, limits.keepMilliseconds)
    makeRoom(entries, limits, forget)
  }

  return {
    start(order) {
      const unfinished = [...entries.values()].filter(isUnfinished).length
      if (unfinished >= limits.unfinished)
        throw new UsageError(
          'upload_invalid',
          `${unfinished} pieces of work are under way already. Wait for one to end, or close its page.`,
        )
      const id = randomBytes(16).toString('base64url')
      const entry: Entry = {
        id,
        order: { task: order.task, names: order.sources.map(({ name }) => name) },
        controller: new AbortController(),
        listeners: new Set(),
        state: { kind: 'waiting' },
        timer: undefined,
      }
      entries.set(id, entry)
      forgetAfter(entry, limits.unwatchedMilliseconds)
      // One after the other: each already uses a process of its own, and as much memory as it is allowed.
      last = last.then(() => carryOut(entry, order))
      return id
    },
    find(id) {
      const entry = entries.get(id)
      if (entry === undefined) return undefined
      if (!isUnfinished(entry)) forgetAfter(entry, limits.keepMilliseconds)
      return { id: entry.id, order: entry.order, state: entry.state }
    },
    watch(id, onChange) {
      const entry = entries.get(id)
      if (entry === undefined) return () => undefined
      if (isUnfinished(entry)) clearTimeout(entry.timer)
      entry.listeners.add(onChange)
      return () => {
        entry.listeners.delete(onChange)
        if (entry.listeners.size === 0 && entries.has(id) && isUnfinished(entry))
          forgetAfter(entry, limits.unwatchedMilliseconds)
      }
    },
    forget,
    close() {
      for (const id of [...entries.keys()]) forget(id)
    },
  }
}

const isUnfinished = ({ state }: Entry): boolean => state.kind === 'waiting' || state.kind === 'running'

/** Lets the oldest results go until the rest is within the limits; the newest always stays. */
function makeRoom(
  entries: ReadonlyMap<string, Entry>,
  limits: BoardLimits,
  forget: (id: string) => void,
): void {
  const results = [...entries.values()].filter((entry) => !isUnfinished(entry))
  let count = entries.size
  let characters = results.reduce((sum, entry) => sum + charactersOf(entry), 0)
  for (const entry of results.slice(0, -1)) {
    if (count <= limits.entries && characters <= limits.characters) return
    count--
    characters -= charactersOf(entry)
    forget(entry.id)
  }
}

function charactersOf({ state }: Entry): number {
  if (state.kind !== 'done') return 0
  const { outcome } = state
  const documents =
    outcome.kind === 'reading' ? outcome.readings : [outcome.pair.report, outcome.pair.response]
  return documents.reduce((sum, { document }) => sum + document.text.length, 0)
}
