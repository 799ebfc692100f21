/** Tables by the address of their page: `/deadlines.csv`, `.json`, and what a CSV means at `.csv-metadata.json`. */
import type { PlainDate } from '../../../model/index.ts'
import {
  type Need,
  oncePerObject,
  type RecordType,
  type TrackerHead,
  type TrackerState,
} from '../../../tracker/index.ts'
import { addressOf, type Standpoint } from '../standpoint.ts'
import type { AskRecord } from '../tables/piecewise.ts'
import { findTable, type KnownTable } from '../tables/registry.ts'
import type { FilterValues, Table } from '../tables/table.ts'
import { tableCsv } from '../tables/table-csv.ts'
import { tableJson } from '../tables/table-json.ts'
import { filePath, metadataPath, tableMetadata } from '../tables/table-metadata.ts'
import { type AnswerOptions, askPart, readDay, reading, readParameters, readStandpoint } from './asked.ts'
import { checkFilters, recordsNamed } from './check-filters.ts'
import { bodyOf, streamCsv, streamJson, tagOf } from './table-stream.ts'

export const TABLE_SUFFIXES = ['csv', 'json', 'csv-metadata.json'] as const
export type TableSuffix = (typeof TABLE_SUFFIXES)[number]

/** A path without its suffix, and the suffix; null where it has none of `suffixes`, which may not end each other. */
export function splitSuffix<Suffix extends string>(
  path: string,
  suffixes: readonly Suffix[],
): { page: string; suffix: Suffix } | null {
  const suffix = [...suffixes]
    .sort((one, other) => other.length - one.length)
    .find((each) => path.endsWith(`.${each}`))
  return suffix === undefined ? null : { page: path.slice(0, -suffix.length - 1), suffix }
}

/** What each page of one record is about, by the first step of its path. */
const RECORD_PAGES: Readonly<Record<string, RecordType>> = {
  topics: 'topic',
  commitments: 'commitment',
  recommendations: 'recommendation',
  organisations: 'organisation',
  sources: 'source',
  indicators: 'indicator',
  'left-out': 'support',
}

/** So many belong to these that their tables are read piece by piece. */
const NAMED_BY_MANY: readonly RecordType[] = ['organisation', 'source']

/** What is read for the table or chart of a page: one record with all that its page shows, or everything. */
export function needOf(page: string): Need {
  const [first = '', id] = page.slice(1).split('/')
  const type = Object.hasOwn(RECORD_PAGES, first) ? RECORD_PAGES[first] : undefined
  if (type === undefined || id === undefined) return { kind: 'whole' }
  return { kind: 'record', type, id, reach: NAMED_BY_MANY.includes(type) ? 'names' : 'all' }
}

/** As many changes as one table holds; the API pages through more. */
const MOST_EVENTS = 10_000

async function withEvents(options: AnswerOptions, at: Standpoint, page: string): Promise<Standpoint> {
  if (page !== '/changes') return at
  const events = await reading(() => options.reader.readEvents({ after: 0, limit: MOST_EVENTS }))
  return { ...at, events: events.filter(({ recordedAt }) => !at.asAt || recordedAt.slice(0, 10) <= at.asAt) }
}

/** Null where the page has no table. Throws Problems. */
export async function answerTable(
  request: Request,
  options: AnswerOptions,
  { page, suffix }: { page: string; suffix: TableSuffix },
): Promise<Response | null> {
  const url = new URL(request.url)
  const head = await reading(() => options.reader.readHead())
  if (head.isLarge) return answerLarge(url, options, head, { page, suffix })
  const at = await readStandpoint(options, {
    url,
    asAt: readDay(url.searchParams.get('as_at'), options),
    need: needOf(page),
  })
  const known = findTable(at, page)
  if (known === null) return null
  const asked = readParameters(url, known.filters)
  checkFilters(known, asked, at)
  return tableFile(await makeOnce(options, at, { known, page, asked }), at, suffix)
}

interface AskedTable {
  readonly known: KnownTable
  readonly page: string
  readonly asked: FilterValues
}

/** The last table that was made of each state: who asks for the CSV asks for what its columns mean, or for the JSON, next. */
const lastOf = oncePerObject((_: TrackerState): { key: string; table: Table | null } => ({
  key: '',
  table: null,
}))

async function makeOnce(
  options: AnswerOptions,
  at: Standpoint,
  { known, page, asked }: AskedTable,
): Promise<Table> {
  const { state, settings: _settings, events: _events, ...rest } = at
  const key = JSON.stringify([page, asked, rest])
  const last = lastOf(state)
  if (last.table !== null && last.key === key) return last.table
  const table = known.make(await withEvents(options, at, page), asked)
  Object.assign(last, { key, table })
  return table
}

interface Asked {
  readonly page: string
  readonly suffix: TableSuffix
}

/** The same of a large record: what is long is written while it is read. */
async function answerLarge(
  url: URL,
  options: AnswerOptions,
  head: TrackerHead,
  { page, suffix }: Asked,
): Promise<Response | null> {
  const asAt = readDay(url.searchParams.get('as_at'), options)
  const need = needOf(page)
  const part = askPart(options, { url, asAt })
  const { at } = await part(need.kind === 'whole' ? { kind: 'head' } : need)
  const known = findTable(at, page)
  if (known === null) return null
  const asked = readParameters(url, known.filters)
  checkFilters(known, asked, (await part({ kind: 'named', keys: recordsNamed(known, asked) })).at)
  const ask: AskRecord = { part, events: readEventsBy(options, asAt) }
  const pieces = known.readPieces(ask, asked)
  if (pieces === null) return tableFile(known.make(at, asked), at, suffix)
  const table = known.describe(at, asked)
  if (suffix === 'csv-metadata.json') return tableFile(table, at, suffix)
  const texts = suffix === 'csv' ? streamCsv(table, pieces) : streamJson(table, at, pieces, ask)
  const { headers } = tableFile(table, at, suffix)
  headers.set('ETag', tagOf(head, at, `${url.pathname}${url.search}`))
  return new Response(bodyOf(texts), { headers })
}

function readEventsBy(options: AnswerOptions, asAt: PlainDate | null): AskRecord['events'] {
  return async (after, limit) => {
    const events = await reading(() => options.reader.readEvents({ after, limit }))
    return events.filter(({ recordedAt }) => asAt === null || recordedAt.slice(0, 10) <= asAt)
  }
}

/** The table in the format of the suffix, whoever made it. */
export function tableFile(table: Table, at: Standpoint, suffix: TableSuffix): Response {
  if (suffix === 'json') return answer(tableJson(table, at), 'application/json')
  if (suffix === 'csv-metadata.json')
    return answer(JSON.stringify(tableMetadata(table, at)), 'application/csvm+json')
  return answer(tableCsv(table), 'text/csv', {
    Link: `<${describedBy(table, at)}>; rel="describedby"; type="application/csvm+json"`,
    'Content-Disposition': `attachment; filename="${fileName(table, at)}"`,
  })
}

const describedBy = (table: Table, at: Standpoint): string =>
  addressOf({ ...at, base: '' }, metadataPath(filePath(table, 'csv')))

/** "rivers-deadlines-2026-02-01.csv": what it is and of which day, where it lies among others. */
const fileName = ({ name }: Table, { settings, today }: Standpoint): string =>
  `${settings.id}-${name}-${today}.csv`

const answer = (body: string, mediaType: string, headers: Record<string, string> = {}): Response =>
  new Response(body, { headers: { 'Content-Type': `${mediaType}; charset=utf-8`, ...headers } })
