/** A reader that remembers what was asked of it, so that a page is known by what it was made from. */
import { parsePlainDate } from '../../model/index.ts'
import {
  isOfPart,
  type LogAsked,
  type Need,
  RECORD_TYPES,
  type RecordKey,
  type TrackerPart,
  type TrackerReader,
  watchAnswers,
} from '../../tracker/index.ts'
import type { Read } from './notes.ts'
import { keyOfAnswer, keyOfEvents, keyOfLog, keyOfLook, keyOfPart, recordsOf } from './read-keys.ts'
import { type Look, trackHead, trackState } from './tracked-state.ts'

export interface TracedReader {
  readonly reader: TrackerReader
  /**
   * Runs `work`, which must be alone, and gives what it read beside what it gave. Pages of one family share what was made
   * of the whole for one of them, and what that one looked at: see `joinFamilies`.
   */
  trace<Result>(
    family: string,
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
const askedOf = (need: Need & { kind: 'record' }, asAt: string | null): string =>
  `record ${need.type} ${need.id} ${asAt ?? 'now'}`

/** "head" as it is now, which every page of an earlier day asks for too; "head 2023-12-31" of what was so then. */
const askedOfHead = (asAt: string | null): string => (asAt === null ? HEAD : `${HEAD} ${asAt}`)

/** "answer standings 2023-12-31". */
const askedOfAnswer = (answers: string, asAt: string | null): string =>
  `${ANSWER} ${answers} ${asAt ?? 'now'}`

/** "type topic 2023-12-31". */
const lookedAt = (at: Look, asAt: string | null): string => (at === WHOLE ? at : `${at} ${asAt ?? 'now'}`)

/** What rests on an answer known by its name, a run of the log, the events of a record, and records by their names. */
const ANSWER = 'answer'
const LOG = 'log'
const HISTORY = 'history'
const NAMED = 'named'

/** "log corrections 3 60 2023-12-31". */
const askedOfLog = ({ shown, by, part, limit }: LogAsked): string =>
  `${LOG} ${shown} ${part} ${limit} ${by ?? 'now'}`

function readAskedOfLog(asked: string): LogAsked {
  const [, shown, part, limit, by = ''] = asked.split(' ')
  return {
    shown: shown === 'corrections' ? shown : 'all',
    part: Number(part),
    limit: Number(limit),
    by: parsePlainDate(by),
  }
}

/** What pages make of the whole is kept with it: some megabytes for a long list. */
const MOST_FAMILIES = 20

/** The whole of each day that a family asked for, by the day. */
type Shared = Map<string, { readonly part: TrackerPart; readonly rearm: () => void }>

/** `version` changes with every event. */
export function traceReader(reader: TrackerReader, version: string): TracedReader {
  let reads = new Map<string, string>()
  const families = new Map<string, Shared>()
  /** Of the family that is being made: the whole of each day that was asked for. */
  let shared: Shared = new Map()
  /** What tells of the tracker itself, by what was asked, for one page: what is kept with it was looked at for that one. */
  const heads = new Map<string, TrackerPart>()
  const keys = new Map<string, string>([[WHOLE, version]])
  const parts = new Map<string, readonly RecordKey[]>()

  /** `wanted` may be added to the part later. */
  function learn(asked: string, part: TrackerPart, wanted: readonly RecordKey[] = []): string {
    const known = keys.get(asked)
    if (known !== undefined) return known
    const key = keyOfPart(part)
    keys.set(asked, key)
    parts.set(asked, [...new Set([...recordsOf(part), ...wanted])])
    return key
  }
  function keep(asked: string, make: () => string): string {
    const key = keys.get(asked) ?? make()
    keys.set(asked, key)
    return key
  }
  /** The part with a state that tells what of it a page looks at. */
  function track(part: TrackerPart, asAt: string | null): TrackerPart {
    const name = asAt ?? 'now'
    const known = shared.get(name)
    if (known !== undefined) return known.part
    const watch = (at: Look) => {
      const asked = lookedAt(at, asAt)
      const key = keep(asked, () => keyOfLook(at, part.state))
      reads.set(asked, key)
    }
    const { state, rearm } = trackState(part.state, watch)
    watchAnswers(state, {
      whole: part.state,
      see(answers) {
        const asked = askedOfAnswer(answers, asAt)
        const key = keep(asked, () => keyOfAnswer(answers, part.state))
        reads.set(asked, key)
      },
    })
    const tracked = { ...part, head: trackHead(part.head, watch), state }
    shared.set(name, { part: tracked, rearm })
    return tracked
  }
  /** The same of the tracker itself: a page that shows no correction rests on none. */
  function trackHeadPart(part: TrackerPart, asAt: string | null): TrackerPart {
    const asked = askedOfHead(asAt)
    const known = heads.get(asked)
    if (known !== undefined) return known
    const { state } = trackState(part.state, () => reads.set(asked, learn(asked, part)))
    const tracked = { ...part, state }
    heads.set(asked, tracked)
    return tracked
  }
  return {
    reader: {
      // Of the head a page shows the settings, which every page rests on.
      readHead: () => reader.readHead(),
      peekHead: () => reader.peekHead(),
      async readPart(need, asAt) {
        if (need.kind === 'head') return trackHeadPart(await reader.readPart(need, asAt), asAt)
        if (need.kind === 'named' && need.reach === undefined) {
          const part = await reader.readPart(need, asAt)
          const asked = `${NAMED} ${asAt ?? 'now'} ${JSON.stringify(need.keys)}`
          reads.set(asked, learn(asked, part, need.keys))
          return part
        }
        // What is held is shown whole, so all that is about less than everything is about one record.
        if (need.kind !== 'record') return track(await reader.readPart(need, asAt), asAt)
        const { type, id } = need
        const part = await reader.readPart({ kind: 'record', type, id }, asAt)
        const asked = askedOf(need, asAt)
        reads.set(asked, learn(asked, part))
        return part
      },
      search(query, asAt, wanted) {
        reads.set(WHOLE, version)
        return reader.search(query, asAt, wanted)
      },
      readEvents(asked) {
        reads.set(WHOLE, version)
        return reader.readEvents(asked)
      },
      async readLog(wanted) {
        const log = await reader.readLog(wanted)
        const asked = askedOfLog(wanted)
        // The newest are others after every change, and are told with how many there are.
        if (wanted.part === null) reads.set(WHOLE, version)
        else
          reads.set(
            asked,
            keep(asked, () => keyOfLog(log)),
          )
        return log
      },
      async readHistory(type, id) {
        const events = await reader.readHistory(type, id)
        const asked = `${HISTORY} ${type} ${id}`
        reads.set(
          asked,
          keep(asked, () => keyOfEvents(events)),
        )
        return events
      },
    },
    async trace(family, work) {
      shared = families.get(family) ?? new Map()
      for (const { rearm } of shared.values()) rearm()
      heads.clear()
      reads = new Map()
      const result = await work()
      // Last is what was asked for last; the pages of a family are met one after another, with others between them.
      families.delete(family)
      if (shared.size > 0) families.set(family, shared)
      const [oldest] = families.keys()
      if (families.size > MOST_FAMILIES && oldest !== undefined) families.delete(oldest)
      return { result, reads: [...reads].sort(([one], [other]) => (one < other ? -1 : 1)) }
    },
    async keyOf(asked) {
      const known = keys.get(asked)
      if (known !== undefined) return known
      const [kind, type = '', id = '', day = ''] = asked.split(' ')
      if (kind === HEAD) return learn(asked, await reader.readPart({ kind: 'head' }, parsePlainDate(type)))
      if (kind === LOG) {
        const log = await reader.readLog(readAskedOfLog(asked))
        return keep(asked, () => keyOfLog(log))
      }
      if (kind === NAMED) {
        const keys = JSON.parse(asked.slice(`${NAMED} ${type} `.length)) as RecordKey[] // as it was written above
        return learn(asked, await reader.readPart({ kind: NAMED, keys }, parsePlainDate(type)), keys)
      }
      if (kind === ANSWER) {
        const { state } = await reader.readPart({ kind: 'whole' }, parsePlainDate(id))
        return keep(asked, () => keyOfAnswer(type, state))
      }
      if (kind === 'type' || kind === 'corrections') {
        const asAt = parsePlainDate(kind === 'type' ? id : type)
        const { state } = await reader.readPart({ kind: 'whole' }, asAt)
        return keep(asked, () => keyOfLook(kind === 'type' ? `type ${type}` : kind, state))
      }
      const recordType = RECORD_TYPES.find((each) => each === type)
      if (kind === HISTORY && recordType !== undefined) {
        const events = await reader.readHistory(recordType, asked.slice(`${HISTORY} ${type} `.length))
        return keep(asked, () => keyOfEvents(events))
      }
      if (kind !== 'record' || recordType === undefined) return version
      const part = await reader.readPart({ kind: 'record', type: recordType, id }, parsePlainDate(day))
      return learn(asked, part)
    },
    parts,
  }
}

/** The same reader, which makes the whole tracker of each day once: an export asks for the same few days all the time. */
export function keepDays(reader: TrackerReader): TrackerReader {
  const kept = new Map<string | null, Promise<TrackerPart>>()
  return {
    ...reader,
    readPart(need, asAt) {
      if (isOfPart(need)) return reader.readPart(need, asAt)
      const part = kept.get(asAt) ?? reader.readPart({ kind: 'whole' }, asAt)
      kept.set(asAt, part)
      return part
    },
  }
}
