/** What a writer wants to record, with the version it saw; and the answer when that version is no longer the last. */
import { ConflictError } from '../../model/index.ts'
import type { TrackerEvent } from '../../tracker/index.ts'
import { canonicalJson } from '../log/canonical-json.ts'
import { recordKey } from './project.ts'

export interface Change {
  readonly by: string
  readonly action: TrackerEvent['action']
  readonly type: TrackerEvent['type']
  readonly id: string
  readonly reason: string | null
  readonly body: TrackerEvent['body']
  /** Sequence of the record's last event when the writer looked; null when there was none. */
  readonly seen: number | null
  /** Bytes to keep with the event, by their hash. */
  readonly documents?: readonly Uint8Array[]
}

/** A change that saw `seen`, and the event that came after. `before` is what the writer saw; null when it saw nothing. */
export interface Stale {
  readonly change: Change
  readonly last: TrackerEvent
  readonly before: TrackerEvent | null
}

/** Says of each stale change who changed the record since, when, and which of its fields. */
export function editionConflict(stale: readonly Stale[]): ConflictError {
  const [first] = stale
  const told = stale.map(describeStale).join(' ')
  return new ConflictError(
    'edition_conflict',
    `${told} Nothing was written. Look at it as it is now, and make the change again if it is still wanted.`,
    {
      details: {
        count: stale.length,
        type: first?.change.type ?? null,
        id: first?.change.id ?? null,
        seen: first?.change.seen ?? null,
        last: first?.last.sequence ?? null,
        changed: first ? changedFields(first).join(',') : null,
      },
    },
  )
}

function describeStale(stale: Stale): string {
  const { change, last } = stale
  const day = last.recordedAt.slice(0, 16).replace('T', ' ')
  const reason = last.reason === null ? '' : ` ("${last.reason}")`
  const fields = changedFields(stale)
  const what = fields.length === 0 ? '' : `: ${fields.join(', ')}`
  return `${change.type} "${change.id}" was ${last.action} by ${last.by} at ${day} UTC${reason}, after you looked${what}.`
}

/** Names of the top fields that differ between what the writer saw and what is there now. */
function changedFields({ before, last }: Stale): string[] {
  const [old, now] = [fieldsOf(before), fieldsOf(last)]
  const names = [...new Set([...old.keys(), ...now.keys()])].sort()
  return names.filter((name) => old.get(name) !== now.get(name))
}

const fieldsOf = (event: TrackerEvent | null): Map<string, string> =>
  new Map(Object.entries(event?.body ?? {}).map(([name, value]) => [name, canonicalJson(value ?? null)]))

/** Throws a plain Error: a writer that asks for this is wrong in itself, whatever the record holds. */
export function checkChanges(changes: readonly Change[]): void {
  const keys = new Set<string>()
  for (const change of changes) {
    const key = recordKey(change)
    if (keys.has(key)) throw new Error(`${key} is changed twice in one write`)
    keys.add(key)
    if ((change.body === null) !== (change.action === 'withdrawn'))
      throw new Error(`${key} is ${change.action}, which does not go with its body`)
    if (change.action !== 'recorded' && !change.reason)
      throw new Error(`${key} is ${change.action} without a reason`)
    if (JSON.stringify(change).includes('\\u0000')) throw new Error(`${key} holds a zero byte`)
  }
}
