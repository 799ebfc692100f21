/** A reader that remembers what was asked of it, so that a page is known by what it was made from. */
import type { Need, TrackerPart, TrackerReader } from '../../tracker/index.ts'
import type { Read } from './notes.ts'

/** What an answer rests on, as a text that changes when the answer can. */
export type KeyOf = (asked: string) => string

export interface TracedReader {
  readonly reader: TrackerReader
  /** Runs `work`, which must be alone, and gives what it read beside what it gave. */
  trace<Result>(
    work: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly reads: readonly Read[] }>
}

/** "record topic allowances 2023-12-31". */
export const askedOf = (need: Need, asAt: string | null): string =>
  [need.kind, ...(need.kind === 'record' ? [need.type, need.id] : []), asAt ?? 'now'].join(' ')

export function traceReader(reader: TrackerReader, keyOf: KeyOf): TracedReader {
  let reads = new Map<string, string>()
  const note = (asked: string) => reads.set(asked, keyOf(asked))
  return {
    reader: {
      // Of the head a page shows the settings, which every page rests on.
      readHead: () => reader.readHead(),
      peekHead: () => reader.peekHead(),
      readPart(need, asAt) {
        if (need.kind !== 'head') note(askedOf(need, asAt))
        return reader.readPart(need, asAt)
      },
      search(query, asAt) {
        note('whole now')
        return reader.search(query, asAt)
      },
      readEvents(asked) {
        note('whole now')
        return reader.readEvents(asked)
      },
    },
    async trace(work) {
      reads = new Map()
      const result = await work()
      return { result, reads: [...reads] }
    },
  }
}

/** The same reader, which makes the whole tracker of each day once: an export asks for the same few days all the time. */
export function keepDays(reader: TrackerReader): TrackerReader {
  const kept = new Map<string | null, Promise<TrackerPart>>()
  return {
    ...reader,
    readPart(_need, asAt) {
      const part = kept.get(asAt) ?? reader.readPart({ kind: 'whole' }, asAt)
      kept.set(asAt, part)
      return part
    },
  }
}
