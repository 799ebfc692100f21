/**
 * Which parts of the tracker the events since the last export can have touched. It errs to one side only: a part that is
 * named here is looked at again, and one that is not is the same as it was.
 */
import {
  RECORD_TYPES,
  type RecordKey,
  splitKey,
  type TrackerEvent,
  type TrackerState,
  targetsOf,
} from '../../tracker/index.ts'
import type { Notes } from './notes.ts'
import type { Row } from './texts.ts'

/** The records in each part that pages were made from, by the number of what was asked. */
type Noted = Pick<Notes, 'parts' | 'texts'>

/** Things that thousands of records name: a page shows what names one of them only where it is about that one. */
const HUBS: ReadonlySet<string> = new Set(['topic', 'organisation', 'government', 'group', 'source'])
/** Records that come to whatever they name, wherever that is shown. */
const COMING: ReadonlySet<string> = new Set(['passage', 'capture'])

interface Touched {
  /** Records that changed, and records that named one before it was there: every part that holds one. */
  readonly held: ReadonlySet<RecordKey>
  /** Records that are named anew: the parts that are about one. */
  readonly named: ReadonlySet<RecordKey>
}

export function findTouched(since: readonly TrackerEvent[], state: TrackerState): Touched {
  const held = new Set<RecordKey>()
  const named = new Set<RecordKey>()
  for (const { type, id, body } of since) {
    held.add(`${type} ${id}`)
    named.add(`${type} ${id}`)
    for (const target of body === null ? [] : targetsOf(body)) {
      named.add(target)
      if (COMING.has(type) || !HUBS.has(splitKey(target)[0])) held.add(target)
    }
  }
  // Named before it was there: whoever named it shows it now.
  const added = since.filter(({ action }) => action === 'recorded')
  const changed = new Set(added.map(({ type, id }) => `${type} ${id}`))
  if (changed.size === 0) return { held, named }
  for (const type of RECORD_TYPES)
    for (const { id, body } of state.records[type].values())
      if (targetsOf(body).some((target) => changed.has(target))) held.add(`${type} ${id}`)
  return { held, named }
}

/** Whether a part may be another than it was; `asked` is the number of it as a read has it: "record topic allowances 2023-12-31". */
export function mayDiffer(
  asked: number,
  { parts, texts }: Noted,
  { held, named }: { readonly held: ReadonlySet<number>; readonly named: ReadonlySet<RecordKey> },
): boolean {
  const own = parts.get(asked)
  const isHeld = (records: Row | undefined): boolean => records === undefined || holdsAny(records, held)
  const text = texts.textOf(asked)
  const [kind, type, id, day] = text.split(' ')
  if (kind === 'named' && type === 'now') return isHeld(own)
  if (kind !== 'record' || named.has(`${type} ${id}`)) return true
  // What was not yet so on a day is in the part of today.
  return isHeld(own) || (day !== 'now' && isHeld(parts.get(texts.numberOf(`record ${type} ${id} now`))))
}

function holdsAny(records: Row, wanted: ReadonlySet<number>): boolean {
  for (let at = 0; at < records.length; at += 1) if (wanted.has(records.at(at))) return true
  return false
}
