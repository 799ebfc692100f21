/** The site's search as an answer: the same index, with what each record found rests on. */

import type { PlainDate } from '../../../model/index.ts'
import { citesIn, type RecordType, type SearchAnswer } from '../../../tracker/index.ts'
import { type AnswerOptions, reading, standpointOf } from '../http/asked.ts'
import { titleOf } from '../record-title.ts'
import { pageOf, type Standpoint } from '../standpoint.ts'
import { ADDRESS, type JsonSchema, listOf, object, orNull, ref, TEXT, WHOLE } from './json-schema.ts'
import { readLimit } from './paging.ts'
import { presentEvidence, selfOf, whenSo } from './present-record.ts'

export const FOUND: JsonSchema = object({
  type: TEXT,
  id: TEXT,
  title: TEXT,
  excerpt: TEXT,
  self: ADDRESS,
  page: ADDRESS,
  so: orNull(ref('FuzzyDate')),
  recordedAt: { type: 'string', format: 'date-time' },
  evidence: listOf(ref('Evidence')),
})

export const SEARCH: JsonSchema = object({
  query: TEXT,
  results: listOf(ref('Found')),
  total: { ...WHOLE, description: 'How many there are; of a large record they are counted up to 1,000.' },
  corrected: {
    ...listOf(object({ typed: TEXT, taken: TEXT })),
    description: 'Words that nothing holds, and those taken in their place.',
  },
  missing: { ...listOf(TEXT), description: 'Words that nothing holds: the results hold the others.' },
  partial: {
    type: 'boolean',
    description: 'No record holds all the other words: the results hold as many of them as any does.',
  },
})

/** Best first. An empty question finds nothing. */
export async function searchRecords(
  options: AnswerOptions,
  { url, asAt, q, limit: asked }: { url: URL; asAt: PlainDate | null; q: string; limit: string | undefined },
) {
  const limit = readLimit(asked)
  const { answer, ...part } = await reading(() => options.reader.search(q, asAt, { most: limit }))
  const at = standpointOf(options, url, asAt, part)
  const hits = answer.hits.filter(({ type, id }) => at.state.records[type].has(id))
  return {
    query: q,
    results: hits.slice(0, limit).map(({ type, id, excerpt }) => presentFound(at, type, id, excerpt)),
    total: answer.kinds === undefined ? hits.length : sumOf(answer.kinds),
    corrected: answer.corrected.map(([typed, taken]) => ({ typed, taken })),
    missing: answer.missing,
    partial: answer.isPartial,
  }
}

const sumOf = (kinds: NonNullable<SearchAnswer['kinds']>): number =>
  Object.values(kinds).reduce((sum, count) => sum + count, 0)

function presentFound(at: Standpoint, type: RecordType, id: string, excerpt: string) {
  const kept = at.state.records[type].get(id)
  if (kept === undefined) throw new Error(`found ${type} ${id}, which is not there`)
  return {
    type,
    id,
    title: titleOf(at.state, type, id),
    excerpt,
    self: selfOf(at, type, id),
    page: pageOf(at, type, id),
    so: whenSo(type, kept.body),
    recordedAt: kept.recordedAt,
    evidence: presentEvidence(at, citesIn(kept.body)),
  }
}
