/** Search in a large record: the database finds texts that may do, and the search of small records plans and ranks. */
import { type Kysely, sql } from 'kysely'
import {
  indexText,
  keyOf,
  nearestWord,
  planSearch,
  type RecordType,
  rankTexts,
  reachNames,
  runsOf,
  type SearchAnswer,
  type Synonyms,
  stemOf,
  type Term,
  wordsOf,
} from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { gramsOf, TITLE_MARK } from '../store/derive.ts'
import { createSqlGraph, type SqlGraph } from './sql-graph.ts'

/** Places beyond this are not counted one by one: the page says "more than". */
export const MOST_COUNTED = 1000
/** Of these the best are chosen, those that say it in their title first. */
const MOST_RANKED = 150
/** Words as near as a mistyped one can be are among so many that share most of its pieces. */
const MOST_NEAR = 200

export interface SqlSearch {
  readonly answer: SearchAnswer
  readonly graph: SqlGraph
}

export async function searchRecord(
  database: Kysely<Tables>,
  query: string,
  synonyms: Synonyms,
): Promise<SqlSearch> {
  const graph = createSqlGraph(database, null)
  const runs = runsOf(synonyms)
  const vocabulary = await readVocabulary(database, [...wordsOf(query), ...runs.flat(2)], wordsOf(query))
  const { terms, corrected } = planSearch(query, runs, vocabulary)
  if (terms.length === 0) return { graph, answer: { hits: [], corrected } }
  const counts = await readCounts(
    database,
    corrected.map(([, taken]) => stemOf(taken)),
  )
  const known = { ...vocabulary, countOf: (stem: string) => counts.get(stem) ?? vocabulary.countOf(stem) }
  const { firsts, kinds } = await findTexts(database, terms)
  const found = await graph.read(sql`SELECT r.type, r.id, r.first, r.recorded_at, r.body FROM records AS r
    WHERE r.first = ANY(${firsts}::bigint[]) AND r.body IS NOT NULL AND r.type <> 'tracker'`)
  const texts = found.map(({ type, id, body }) => indexText(type, id, body))
  const hits = rankTexts(texts, terms, known)
  await reachNames(graph, new Set(hits.map(({ type, id }) => keyOf(type, id))))
  return { graph, answer: { hits, corrected, kinds } }
}

async function readCounts(database: Kysely<Tables>, stems: readonly string[]): Promise<Map<string, number>> {
  if (stems.length === 0) return new Map()
  const { rows } = await sql<{ stem: string; texts: number }>`
    SELECT stem, texts FROM stems WHERE stem = ANY(${stems}::text[])`.execute(database)
  return new Map(rows.map(({ stem, texts }) => [stem, texts]))
}

/** What the record knows of these words; words near the ones that were typed, where nothing holds those. */
async function readVocabulary(database: Kysely<Tables>, words: readonly string[], typed: readonly string[]) {
  const counts = await readCounts(database, [...new Set(words.map(stemOf))])
  const { rows } = await sql<{ texts: number }>`
    SELECT greatest(reltuples, 0)::bigint AS texts FROM pg_class WHERE oid = 'texts'::regclass`.execute(
    database,
  )
  const near = new Map<string, string | null>()
  for (const word of new Set(typed))
    if (!counts.has(stemOf(word))) near.set(word, nearestWord(word, await readNear(database, word)))
  return {
    texts: rows[0]?.texts ?? 0,
    countOf: (stem: string) => counts.get(stem) ?? 0,
    nearest: (word: string) => near.get(word) ?? null,
  }
}

async function readNear(database: Kysely<Tables>, word: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ word: string; uses: number }>`
    SELECT word, uses FROM (
      SELECT word FROM grams WHERE gram = ANY(${gramsOf(word)}::text[])
      GROUP BY word ORDER BY count(*) DESC, word LIMIT ${MOST_NEAR}) AS near JOIN words USING (word)`.execute(
    database,
  )
  return new Map(rows.map(({ word: each, uses }) => [each, uses]))
}

interface FoundTexts {
  /** Of the texts to rank. */
  readonly firsts: readonly number[]
  /** How many of each type, up to MOST_COUNTED in all. */
  readonly kinds: Readonly<Partial<Record<RecordType, number>>>
}

async function findTexts(database: Kysely<Tables>, terms: readonly Term[]): Promise<FoundTexts> {
  const titled = await findMeeting(database, terms, TITLE_MARK, MOST_RANKED)
  const all = await findMeeting(database, terms, '', MOST_COUNTED + 1)
  const kinds: Partial<Record<RecordType, number>> = {}
  for (const { type } of all.slice(0, MOST_COUNTED)) kinds[type] = (kinds[type] ?? 0) + 1
  const firsts = new Set([...titled, ...all].map(({ first }) => first))
  return { firsts: [...firsts].slice(0, MOST_RANKED), kinds }
}

interface FoundText {
  readonly first: number
  readonly type: RecordType
}

/** In no order: the planner takes the cheaper way to so many. */
async function findMeeting(
  database: Kysely<Tables>,
  terms: readonly Term[],
  mark: string,
  most: number,
): Promise<readonly FoundText[]> {
  const { rows } = await sql<FoundText>`
    SELECT first, type FROM texts WHERE stems @@ ${writeQuery(terms, mark)}::tsquery LIMIT ${most}`.execute(
    database,
  )
  return rows
}

/** As PostgreSQL reads a tsquery: every term, each by any of its runs. Stems are letters, digits and pound signs. */
function writeQuery(terms: readonly Term[], mark: string): string {
  const run = (stems: readonly string[]) => `(${stems.map((stem) => `'${mark}${stem}'`).join(' & ')})`
  return terms
    .map(
      (term) =>
        `(${term
          .filter(({ length }) => length > 0)
          .map(run)
          .join(' | ')})`,
    )
    .join(' & ')
}
