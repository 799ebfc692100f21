/** Where a claim comes from, ready to stand beside it. */
import type { TrackerState } from '../fold.ts'
import type { RecordOf, RecordType } from '../record/index.ts'
import { RECORD_TYPES } from '../record/index.ts'
import type { Cite } from '../record/parts.ts'
import { nameAnswer } from './named-answers.ts'
import { oncePerObject } from './once.ts'
import { findRecord } from './records.ts'

export interface Evidence {
  readonly source: RecordOf<'source'>
  readonly at: string | null
  readonly quote: string | null
  readonly note: string | null
}

/** In the order cited; a citation of a source that is not there (content checks refuse it) is left out. */
export function evidenceOf(state: TrackerState, cites: readonly Cite[]): Evidence[] {
  return cites.flatMap(({ source: id, at, quote, note }) => {
    const source = findRecord(state, 'source', id)
    return source ? [{ source, at: at ?? null, quote: quote ?? null, note: note ?? null }] : []
  })
}

/** All citations of a record, those of its versions and series included. */
export const citesIn = (body: object): readonly Cite[] =>
  // Most records have no parts: what they cite stands there.
  'versions' in body || 'series' in body ? citesOfParts(body) : 'cites' in body ? (body.cites as Cite[]) : [] // the schemas give `cites` this type wherever it stands

const citesOfParts = oncePerObject((body: object): readonly Cite[] =>
  Object.entries(body).flatMap(([key, value]): readonly Cite[] => {
    if (key === 'cites') return value as Cite[] // as above
    if (key === 'versions' || key === 'series') return (value as object[]).flatMap((each) => citesIn(each)) // lists of objects with cites
    return []
  }),
)

/** Each source once, in the order of its day, undated ones last. */
export function sortSources(sources: Iterable<RecordOf<'source'>>): RecordOf<'source'>[] {
  const day = ({ published }: RecordOf<'source'>) => published?.from ?? '9999'
  return [...new Set(sources)].sort((one, other) =>
    day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : 0,
  )
}

export interface Citation {
  readonly type: RecordType
  readonly id: string
  readonly body: RecordOf<RecordType>
  readonly cite: Cite
}

/** Every place that cites the source, one a record and place in the source. */
export function citationsOf(state: TrackerState, sourceId: string): Citation[] {
  return RECORD_TYPES.flatMap((type) =>
    [...state.records[type].values()].flatMap(({ id, body }) =>
      eachOnce(citesIn(body).filter((cite) => cite.source === sourceId)).map((cite) => ({
        type,
        id,
        body,
        cite,
      })),
    ),
  )
}

const eachOnce = (cites: readonly Cite[]): Cite[] => [
  ...new Map(cites.map((cite) => [JSON.stringify(cite), cite])).values(),
]

/** How many records of one type cite each source, by source id. */
const countsIn = oncePerObject((records: TrackerState['records'][RecordType]) => {
  const counts = new Map<string, number>()
  const count = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const { body } of records.values()) {
    const cites = citesIn(body)
    // Most cite one source, which is counted without a list of those met.
    if (cites.length === 1) count((cites[0] as Cite).source)
    else for (const id of new Set(cites.map(({ source }) => source))) count(id)
  }
  return counts
})

/** The same among all records. */
export const countCitations = nameAnswer(
  'citations',
  (state): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>()
    for (const type of RECORD_TYPES)
      for (const [id, count] of countsIn(state.records[type])) counts.set(id, (counts.get(id) ?? 0) + count)
    return counts
  },
  (counts) => [...counts],
)
