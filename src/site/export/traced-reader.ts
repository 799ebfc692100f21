/** A reader that remembers what was asked of it, so that a page is known by what it was made from. */
import { parsePlainDate } from '../../model/index.ts'
import {
  type Need,
  RECORD_TYPES,
  type RecordKey,
  type TrackerPart,
  type TrackerReader,
} from '../../tracker/index.ts'
import type { Read } from './notes.ts'
import { hashOf } from './sums.ts'

export interface TracedReader {
  readonly reader: TrackerReader
  /** Runs `work`, which must be alone, and gives what it read beside what it gave. */
  trace<Result>(
    work: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly reads: readonly Read[] }>
  /** What an answer rests on: a text that changes when the answer can. `asked` as a read has it. */
  keyOf(asked: string): Promise<string>
  /** The records in each part that was read, by what was asked. */
  readonly parts: ReadonlyMap<string, readonly RecordKey[]>
}

/** What rests on everything. */
const WHOLE = 'whole'

/** What tells of the tracker itself, its corrections among it. */
export const HEAD = 'head'

/** "record topic allowances 2023-12-31". */
const askedOf = (need: Need, asAt: string | null): string =>
  need.kind === 'record'
    ? `record ${need.type} ${need.id} ${asAt ?? 'now'}`
    : need.kind === 'head'
      ? HEAD
      : WHOLE

/** `version` changes with every event. */
export function traceReader(reader: TrackerReader, version: string): TracedReader {
  let reads = new Map<string, string>()
  const keys = new Map<string, string>([[WHOLE, version]])
  const parts = new Map<string, readonly RecordKey[]>()

  function learn(asked: string, part: TrackerPart): string {
    const known = keys.get(asked)
    if (known !== undefined) return known
    const key = keyOfPart(part)
    keys.set(asked, key)
    parts.set(asked, recordsOf(part))
    return key
  }
  return {
    reader: {
      // Of the head a page shows the settings, which every page rests on.
      readHead: () => reader.readHead(),
      peekHead: () => reader.peekHead(),
      async readPart(need, asAt) {
        const part = await reader.readPart(need, asAt)
        const asked = askedOf(need, asAt)
        reads.set(asked, learn(asked, part))
        return part
      },
      search(query, asAt) {
        reads.set(WHOLE, version)
        return reader.search(query, asAt)
      },
      readEvents(asked) {
        reads.set(WHOLE, version)
        return reader.readEvents(asked)
      },
      readLog(asked) {
        reads.set(WHOLE, version)
        return reader.readLog(asked)
      },
      readHistory(type, id) {
        reads.set(WHOLE, version)
        return reader.readHistory(type, id)
      },
    },
    async trace(work) {
      reads = new Map()
      const result = await work()
      return { result, reads: [...reads] }
    },
    async keyOf(asked) {
      const known = keys.get(asked)
      if (known !== undefined) return known
      if (asked === HEAD) return learn(asked, await reader.readPart({ kind: 'head' }, null))
      const [, type = '', id = '', day = ''] = asked.split(' ')
      const recordType = RECORD_TYPES.find((each) => each === type)
      if (recordType === undefined) return version
      const part = await reader.readPart({ kind: 'record', type: recordType, id }, parsePlainDate(day))
      return learn(asked, part)
    },
    parts,
  }
}

/** Which records are in it, each in which edition. */
function keyOfPart({ state }: TrackerPart): string {
  let editions = `${state.corrections.map(({ sequence }) => sequence)} `
  for (const type of RECORD_TYPES)
    for (const { events } of state.records[type].values()) editions += `${events.at(-1)?.sequence} `
  return hashOf(editions).slice(0, 24)
}

const recordsOf = ({ state }: TrackerPart): RecordKey[] =>
  RECORD_TYPES.flatMap((type) => [...state.records[type].keys()].map((id) => `${type} ${id}`))

/** The same reader, which makes the whole tracker of each day once: an export asks for the same few days all the time. */
export function keepDays(reader: TrackerReader): TrackerReader {
  const kept = new Map<string | null, Promise<TrackerPart>>()
  return {
    ...reader,
    readPart(need, asAt) {
      if (need.kind === 'record' || need.kind === 'head') return reader.readPart(need, asAt)
      // Of a small record every other need gives everything.
      const part = kept.get(asAt) ?? reader.readPart({ kind: 'whole' }, asAt)
      kept.set(asAt, part)
      return part
    },
  }
}
