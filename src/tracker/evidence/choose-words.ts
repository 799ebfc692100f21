/** An editor's choice of words for a record that cites a source without quoting it. */
import { describe, findWords, locate, seek } from '../../anchoring/index.ts'
import type { TrackerState } from '../fold.ts'
import { citesIn } from '../queries/evidence.ts'
import { RECORD_TYPES, type RecordOf, type RecordType } from '../record/index.ts'
import { passageId } from './cited-places.ts'
import { bodyOf, type Copy, isSamePassage, type PassageChange } from './passage-plan.ts'

export interface ChosenWords {
  readonly type: RecordType
  readonly id: string
  /** Of a commitment: which version, from 0; null for all of the record. */
  readonly version: number | null
  readonly words: string
  /** A place ("p. 12") that tells words apart which stand more than once. */
  readonly at: string | null
}

export type Choice =
  /** `change` is null where the same choice is kept already. */
  | { readonly kind: 'chosen'; readonly change: PassageChange | null; readonly passage: RecordOf<'passage'> }
  | { readonly kind: 'not-cited' }
  | { readonly kind: 'not-found'; readonly why: string }
  | { readonly kind: 'unclear'; readonly count: number }
  | { readonly kind: 'no-such-place' }

export function chooseWords(state: TrackerState, copy: Copy, asked: ChosenWords): Choice {
  if (!citesSource(state, asked, copy.source)) return { kind: 'not-cited' }
  const within = asked.at === null ? null : locate(copy.document, asked.at)
  if (asked.at !== null && within === null) return { kind: 'no-such-place' }
  // A heading is where a section begins: only a page holds the words themselves.
  const found = findWords(seek(copy.document.text), asked.words, within?.kind === 'page' ? within : null)
  if (found.kind === 'not-found') return { kind: 'not-found', why: found.failed.at(-1)?.why ?? '' }
  const places =
    within?.kind === 'section'
      ? found.places.filter(({ start }) => start >= within.start).slice(0, 1)
      : found.places
  const [place, ...others] = places
  if (place === undefined) return { kind: 'not-found', why: 'they stand before that place only' }
  if (others.length > 0) return { kind: 'unclear', count: places.length }
  const { type, id, version } = asked
  const named = { type, id, version }
  const passage = bodyOf(
    {
      id: passageId(copy.source, asked.words.trim(), type, id, String(version)),
      at: null,
      quote: null,
      supports: [named],
      isEditors: true,
    },
    copy,
    {
      holds: 'words',
      selectors: describe(copy.document, place),
      standing: 'held',
      rung: found.rung,
      score: found.score,
    },
  )
  return { kind: 'chosen', passage, change: changeTo(state, passage) }
}

function changeTo(state: TrackerState, passage: RecordOf<'passage'>): PassageChange | null {
  const earlier = state.records.passage.get(passage.id)?.body
  const change = { type: 'passage' as const, id: passage.id, body: passage }
  if (earlier === undefined) return { ...change, action: 'recorded', reason: null }
  if (isSamePassage(earlier, passage)) return null
  return { ...change, action: 'corrected', reason: `Chosen again in the copy ${passage.capture}.` }
}

function citesSource(state: TrackerState, { type, id, version }: ChosenWords, source: string): boolean {
  const body = state.records[type].get(id)?.body
  if (body === undefined) return false
  const part = version === null ? body : 'versions' in body ? body.versions[version] : undefined
  return part !== undefined && citesIn(part).some((cite) => cite.source === source)
}

export type NamedRecord =
  | {
      readonly kind: 'found'
      readonly type: RecordType
      readonly id: string
      readonly version: number | null
    }
  | { readonly kind: 'unknown' }
  /** The id names records of several types: "type:id" tells which. */
  | { readonly kind: 'several'; readonly names: readonly string[] }

/** Reads "kinship-allowance", "commitment:kinship-allowance" and "kinship-allowance#2" (its second version). */
export function findNamed(state: TrackerState, name: string): NamedRecord {
  const [, type, id = '', number] = /^(?:([a-zA-Z]+):)?([^#]+)(?:#(\d{1,3}))?$/.exec(name.trim()) ?? []
  const types = RECORD_TYPES.filter(
    (each) => (type === undefined || each === type) && state.records[each].has(id),
  )
  const [only, ...others] = types
  if (only === undefined) return { kind: 'unknown' }
  if (others.length > 0) return { kind: 'several', names: types.map((each) => `${each}:${id}`) }
  const version = number === undefined ? null : Number(number) - 1
  const versions = state.records.commitment.get(id)?.body.versions ?? []
  if (version !== null && (only !== 'commitment' || versions[version] === undefined))
    return { kind: 'unknown' }
  return { kind: 'found', type: only, id, version }
}
