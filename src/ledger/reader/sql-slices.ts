/** The part of a large record that one page needs, read at one moment. */
import { type Kysely, sql } from 'kysely'
import { LimitError, type PlainDate } from '../../model/index.ts'
import {
  ALWAYS,
  type Cut,
  formerKey,
  keyOf,
  type ListPage,
  MOST_OF_EACH,
  MOST_WHOLE,
  type Moments,
  type Need,
  RECORD_TYPES,
  type Reach,
  type RecordCounts,
  type RecordKey,
  type Run,
  reach,
  reachNames,
  reachTwice,
  splitKey,
  type TrackerEvent,
  type TrackerSettings,
  type TrackerState,
  withWitnesses,
} from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { parseEntry } from '../log/entry.ts'
import { countNaming, createSqlGraph, RECORD_COLUMNS, type ReadRecord, type SqlGraph } from './sql-graph.ts'
import { readLatest, readList } from './sql-lists.ts'
import { readAhead } from './sql-record.ts'
import { reachOf, readCounts, readMoments, readNamed, readNewest, readRun, readTypes } from './sql-runs.ts'
import { stateOf } from './sql-state.ts'

export interface Slice {
  readonly state: TrackerState
  readonly list?: ListPage
  readonly cut?: Cut
  readonly run?: Run
  readonly moments?: Moments
  readonly counts?: RecordCounts
  readonly isTooMany?: boolean
}

export interface SliceOptions {
  readonly settings: TrackerSettings
  readonly head: number
  readonly asAt: PlainDate | null
  /** What many pages need alike, read once while the record stays as it is. */
  readonly once: ReadOnce
}

/** The first to ask for something reads it. */
export type ReadOnce = (what: string, read: () => Promise<ReadRecord[]>) => Promise<readonly ReadRecord[]>

export function readOnce(): ReadOnce {
  const kept = new Map<string, Promise<readonly ReadRecord[]>>()
  return (what, read) => {
    const known = kept.get(what)
    if (known) return known
    const made = read()
    kept.set(what, made)
    made.catch(() => kept.delete(what)) // whoever asked is told; the next one reads it again
    return made
  }
}

/** Throws `record_too_large` where everything is asked for. */
export async function readSlice(database: Kysely<Tables>, need: Need, options: SliceOptions): Promise<Slice> {
  const { asAt, settings } = options
  const past = asAt !== null && asAt < settings.recordedOn ? asAt : null
  const graph = createSqlGraph(database, past)
  switch (need.kind) {
    case 'whole':
      throw new LimitError(
        'record_too_large',
        `The record holds ${options.head} events, too many to give all at once. Ask for a page of a list, or for one record.`,
      )
    case 'head':
      await readAlways(graph, options)
      return {
        state: stateOf(graph.records.values(), {
          ...options,
          asAt: past,
          corrections: await readCorrections(database),
        }),
      }
    case 'list': {
      const list = await readList(database, need, past)
      const changed = need.list === 'home' ? await readLatest(database, CHANGES, past) : []
      const keys = new Set([...list.records, ...changed].map(({ type, id }) => keyOf(type, id)))
      await reachNames(graph, keys)
      await readAlways(graph, options)
      if (need.list !== 'promises')
        return ofList(list, stateOf(graph.records.values(), { ...options, asAt: past }))
      await graph.naming(keys, ['commitment'])
      return { list, state: await withEnds(graph, { ...options, asAt: past }) }
    }
    case 'record':
      return need.reach === undefined
        ? readRecord(database, graph, keyOf(need.type, need.id), { ...options, asAt: past })
        : readFar(graph, keyOf(need.type, need.id), need.reach, { ...options, asAt: past })
    default:
      return readPiece(database, graph, need, { ...options, asAt: past })
  }
}

type PieceNeed = Exclude<Need, { kind: 'whole' | 'head' | 'list' | 'record' }>

async function readPiece(
  database: Kysely<Tables>,
  graph: SqlGraph,
  need: PieceNeed,
  options: SliceOptions,
): Promise<Slice> {
  const { asAt } = options
  const given = await readNeeded(database, graph, need, asAt)
  await readAlways(graph, options)
  const corrections = need.kind === 'newest' ? await readCorrections(database) : []
  if (corrections.length > 0)
    await reachTwice(graph, new Set(corrections.map(({ type, id }) => keyOf(type, id))))
  const state = stateOf(graph.records.values(), { ...options, corrections })
  return { ...given, ...onlySo(given, state), state }
}

async function readNeeded(
  database: Kysely<Tables>,
  graph: SqlGraph,
  need: PieceNeed,
  past: PlainDate | null,
): Promise<Omit<Slice, 'state'>> {
  switch (need.kind) {
    case 'run':
      return { run: await readRun(database, graph, need, past) }
    case 'moments':
      return { moments: await readMoments(database, graph, need, past) }
    case 'named':
      await readNamed(graph, need)
      return {}
    case 'newest':
      await readNewest(graph, need, past)
      return {}
    case 'types':
      return { isTooMany: !(await readTypes(graph, need.types, need.most)) }
    case 'counts':
      return { counts: await readCounts(database) }
  }
}

/** What was not so on the day asked for is known only once the state of that day is made. */
function onlySo({ run, moments }: Omit<Slice, 'state'>, { records }: TrackerState): Partial<Slice> {
  return {
    ...(run && { run: { ...run, records: run.records.filter(({ type, id }) => records[type].has(id)) } }),
    ...(moments && {
      moments: { ...moments, moments: moments.moments.filter(({ type, id }) => records[type].has(id)) },
    }),
  }
}

/** As many records as one answer may be made of. */
const MOST_OF_ONE = 20_000

async function readFar(graph: SqlGraph, key: RecordKey, far: Reach, options: SliceOptions): Promise<Slice> {
  const roots = await rootsOf(graph, key)
  for (const root of far === 'all' ? roots : [])
    if (await graph.isNamedByMore(root, MOST_OF_ONE))
      throw new LimitError(
        'record_too_large',
        `More than ${MOST_OF_ONE} records belong to ${key}, too many to give all at once. Ask for a page of a list.`,
      )
  await reachOf(graph, roots, far)
  await readAlways(graph, options)
  return { state: far === 'all' ? await withEnds(graph, options) : stateOf(graph.records.values(), options) }
}

/** The record, or the one of its type that used to have this id. */
async function rootsOf(graph: SqlGraph, key: RecordKey): Promise<Set<RecordKey>> {
  const roots = new Set([key])
  const [name, id] = splitKey(key)
  const type = RECORD_TYPES.find((each) => each === name)
  if (type !== undefined && (await graph.load(roots)).size === 0)
    for (const each of await graph.naming(new Set([formerKey(id)]), [type])) roots.add(each)
  return roots
}

/**
 * The same as `readSlice` for a page about one record, without a transaction around it; null where the record is not
 * there under its name, or something was written meanwhile: then it is to be read at one moment.
 */
export async function readSliceAhead(
  database: Kysely<Tables>,
  need: Need,
  options: SliceOptions,
): Promise<Slice | null> {
  if (need.kind !== 'record' || need.reach !== undefined) return null
  const { asAt, settings } = options
  const past = asAt !== null && asAt < settings.recordedOn ? asAt : null
  const key = keyOf(need.type, need.id)
  const graph = await readAhead(database, key, past)
  if (graph === null) return null
  await reach(graph, new Set([key]))
  await readAlways(graph, { ...options, asAt: past })
  const state = await withEnds(graph, { ...options, asAt: past })
  if (!graph.isOfOneMoment()) return null
  return graph.counts === null ? { state } : { state, cut: { counts: graph.counts, most: MOST_OF_EACH } }
}

/** As many as the first page tells of. */
const CHANGES = 4

async function readRecord(
  database: Kysely<Tables>,
  graph: SqlGraph,
  key: RecordKey,
  options: SliceOptions,
): Promise<Slice> {
  await reach(graph, await rootsOf(graph, key))
  await readAlways(graph, options)
  const shown = await withEnds(graph, options)
  if (!(await graph.isNamedByMore(key, MOST_WHOLE))) return { state: shown }
  return { state: shown, cut: { counts: await countNaming(database, key), most: MOST_OF_EACH } }
}

/** What was not so on the day asked for is left out of the page; the numbers count what names a day by then. */
const ofList = (list: ListPage, state: TrackerState): Slice => ({
  state,
  list: { ...list, records: list.records.filter(({ type, id }) => state.records[type].has(id)) },
})

/** What was read, with the promises at the two ends of the scale of years. */
async function withEnds(graph: SqlGraph, options: SliceOptions): Promise<TrackerState> {
  const state = stateOf(graph.records.values(), options)
  const read = () => readEnds(graph, options.asAt)
  // Those of days of the past would be too many to keep.
  const ends = options.asAt === null ? await options.once('ends', read) : await read()
  const witnesses = stateOf(ends, { ...options, asAt: null }).records.commitment.values()
  return withWitnesses(state, witnesses, options.asAt)
}

async function readAlways(graph: SqlGraph, { once }: SliceOptions): Promise<void> {
  const read = () =>
    graph.read(sql`SELECT ${RECORD_COLUMNS} FROM records AS r
      WHERE r.type = ANY(${ALWAYS}::text[]) AND r.body IS NOT NULL`)
  graph.add(await once('always', read))
}

/** So many at each end of time are looked at for the ends of the scale that promises are drawn on. */
const ENDS = 20

/** Promises among which the first and the last year of all promises are. */
function readEnds(graph: SqlGraph, asAt: string | null) {
  const promises = sql`FROM records AS r WHERE r.type = 'commitment' AND r.body IS NOT NULL`
  const isSo = asAt === null ? sql`true` : sql`r.day <= ${asAt}`
  const last = asAt === null ? sql`r.ends DESC` : sql`r.day DESC`
  return graph.read(sql`
    (SELECT ${RECORD_COLUMNS} ${promises} AND r.facet = '' AND ${isSo} ORDER BY r.facet, r.sort, r.first LIMIT ${ENDS})
    UNION ALL (SELECT ${RECORD_COLUMNS} ${promises} AND ${isSo} ORDER BY ${last} LIMIT ${ENDS})`)
}

/** The last corrections, oldest first; the rest is in the log. */
const CORRECTIONS = 30

async function readCorrections(database: Kysely<Tables>): Promise<TrackerEvent[]> {
  const { rows } = await sql<{ entry: string }>`
    SELECT entry FROM entries WHERE sequence IN (
      SELECT sequence FROM corrections ORDER BY sequence DESC LIMIT ${CORRECTIONS}) ORDER BY sequence`.execute(
    database,
  )
  return rows.map(({ entry }) => parseEntry(entry).event)
}

/** The first day on which anything was so. */
export async function readFirstDay(database: Kysely<Tables>): Promise<string | null> {
  const types = ['commitment', 'recommendation', 'ask', 'decision', 'deliveryEvent', 'assessment', 'position']
  const { rows } = await sql<{ day: string | null }>`
    SELECT min(day) AS day FROM unnest(${types}::text[]) AS wanted (type) CROSS JOIN LATERAL (
      SELECT day FROM records AS r WHERE r.type = wanted.type AND r.body IS NOT NULL AND r.day <> ''
      ORDER BY day LIMIT 1) AS first`.execute(database)
  return rows[0]?.day ?? null
}
