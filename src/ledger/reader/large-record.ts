/** A large record, of which each page reads its part: what it takes in memory does not grow with it. */
import { type Kysely, sql } from 'kysely'
import { parsePlainDate } from '../../model/index.ts'
import {
  foldEvents,
  type Synonyms,
  synonymsOfTracker,
  type TrackerHead,
  type TrackerSettings,
  type TrackerState,
} from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import type { OpenConnection } from '../keep-open.ts'
import type { Checkpoint } from '../store/checkpoint.ts'
import { findTracker, readEvents } from '../store/read-events.ts'
import type { ReadRecordAs, RecordSource } from './record-source.ts'
import { createSqlGraph, RECORD_COLUMNS } from './sql-graph.ts'
import { readHistory, readLogPage } from './sql-log.ts'
import { answerOn, searchRecord } from './sql-search.ts'
import { readFirstDay, readOnce, readSlice, readSliceAhead } from './sql-slices.ts'
import { stateOf } from './sql-state.ts'

export async function readLarge(
  connection: OpenConnection,
  checkpoint: Checkpoint,
  { synonyms }: ReadRecordAs,
): Promise<RecordSource> {
  const { settings, firstDay } = await connection.use(readHeadOf)
  const head: TrackerHead = {
    settings,
    size: checkpoint.size,
    root: checkpoint.root,
    firstDay: firstDay === null ? null : parsePlainDate(firstDay),
    isLarge: true,
    staleSince: null,
  }
  const at = { settings, head: checkpoint.size, once: readOnce() }
  let named: Promise<Synonyms> | null = null
  return {
    checkpoint,
    head,
    events: null,
    async readPart(need, asAt) {
      const ahead = await connection.use((database) => readSliceAhead(database, need, { ...at, asAt }))
      const slice =
        ahead ?? (await atOnce(connection, (database) => readSlice(database, need, { ...at, asAt })))
      return { head, ...slice }
    },
    search: (query, asAt, wanted = {}) =>
      atOnce(connection, async (database) => {
        named ??= readSynonyms(database, settings, synonyms)
        const past = asAt !== null && asAt < settings.recordedOn ? asAt : null
        const sought = { ...wanted, query, past, synonyms: await named }
        const found = await searchRecord(database, sought)
        const state = stateOf(found.graph.records.values(), { ...at, asAt: past })
        return { head, answer: past === null ? found.answer : answerOn(found, state, wanted), state }
      }),
    readLog: (asked) => atOnce(connection, (database) => readLogPage(database, asked, checkpoint.size)),
    readHistory: (type, id) => connection.use((database) => readHistory(database, type, id)),
    readEvents: ({ after, limit }) =>
      connection.use(async (database) => {
        const events = []
        for await (const event of readEvents(database, after, limit)) events.push(event)
        return events
      }),
  }
}

/** All of a page's reading sees the same moment, while others write. */
function atOnce<T>(connection: OpenConnection, work: (database: Kysely<Tables>) => Promise<T>): Promise<T> {
  return connection.use((database) =>
    database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
  )
}

async function readHeadOf(database: Kysely<Tables>) {
  const row = await findTracker(database)
  if (row?.body == null) throw new Error('no event says what tracker this is')
  const settings = JSON.parse(row.body) as TrackerSettings // written by projectEvent
  return { settings, firstDay: await readFirstDay(database) }
}

/** What means the same, the short names of organisations too, read once a version of the record and only when something is searched. */
async function readSynonyms(
  database: Kysely<Tables>,
  settings: TrackerSettings,
  synonyms: ReadRecordAs['synonyms'],
): Promise<Synonyms> {
  const graph = createSqlGraph(database, null)
  await graph.read(sql`SELECT ${RECORD_COLUMNS} FROM records AS r
    WHERE r.type = 'organisation' AND r.body IS NOT NULL AND r.body LIKE '%"shortName":%'`)
  const { records } = graph
  const empty: TrackerState = foldEvents([])
  const organisation = new Map([...records.values()].map((each) => [each.id, each]))
  // Organisations, as selected, and settings as they are written.
  const state = {
    ...empty,
    settings: { body: settings },
    records: { ...empty.records, organisation },
  } as unknown as TrackerState
  const told = typeof synonyms === 'function' ? await synonyms() : synonyms
  return [...told, ...synonymsOfTracker(state)]
}
