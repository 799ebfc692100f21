/**
 * What a copy of a source means for the passages in it: which cited words and places it holds, and how those found in an
 * older copy stand in this one. Nothing is written here; the plan says what to record and what to tell.
 */
import {
  type AnchorableText,
  anchor,
  describe,
  findWords,
  locate,
  placeOf,
  type Selectors,
  type Sought,
  seek,
} from '../../anchoring/index.ts'
import type { TrackerEvent } from '../events.ts'
import type { TrackerState } from '../fold.ts'
import type { RecordOf } from '../record/index.ts'
import { sortKeys } from '../record/key-order.ts'
import { type CitedPlace, citedPlaces } from './cited-places.ts'

type Passage = RecordOf<'passage'>

/** `found` and `place` are new; `held`, `moved` and `lost` were found in an older copy; the last two are in no copy yet. */
export type PassageResult = 'found' | 'place' | 'held' | 'moved' | 'lost' | 'not-found' | 'unclear'

export interface PassageRow {
  readonly result: PassageResult
  /** The words, or the locator, looked for. */
  readonly sought: string
  /** How many records rest on it. */
  readonly supports: number
  readonly page: number | null
  /** Why it is lost, not found or unclear; how it moved. */
  readonly why: string | null
}

export interface PassageChange extends Pick<TrackerEvent, 'action' | 'id' | 'reason'> {
  readonly type: 'passage'
  readonly body: Passage | null
}

export interface PassagePlan {
  readonly changes: readonly PassageChange[]
  readonly rows: readonly PassageRow[]
}

export interface Copy {
  /** Of the capture. */
  readonly id: string
  readonly source: string
  readonly document: AnchorableText
}

/** Looks for all that records cite of the source, and for every passage of it that is kept. */
export function planPassages(state: TrackerState, copy: Copy): PassagePlan {
  const sought = seek(copy.document.text)
  const kept = [...state.records.passage.values()].map(({ body }) => body)
  const own = new Map(kept.filter(({ source }) => source === copy.source).map((body) => [body.id, body]))
  const cited = citedPlaces(state, copy.source)
  const known = new Set(cited.map(({ id }) => id))
  const planned = [
    ...cited.map((place) => planCited(place, own.get(place.id), copy, sought)),
    ...[...own.values()]
      .filter(({ id, cite }) => cite === null && !known.has(id))
      .map((passage) => planAgain(passage, [...passage.supports], copy, sought)),
    ...[...own.values()].filter(({ id, cite }) => cite !== null && !known.has(id)).map(planWithdrawal),
  ]
  return {
    changes: planned.flatMap(({ change }) => change ?? []),
    rows: planned.flatMap(({ row }) => row ?? []),
  }
}

interface Planned {
  readonly change: PassageChange | null
  readonly row: PassageRow | null
}

const planWithdrawal = ({ id }: Passage): Planned => ({
  change: { action: 'withdrawn', type: 'passage', id, reason: 'No record cites it any more.', body: null },
  row: null,
})

function planCited(cited: CitedPlace, earlier: Passage | undefined, copy: Copy, sought: Sought): Planned {
  if (earlier !== undefined) return planAgain(earlier, [...cited.supports], copy, sought)
  return cited.quote === null ? planPlace(cited, copy) : planWords(cited, cited.quote, copy, sought)
}

function planPlace(cited: CitedPlace, copy: Copy): Planned {
  const at = cited.at ?? ''
  const row = { sought: at, supports: cited.supports.length, page: null }
  const found = locate(copy.document, at)
  if (found === null)
    return {
      change: null,
      row: { ...row, result: 'not-found', why: 'this copy has no such place, or more than one' },
    }
  const place = placeOf(copy.document, found.start)
  const body = bodyOf(cited, copy, {
    holds: 'place',
    selectors: {
      quote: { exact: '', prefix: '', suffix: '' },
      position: { start: found.start, end: found.end },
      place,
    },
    standing: 'held',
    rung: found.kind,
    score: null,
  })
  return { change: recorded(body), row: { ...row, result: 'place', page: place.page, why: null } }
}

function planWords(cited: CitedPlace, quote: string, copy: Copy, sought: Sought): Planned {
  const row = { sought: quote, supports: cited.supports.length, page: null }
  const within = cited.at === null ? null : locate(copy.document, cited.at)
  const onPage = within?.kind === 'page' ? findWords(sought, quote, within) : null
  const found = onPage?.kind === 'found' ? onPage : findWords(sought, quote, null)
  if (found.kind === 'not-found')
    return { change: null, row: { ...row, result: 'not-found', why: found.failed.at(-1)?.why ?? null } }
  const [place, ...others] = found.places
  if (place === undefined || others.length > 0)
    return {
      change: null,
      row: {
        ...row,
        result: 'unclear',
        why: `the words stand ${found.places.length} times; quote more of them, or say the page`,
      },
    }
  const selectors = describe(copy.document, place)
  const { rung, score } = found
  const body = bodyOf(cited, copy, { holds: 'words', selectors, standing: 'held', rung, score })
  return { change: recorded(body), row: { ...row, result: 'found', page: selectors.place.page, why: null } }
}

const recorded = (body: Passage): PassageChange => ({
  action: 'recorded',
  type: 'passage',
  id: body.id,
  reason: null,
  body,
})

type Found = Pick<Passage, 'holds' | 'standing' | 'rung' | 'score'> & { readonly selectors: Selectors }

export function bodyOf(
  cited: Pick<CitedPlace, 'id' | 'at' | 'quote' | 'supports'> & { readonly isEditors?: boolean },
  copy: Copy,
  { selectors, ...found }: Found,
): Passage {
  const { quote, position, place } = selectors
  return {
    id: cited.id,
    source: copy.source,
    holds: found.holds,
    cite: cited.isEditors ? null : { at: cited.at, quote: cited.quote },
    capture: copy.id,
    quote: { ...quote },
    position: { start: position.start, end: position.end },
    place: { ...place },
    supports: [...cited.supports],
    standing: found.standing,
    checkedIn: copy.id,
    rung: found.rung,
    score: found.score,
  }
}

const HOW: Readonly<Record<string, string>> = {
  'same-words': 'the same words, at another place',
  'same-letters': 'the same words, set otherwise',
  similar: 'words like them: compare the two',
}

/** The ledger keeps the keys of a body in an order of its own. */
export const isSamePassage = (one: Passage, other: Passage): boolean =>
  JSON.stringify(sortKeys(one)) === JSON.stringify(sortKeys(other))

/** A passage of an older copy (or of this one, where it was looked for before). */
function planAgain(earlier: Passage, supports: Passage['supports'], copy: Copy, sought: Sought): Planned {
  const row = {
    sought: earlier.quote.exact || (earlier.cite?.at ?? ''),
    supports: supports.length,
    page: null,
  }
  const next =
    earlier.holds === 'place' ? placeAgain(earlier, copy) : wordsAgain(earlier, earlier, copy, sought)
  const body: Passage = { ...next.body, supports: [...supports], checkedIn: copy.id }
  const isSame = isSamePassage(body, earlier)
  const reason = `Looked for in the copy ${copy.id}: ${body.standing}${next.why === null ? '' : ` (${next.why})`}.`
  return {
    change: isSame ? null : { action: 'corrected', type: 'passage', id: body.id, reason, body },
    row: {
      ...row,
      result: body.standing,
      page: body.standing === 'lost' ? null : body.place.page,
      why: next.why,
    },
  }
}

interface Again {
  readonly body: Passage
  readonly why: string | null
}

const lostBody = (earlier: Passage): Passage => ({ ...earlier, standing: 'lost', rung: null, score: null })

function wordsAgain(earlier: Passage, selectors: Selectors, { document, id }: Copy, sought: Sought): Again {
  const found = anchor(sought, selectors)
  if (found.kind === 'lost') return { body: lostBody(earlier), why: found.failed.at(-1)?.why ?? null }
  if (found.kind === 'anchored' && earlier.capture === id) return { body: earlier, why: null }
  const { quote, position, place } = describe(document, { start: found.start, end: found.end })
  const standing = found.kind === 'anchored' ? 'held' : 'moved'
  const where = { quote: { ...quote }, position: { ...position }, place: { ...place } }
  const body: Passage = { ...earlier, ...where, capture: id, standing, rung: found.rung, score: found.score }
  return { body, why: standing === 'held' ? null : (HOW[found.rung] ?? null) }
}

function placeAgain(earlier: Passage, { document, id }: Copy): Again {
  const found = locate(document, earlier.cite?.at ?? '')
  if (found === null) return { body: lostBody(earlier), why: 'this copy has no such place, or more than one' }
  const place = { ...placeOf(document, found.start) }
  const isSame = earlier.capture === id || place.heading === earlier.place.heading
  const position = { start: found.start, end: found.end }
  const standing = isSame ? 'held' : 'moved'
  return {
    body: { ...earlier, capture: id, position, place, standing, rung: found.kind },
    why: isSame ? null : 'the place is called the same, under another heading',
  }
}
