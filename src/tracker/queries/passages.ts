/** From citations to the words that are held for them, and from a copy to what rests on it. */

import { partOf } from '../evidence/split-parts.ts'
import type { TrackerState } from '../fold.ts'
import { RECORD_TYPES, type RecordOf, type RecordType } from '../record/index.ts'
import type { Cite } from '../record/parts.ts'
import { citesIn } from './evidence.ts'

export interface PassageFinder {
  /** The passage that answers this citation of the state it was made for; words before places. Null where none is held. */
  findPassage(cite: Cite): RecordOf<'passage'> | null
  /** Where its words are shown: the part of the copy, and the place there. */
  addressOf(passage: RecordOf<'passage'>): string
  /** The newest copy of a source; null where the operator has none. */
  newestCopy(source: string): RecordOf<'capture'> | null
}

type Passage = RecordOf<'passage'>

const answers = ({ source, cite }: Passage, asked: Cite): boolean =>
  source === asked.source &&
  (cite === null
    ? asked.quote === undefined
    : cite.at === (asked.at ?? null) && cite.quote === (asked.quote ?? null))

function citesOfSupported(
  state: TrackerState,
  { type, id, version }: Passage['supports'][number],
): readonly Cite[] {
  const known = RECORD_TYPES.find((each) => each === type)
  const body = known === undefined ? undefined : state.records[known].get(id)?.body
  if (body === undefined) return []
  if (version === null) return citesIn(body)
  const part = 'versions' in body ? body.versions[version] : undefined
  return part === undefined ? [] : citesIn(part)
}

/** Looks once through all passages: make it once a state. */
export function createPassageFinder(state: TrackerState): PassageFinder {
  const byCite = new Map<Cite, Passage>()
  for (const { body: passage } of state.records.passage.values())
    for (const supported of passage.supports)
      for (const cite of citesOfSupported(state, supported))
        if (answers(passage, cite) && byCite.get(cite)?.holds !== 'words') byCite.set(cite, passage)
  const copies = new Map([...state.records.capture.values()].map(({ body }) => [body.source, body]))
  return {
    findPassage: (cite) => byCite.get(cite) ?? null,
    addressOf: (passage) => addressOf(state, passage),
    newestCopy: (source) => copies.get(source) ?? null,
  }
}

/** Whole pages are not marked: their own anchor is the place. */
export function anchorOf({ id, holds, rung, place }: Passage): string {
  return holds === 'place' && rung === 'page' && place.page !== null ? `page-p${place.page}` : id
}

function addressOf(state: TrackerState, passage: Passage): string {
  const parts = state.records.capture.get(passage.capture)?.body.parts
  const copy = `/documents/${passage.capture}`
  return parts === undefined ? copy : `${copy}/${partOf(parts, passage.position.start)}#${anchorOf(passage)}`
}

/** All copies of a source, oldest first. */
export function copiesOf(state: TrackerState, source: string): RecordOf<'capture'>[] {
  return [...state.records.capture.values()].map(({ body }) => body).filter((body) => body.source === source)
}

/** Passages whose words or place stand in this copy, in the order of the text. */
export function passagesIn(state: TrackerState, capture: string): Passage[] {
  return [...state.records.passage.values()]
    .map(({ body }) => body)
    .filter((body) => body.capture === capture)
    .sort((one, other) => one.position.start - other.position.start)
}

/** The records that rest on a passage and are still there. */
export function supportedBy(
  state: TrackerState,
  passage: Passage,
): readonly { readonly type: RecordType; readonly id: string }[] {
  return passage.supports.flatMap(({ type, id }) => {
    const known = RECORD_TYPES.find((each) => each === type)
    return known !== undefined && state.records[known].has(id) ? [{ type: known, id }] : []
  })
}
