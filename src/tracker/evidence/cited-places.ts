/** What records cite of a source, each quotation and each locator once, with all the records that rest on it. */
import { createHash } from 'node:crypto'
import type { TrackerState } from '../fold.ts'
import { citesIn } from '../queries/evidence.ts'
import { RECORD_TYPES, type RecordOf } from '../record/index.ts'

export type Supported = RecordOf<'passage'>['supports'][number]

export interface CitedPlace {
  /** Of the passage that answers it. */
  readonly id: string
  readonly at: string | null
  readonly quote: string | null
  readonly supports: readonly Supported[]
}

/** Citations of the whole source (neither words nor a place) are left out: there is nothing to look for. */
export function citedPlaces(state: TrackerState, source: string): CitedPlace[] {
  const places = new Map<string, CitedPlace & { readonly supports: Supported[] }>()
  for (const type of RECORD_TYPES)
    for (const { id, body } of state.records[type].values()) {
      const added = new Set<string>()
      for (const cite of citesIn(body)) {
        const { at = null, quote = null } = cite
        if (cite.source !== source || (at === null && quote === null)) continue
        const key = passageId(source, at, quote)
        const place = places.get(key) ?? { id: key, at, quote, supports: [] }
        places.set(key, place)
        if (!added.has(key)) place.supports.push({ type, id, version: null })
        added.add(key)
      }
    }
  return [...places.values()]
}

/** A stable name for a passage: the same source and words give the same. */
export function passageId(source: string, ...parts: readonly (string | null)[]): string {
  const hash = createHash('sha256').update(JSON.stringify([source, ...parts]))
  return `p-${hash.digest('hex').slice(0, 16)}`
}
