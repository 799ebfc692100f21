/** Checks what is kept of each event beside the log: whose event it is, and whether it corrected or withdrew a claim. */
import { type Kysely, sql } from 'kysely'
import { isCorrection, type TrackerEvent } from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { historyRows } from '../store/rows.ts'
import type { Report } from './problem.ts'
import { oneBehind } from './read-ahead.ts'
import { REBUILD } from './verify-derived.ts'

export interface HistoryWatch {
  /** Takes the events of the log one by one. */
  add(event: TrackerEvent): Promise<void>
  end(): Promise<void>
}

/** Events a query. */
const BATCH = 1000

export function watchHistory(database: Kysely<Tables>, report: Report): HistoryWatch {
  const expected = { history: 0, corrections: 0 }
  const wrong = new Set<string>()
  const checks = oneBehind()
  let events: TrackerEvent[] = []

  async function check(batch: readonly TrackerEvent[]): Promise<void> {
    if (batch.length === 0) return
    const corrected = batch.filter(isCorrection).map(({ sequence }) => sequence)
    expected.history += batch.length
    expected.corrections += corrected.length
    const { rows } = await sql<typeof expected>`SELECT
      (SELECT count(*) FROM history JOIN ${historyRows(batch)} AS wanted (target, sequence)
        USING (target, sequence)) AS history,
      (SELECT count(*) FROM corrections WHERE sequence = ANY(${corrected}::bigint[])) AS corrections`.execute(
      database,
    )
    if (rows[0]?.history !== batch.length) wrong.add('history')
    if (rows[0]?.corrections !== corrected.length) wrong.add('corrections')
  }
  return {
    async add(event) {
      events.push(event)
      if (events.length < BATCH) return
      const batch = events
      events = []
      await checks.start(() => check(batch))
    },
    async end() {
      await checks.end()
      await check(events)
      for (const table of ['history', 'corrections'] as const) {
        const { count } = await database
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        if (count !== expected[table] || wrong.has(table))
          report(`table ${table}`, `is otherwise than the log makes it. ${REBUILD}`)
      }
    },
  }
}
