/** Checks what pages and searches find records by: exactly what the records make of it, no row less and none more. */
import { type Kysely, sql } from 'kysely'
import { createStemmer } from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { countChanges, derive, gramsOf } from '../store/derive.ts'
import type { RecordRow } from '../store/project.ts'
import { gramRows } from '../store/project-events.ts'
import { momentRows } from '../store/rows.ts'
import type { Report } from './problem.ts'

export interface DerivedWatch {
  /** Rows that are as the log makes them: of altered ones nothing can be made. */
  add(rows: readonly RecordRow[]): Promise<void>
  end(): Promise<void>
}

export const REBUILD = '`holdfast rebuild` puts it right.'

export function watchDerived(database: Kysely<Tables>, report: Report): DerivedWatch {
  const expected = { links: 0, texts: 0, grams: 0, moments: 0 }
  const words = new Map<string, number>()
  const stems = new Map<string, number>()
  const told = new Set<string>()
  const stemOfWord = createStemmer()
  const reportRows = (table: string): void => {
    if (!told.has(table)) report(`table ${table}`, `is otherwise than the records make it. ${REBUILD}`)
    told.add(table)
  }
  return {
    async add(rows) {
      const derived = rows.map((row) => derive(row, stemOfWord))
      const links = derived.flatMap((each) => each.links)
      const texts = derived.flatMap(({ text }) => text ?? [])
      const moments = derived.flatMap((each) => each.moments)
      expected.links += links.length
      expected.moments += moments.length
      expected.texts += texts.length
      addCounts(
        words,
        derived.flatMap((each) => each.words),
      )
      addCounts(
        stems,
        derived.flatMap((each) => each.stems),
      )
      if ((await countLinks(database, links)) !== links.length) reportRows('links')
      if ((await countTexts(database, texts)) !== texts.length) reportRows('texts')
      if ((await countMoments(database, moments)) !== moments.length) reportRows('moments')
    },
    async end() {
      expected.grams = [...words.keys()].reduce((sum, word) => sum + gramsOf(word).length, 0)
      for (const table of ['links', 'texts', 'grams', 'moments'] as const) {
        const { count } = await database
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        if (count !== expected[table]) reportRows(table)
      }
      if ((await countGrams(database, [...words.keys()])) !== expected.grams) reportRows('grams')
      const { rows: kept } = await sql<{ name: string; uses: number }>`
        SELECT word AS name, uses FROM words`.execute(database)
      if (!isSameCount(kept, words)) reportRows('words')
      const { rows: held } = await sql<{ name: string; uses: number }>`
        SELECT stem AS name, texts AS uses FROM stems`.execute(database)
      if (!isSameCount(held, stems)) reportRows('stems')
    },
  }
}

function addCounts(counts: Map<string, number>, names: readonly string[]): void {
  for (const [name, count] of countChanges(names, [])) counts.set(name, (counts.get(name) ?? 0) + count)
}

const isSameCount = (
  rows: readonly { readonly name: string; readonly uses: number }[],
  expected: ReadonlyMap<string, number>,
): boolean => rows.length === expected.size && rows.every(({ name, uses }) => expected.get(name) === uses)

async function countLinks(database: Kysely<Tables>, links: readonly Tables['links'][]): Promise<number> {
  if (links.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM links JOIN unnest(
      ${links.map(({ target }) => target)}::bigint[], ${links.map(({ type }) => type)}::text[],
      ${links.map(({ rank }) => rank)}::text[], ${links.map(({ first }) => first)}::bigint[])
      AS wanted (target, type, rank, first) USING (target, type, rank, first)`.execute(database)
  return rows[0]?.count ?? 0
}

async function countTexts(database: Kysely<Tables>, texts: readonly Tables['texts'][]): Promise<number> {
  if (texts.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM texts JOIN unnest(
      ${texts.map(({ first }) => first)}::bigint[], ${texts.map(({ type }) => type)}::text[],
      ${texts.map(({ stems }) => stems)}::text[]) AS wanted (first, type, stems)
      ON texts.first = wanted.first AND texts.type = wanted.type AND texts.stems = wanted.stems::tsvector`.execute(
    database,
  )
  return rows[0]?.count ?? 0
}

/** Words a query. */
const BATCH = 2000

/** How many of the pieces that these words fall into are kept. */
async function countGrams(database: Kysely<Tables>, words: readonly string[]): Promise<number> {
  let count = 0
  for (let at = 0; at < words.length; at += BATCH) {
    const grams = gramRows(words.slice(at, at + BATCH))
    const { rows } = await sql<{ count: number }>`
      SELECT count(*) AS count FROM grams JOIN unnest(
        ${grams.map(({ gram }) => gram)}::text[], ${grams.map(({ word }) => word)}::text[])
        AS wanted (gram, word) USING (gram, word)`.execute(database)
    count += rows[0]?.count ?? 0
  }
  return count
}

async function countMoments(
  database: Kysely<Tables>,
  moments: readonly Tables['moments'][],
): Promise<number> {
  if (moments.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM moments JOIN ${momentRows(moments)}
      AS wanted (begins, ends, kind, first, version) USING (begins, ends, kind, first, version)`.execute(
    database,
  )
  return rows[0]?.count ?? 0
}
