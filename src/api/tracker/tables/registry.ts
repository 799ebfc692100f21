/**
 * Every table of the site by the address of its page. `/deadlines` is the page, `/deadlines.csv` its table; datasets that
 * no page shows whole have addresses under `/data/`.
 */
import {
  countHappenings,
  countVersions,
  findRecord,
  findTopic,
  leftOutOf,
  listRecords,
  type RecordCounts,
  type RecordOf,
} from '../../../tracker/index.ts'
import type { Standpoint } from '../standpoint.ts'
import { deadlinesTable } from './deadlines.ts'
import { deliveryTable, inheritancesTable, looksTable } from './done.ts'
import { indicatorSeries, indicatorsTable } from './figures.ts'
import { changesTable, organisationHappenings, timelineTable, topicTimeline } from './happenings.ts'
import { coverageTable, groupsTable, leftOutTable, supportsTable, supportTable } from './left-out.ts'
import { conflictsTable, governmentsTable, organisationsTable, programmesTable } from './named.ts'
import { type AskRecord, readPieces, type TablePiece } from './piecewise.ts'
import { commitmentsTable, commitmentVersions, ladderTable, topicPromises, topicsTable } from './promises.ts'
import {
  asksTable,
  assessmentsTable,
  decisionsTable,
  positionsTable,
  recommendationReplies,
  recommendationsTable,
  topicVerdicts,
} from './said.ts'
import { sourceCitations, sourcesTable, topicSources } from './sources.ts'
import { type FilterValues, makeTable, type Table, type TableKind } from './table.ts'

/** A kind of table whose entries only it needs to know. */
export interface KnownTable {
  readonly name: string
  readonly path: string
  readonly title: string
  readonly counts: string
  /** Parameters that narrow it. */
  readonly filters: readonly string[]
  readonly make: (at: Standpoint, asked?: FilterValues) => Table
  /** Its columns and words without a row, which need no record. */
  readonly describe: (at: Standpoint, asked?: FilterValues) => Table
  /** Its rows of a large record; null where it is of one record and is made at once. */
  readonly readPieces: (ask: AskRecord, asked: FilterValues) => AsyncGenerator<TablePiece> | null
  /** How many rows the whole of it has; of what was recorded, as many as the state was made from. */
  readonly count: (at: Standpoint) => number
  /** The same of a large record; null where only reading all of it would tell. */
  readonly countLarge: (counts: RecordCounts, size: number) => number | null
}

/** `count` where its rows are counted without finding what each says. */
function know<Entry>(
  kind: TableKind<Entry>,
  count: KnownTable['count'] = (at) => kind.entries(at).length,
): KnownTable {
  const { name, path, title, counts, filters = [] } = kind
  return {
    name,
    path,
    title,
    counts,
    filters: filters.map(({ key }) => key),
    make: (at, asked) => makeTable(kind, at, asked),
    describe: (at, asked) => makeTable(kind, at, asked, []),
    readPieces: (ask, asked) => readPieces(kind, ask, asked),
    countLarge: (counts, size) => countLarge(kind, counts, size),
    count,
  }
}

/** Tables with a row a record; the rows of the others are counted otherwise, or only by reading them. */
const ONE_ROW_A_RECORD: ReadonlySet<string> = new Set([
  'topics',
  'recommendations',
  'decisions',
  'asks',
  'inheritances',
  'delivery',
  'looks',
  'assessments',
  'positions',
  'groups',
  'supports',
  'deadlines',
  'programmes',
  'conflicts',
  'organisations',
  'governments',
  'sources',
])

function countLarge<Entry>(
  { name, pieces }: Pick<TableKind<Entry>, 'name' | 'pieces'>,
  { types, moments, statements }: RecordCounts,
  size: number,
): number | null {
  if (name === 'timeline') return moments
  if (name === 'commitments') return statements
  if (name === 'changes') return size
  if (pieces?.by !== 'records') return null
  const count = types[pieces.type] ?? 0
  // Where there is no record there is no row either, however rows are made.
  return ONE_ROW_A_RECORD.has(name) || count === 0 ? count : null
}

/** The datasets of every tracker, in the order of the data page. */
export const DATASETS: readonly KnownTable[] = [
  know(topicsTable),
  know(recommendationsTable),
  know(decisionsTable),
  know(asksTable),
  know(commitmentsTable, ({ state }) => countVersions(state)),
  know(ladderTable),
  know(inheritancesTable),
  know(deliveryTable),
  know(looksTable),
  know(assessmentsTable),
  know(positionsTable),
  know(leftOutTable),
  know(coverageTable),
  know(groupsTable),
  know(supportsTable),
  know(deadlinesTable),
  know(indicatorsTable),
  know(programmesTable),
  know(conflictsTable),
  know(organisationsTable),
  know(governmentsTable),
  know(sourcesTable),
  know(timelineTable, ({ state }) => countHappenings(state)),
  know(changesTable, ({ state }) => state.head),
]

type FindKind = (at: Standpoint, id: string) => KnownTable | null

/** Pages of one record, by the first step of their path. */
const OF_RECORDS: Readonly<Record<string, FindKind>> = {
  topics: ({ state }, id) => knowIf(findTopic(state, id), topicPromises),
  commitments: ({ state }, id) => knowIf(findRecord(state, 'commitment', id), commitmentVersions),
  recommendations: ({ state }, id) => knowIf(findRecord(state, 'recommendation', id), recommendationReplies),
  organisations: ({ state }, id) => knowIf(findRecord(state, 'organisation', id), organisationHappenings),
  sources: ({ state }, id) => knowIf(findRecord(state, 'source', id), sourceCitations),
  indicators: ({ state }, id) => knowIf(findRecord(state, 'indicator', id), indicatorSeries),
  'left-out': ({ state }, id) =>
    knowIf(
      leftOutOf(state).rows.find(({ support }) => support.id === id),
      supportTable,
    ),
}

const OF_TOPICS: Readonly<Record<string, (topic: RecordOf<'topic'>) => KnownTable>> = {
  timeline: (topic) => know(topicTimeline(topic)),
  verdicts: (topic) => know(topicVerdicts(topic)),
  sources: (topic) => know(topicSources(topic)),
}

const ownValue = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

function knowIf<Body, Entry>(
  body: Body | undefined,
  kindOf: (body: Body) => TableKind<Entry>,
): KnownTable | null {
  return body === undefined ? null : know(kindOf(body))
}

/** The table of the page at `path`; null where there is no such page or it has no table. */
export function findTable(at: Standpoint, path: string): KnownTable | null {
  const dataset = DATASETS.find((each) => each.path === path)
  if (dataset) return dataset
  const [first = '', id = '', part, ...more] = path.slice(1).split('/')
  if (more.length > 0) return null
  if (part === undefined) return ownValue(OF_RECORDS, first)?.(at, id) ?? null
  const topic = first === 'topics' ? findTopic(at.state, id) : undefined
  return topic === undefined ? null : (ownValue(OF_TOPICS, part)?.(topic) ?? null)
}

/** The addresses of all tables, without suffix: those of datasets first, then those of each record's page. */
export function listTablePaths({ state }: Standpoint): string[] {
  const ids = (type: 'commitment' | 'recommendation' | 'organisation' | 'source' | 'indicator' | 'support') =>
    listRecords(state, type).map(({ id }) => id)
  return [
    ...DATASETS.map(({ path }) => path),
    ...listRecords(state, 'topic').flatMap(({ id }) => [
      `/topics/${id}`,
      ...Object.keys(OF_TOPICS).map((part) => `/topics/${id}/${part}`),
    ]),
    ...ids('commitment').map((id) => `/commitments/${id}`),
    ...ids('recommendation').map((id) => `/recommendations/${id}`),
    ...ids('organisation').map((id) => `/organisations/${id}`),
    ...ids('source').map((id) => `/sources/${id}`),
    ...ids('indicator').map((id) => `/indicators/${id}`),
    ...ids('support').map((id) => `/left-out/${id}`),
  ]
}
