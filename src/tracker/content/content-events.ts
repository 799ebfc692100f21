/**
 * What brings a tracker's record up to its content files: what is new is recorded, what differs is corrected, what is
 * gone is withdrawn. Content that says nothing new changes nothing.
 */
import type { TrackerEvent } from '../events.ts'
import type { TrackerState } from '../fold.ts'
import { sortKeys } from '../record/key-order.ts'
import { CONTENT_KEYS, type Content } from './parse-content.ts'

/** How a record, or the tracker itself, was left by its last event. */
export interface KeptVersion {
  /** Of that event. */
  readonly sequence: number
  /** Null when it was withdrawn. */
  readonly body: TrackerEvent['body']
}

/** By "type id". */
export type KeptVersions = ReadonlyMap<string, KeptVersion>

/** A change that the content asks for. `seen` is the version it was compared with; null where there was none. */
export interface ContentChange extends Pick<TrackerEvent, 'action' | 'type' | 'id' | 'reason' | 'body'> {
  readonly seen: number | null
}

const keyOf = ({ type, id }: { readonly type: string; readonly id: string }): string => `${type} ${id}`

/** In the content's order, the tracker's own settings first, then withdrawals. `reason` is public. */
export function changesFromContent(content: Content, kept: KeptVersions, reason: string): ContentChange[] {
  const { settings, records } = content
  const own = settings === null ? [] : [{ type: 'tracker' as const, id: settings.id, body: settings }]
  const wanted = [...own, ...records]
  const keys = new Set(wanted.map(keyOf))
  return [...wanted.flatMap((each) => changeTo(each, kept, reason)), ...withdrawals(keys, kept, reason)]
}

function changeTo(
  { type, id, body: given }: Pick<ContentChange, 'type' | 'id'> & { readonly body: object },
  kept: KeptVersions,
  reason: string,
): ContentChange[] {
  const earlier = kept.get(keyOf({ type, id }))
  const body = sortKeys(given) as TrackerEvent['body'] // the body of a record of the content, or its settings
  const before = earlier?.body ?? null
  if (before !== null && JSON.stringify(sortKeys(before)) === JSON.stringify(body)) return []
  const action = before === null ? 'recorded' : 'corrected'
  return [{ action, type, id, reason: earlier ? reason : null, body, seen: earlier?.sequence ?? null }]
}

/** What comes in by other ways than content files (copies of sources, passages in them) is not gone when files lack it. */
const FROM_FILES: ReadonlySet<string> = new Set(Object.values(CONTENT_KEYS))

function withdrawals(wanted: ReadonlySet<string>, kept: KeptVersions, reason: string): ContentChange[] {
  return [...kept].flatMap(([key, { sequence, body }]) => {
    const space = key.indexOf(' ')
    const [type, id] = [key.slice(0, space), key.slice(space + 1)]
    if (body === null || wanted.has(key) || !FROM_FILES.has(type)) return []
    const change = { action: 'withdrawn', id, reason, body: null, seen: sequence } as const
    return [{ ...change, type: type as TrackerEvent['type'] }] // one of CONTENT_KEYS, as just tested
  })
}

/** What a state holds, with its versions. What was withdrawn is not in it. */
export function versionsOf({ settings, records }: TrackerState): KeptVersions {
  const all = [
    ...(settings ? [settings] : []),
    ...Object.values(records).flatMap((kind) => [...kind.values()]),
  ]
  return new Map(
    all.flatMap(({ id, body, events }) => {
      const last = events.at(-1)
      return last ? [[keyOf({ type: last.type, id }), { sequence: last.sequence, body }] as const] : []
    }),
  )
}

export interface Recording {
  /** ISO 8601 in UTC, to the millisecond. */
  readonly recordedAt: string
  readonly by: string
  /** The public reason for what is corrected or withdrawn. */
  readonly reason: string
}

/** The same as events; sequences follow the state's head. */
export function eventsFromContent(
  content: Content,
  state: TrackerState,
  { recordedAt, by, reason }: Recording,
): TrackerEvent[] {
  return changesFromContent(content, versionsOf(state), reason).map(({ seen: _seen, ...change }, at) => {
    return { sequence: state.head + 1 + at, recordedAt, by, ...change }
  })
}
