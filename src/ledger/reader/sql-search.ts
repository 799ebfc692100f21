/** Search in a large record: the database finds texts that may do, and the search of small records plans and ranks. */
import { type Kysely, sql } from 'kysely'
import type { PlainDate } from '../../model/index.ts'
import {
  choose,
  createStemmer,
  FOUND,
  indexText,
  initialsOf,
  keyOf,
  nearestWord,
  type PlannedSearch,
  planSearch,
  type Ranked,
  type RecordType,
  rankTexts,
  rarityOf,
  reachNames,
  runsOf,
  type SearchAnswer,
  type SearchWanted,
  type Synonyms,
  stemOf,
  stemsTaken,
  type Term,
  type TrackerState,
  type Vocabulary,
  waysToSplit,
  waysToWrite,
  wordsAsked,
} from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { EVERY_TEXT, gramsOf, TITLE_MARK } from '../store/derive.ts'
import { createSqlGraph, RECORD_COLUMNS, type SqlGraph } from './sql-graph.ts'

/** Places beyond this are not counted one by one: the page says "more than". */
export const MOST_COUNTED = 1000
/** Of these the best are chosen, those that say it in their title first. */
const MOST_RANKED = 150
/** Words as near as a mistyped one can be are among so many that share most of its pieces. */
const MOST_NEAR = 200

export interface SqlSearch {
  readonly answer: SearchAnswer
  readonly graph: SqlGraph
  /** What was found, as a state of another day has it. */
  readonly rankIn: (state: TrackerState) => Ranked
}

export interface Sought extends SearchWanted {
  readonly query: string
  readonly synonyms: Synonyms
  /** The day that is asked for; null for the record as it is. */
  readonly past: PlainDate | null
}

/** As many as a page shows. */
const MOST_GIVEN = 30

export async function searchRecord(database: Kysely<Tables>, sought: Sought): Promise<SqlSearch> {
  const { query, past, most = MOST_GIVEN } = sought
  const graph = createSqlGraph(database, past)
  const runs = runsOf(sought.synonyms)
  const asked = wordsAsked(query)
  const vocabulary = await readVocabulary(database, [...asked, ...runs.flat(2), ...numbersIn(asked)], asked)
  const plan = planSearch(query, runs, vocabulary)
  const { terms, corrected, missing } = plan
  const told = { corrected, missing }
  if (terms.length === 0) {
    await readTopics(graph)
    return {
      graph,
      answer: { hits: [], isPartial: false, ...told },
      rankIn: () => ({ hits: [], met: 0 }),
    }
  }
  const counts = await readCounts(database, stemsTaken(corrected))
  const known = { ...vocabulary, countOf: (stem: string) => counts.get(stem) ?? vocabulary.countOf(stem) }
  const { firsts, kinds, met } = await findMostMeeting(database, plan, { sought, known })
  const found = await graph.read(sql`SELECT ${RECORD_COLUMNS} FROM records AS r
    WHERE r.first = ANY(${firsts}::bigint[]) AND r.body IS NOT NULL AND r.type <> 'tracker'`)
  // Where nothing tells two apart, they stand in the order of a small record.
  const inOrder = [...found].sort(
    (one, other) => FOUND.indexOf(one.type) - FOUND.indexOf(other.type) || one.first - other.first,
  )
  const initials = initialsOf([...terms, ...plan.hints])
  const stemOfWord = createStemmer()
  const texts = inOrder.map(({ type, id, body }) => indexText(type, id, body, initials, stemOfWord))
  // What of it was so on a day is known only once the state of that day is made of all.
  const { hits } = rankTexts(texts, plan, known, past === null ? most : MOST_RANKED)
  await reachNames(graph, new Set(hits.map(({ type, id }) => keyOf(type, id))))
  if (hits.length === 0) await readTopics(graph)
  const rankIn = ({ records }: TrackerState) =>
    rankTexts(
      inOrder.flatMap(({ type, id }) => {
        const body = records[type].get(id)?.body
        return body === undefined ? [] : indexText(type, id, body, initials, stemOfWord)
      }),
      plan,
      known,
    )
  const isPartial = met > 0 && met < terms.length
  return { graph, answer: { hits, kinds, isPartial, ...told }, rankIn }
}

/** The other ways to write the numbers among these. */
const numbersIn = (words: readonly string[]): string[] => words.flatMap((word) => waysToWrite(word).flat())

/** Where nothing is found, these are offered. */
const readTopics = (graph: SqlGraph) =>
  graph.read(sql`SELECT ${RECORD_COLUMNS} FROM records AS r
    WHERE r.type = 'topic' AND r.body IS NOT NULL ORDER BY r.sort, r.first LIMIT ${MOST_GIVEN}`)

/** The answer on the day that the state is of; counted anew where all that was found could be looked at. */
export function answerOn(
  { answer: { hits, kinds = {}, ...told }, rankIn }: SqlSearch,
  state: TrackerState,
  { kind, most = MOST_GIVEN }: SearchWanted,
): SearchAnswer {
  const { hits: so } = rankIn(state)
  const found = Object.values(kinds).reduce((sum, count) => sum + count, 0)
  if (kind !== undefined || found > hits.length) return { ...told, hits: so.slice(0, most), kinds }
  const counted: Partial<Record<RecordType, number>> = {}
  for (const { type } of so) counted[type] = (counted[type] ?? 0) + 1
  return { ...told, hits: so.slice(0, most), kinds: counted }
}

async function readCounts(database: Kysely<Tables>, stems: readonly string[]): Promise<Map<string, number>> {
  if (stems.length === 0) return new Map()
  const { rows } = await sql<{ stem: string; texts: number }>`
    SELECT stem, texts FROM stems WHERE stem = ANY(${stems}::text[])`.execute(database)
  return new Map(rows.map(({ stem, texts }) => [stem, texts]))
}

/** What the record knows of these words; words near the ones that were typed, where nothing holds those. */
async function readVocabulary(database: Kysely<Tables>, words: readonly string[], typed: readonly string[]) {
  const counts = await readCounts(database, [EVERY_TEXT, ...new Set(words.map(stemOf))])
  const near = new Map<string, string | null>()
  for (const word of new Set(typed))
    if (!counts.has(stemOf(word))) near.set(word, nearestWord(word, await readNear(database, word)))
  // Such a word may be two that were run together.
  const halves = [...near].flatMap(([word, nearest]) => (nearest === null ? waysToSplit(word).flat() : []))
  const parted = await readCounts(database, [...new Set(halves.map(stemOf))])
  return {
    texts: counts.get(EVERY_TEXT) ?? 0,
    countOf: (stem: string) => counts.get(stem) ?? parted.get(stem) ?? 0,
    nearest: (word: string) => near.get(word) ?? null,
  }
}

async function readNear(database: Kysely<Tables>, word: string): Promise<Map<string, number>> {
  // Asked for one by one: joined, all words would be read for these few.
  const { rows } = await sql<{ word: string; uses: number }>`
    SELECT word, (SELECT uses FROM words WHERE words.word = near.word) AS uses FROM (
      SELECT word FROM grams WHERE gram = ANY(${gramsOf(word)}::text[])
      GROUP BY word ORDER BY count(*) DESC, word LIMIT ${MOST_NEAR}) AS near`.execute(database)
  return new Map(rows.map(({ word: each, uses }) => [each, uses]))
}

interface FoundTexts {
  /** Of the texts to rank. */
  readonly firsts: readonly number[]
  /** How many of each type, up to MOST_COUNTED in all. */
  readonly kinds: Readonly<Partial<Record<RecordType, number>>>
}

/** Texts that hold all terms; where none does, those that hold all but one, and so on to the rarest alone. */
async function findMostMeeting(
  database: Kysely<Tables>,
  { terms }: PlannedSearch,
  { sought, known }: { readonly sought: Sought; readonly known: Pick<Vocabulary, 'countOf'> },
): Promise<FoundTexts & { readonly met: number }> {
  for (let count = terms.length; count > 1; count--) {
    const found = await findTexts(database, choose(terms, count), sought)
    if (Object.keys(found.kinds).length > 0) return { ...found, met: count }
  }
  const rarity = (stem: string) => -known.countOf(stem)
  const rarest = [...terms].sort((one, other) => rarityOf(other, rarity) - rarityOf(one, rarity))
  const found = await findTexts(database, choose(rarest.slice(0, 1), 1), sought)
  return { ...found, met: Object.keys(found.kinds).length > 0 ? 1 : 0 }
}

async function findTexts(
  database: Kysely<Tables>,
  ways: readonly (readonly Term[])[],
  { kind, past }: Sought,
): Promise<FoundTexts> {
  const titles = writeQuery(ways, TITLE_MARK)
  const whole = writeQuery(ways, '')
  const found = await findMeeting(database, [
    { query: titles, most: MOST_RANKED, past, only: kind },
    { query: whole, most: MOST_COUNTED + 1, past, only: undefined },
    ...(kind === undefined ? [] : [{ query: whole, most: MOST_COUNTED + 1, past, only: kind }]),
  ])
  const [titled = [], all = [], own = all] = found
  const kinds: Partial<Record<RecordType, number>> = {}
  for (const { type } of all.slice(0, MOST_COUNTED)) kinds[type] = (kinds[type] ?? 0) + 1
  // Of the kind that is asked for, more may be there than stand among the first of all.
  if (kind !== undefined && own.length > 0) kinds[kind] = Math.min(own.length, MOST_COUNTED)
  const firsts = new Set([...titled, ...own].map(({ first }) => first))
  return { firsts: [...firsts].slice(0, MOST_RANKED), kinds }
}

interface FoundText {
  readonly first: number
  readonly type: RecordType
}

interface Meeting {
  readonly query: string
  readonly most: number
  readonly past: PlainDate | null
  readonly only: RecordType | undefined
}

/** For each what it finds, in no order: the planner takes the cheaper way to so many. One round trip for all. */
async function findMeeting(
  database: Kysely<Tables>,
  meetings: readonly Meeting[],
): Promise<readonly (readonly FoundText[])[]> {
  const asked = meetings.map(({ query, most, past, only }, at) => {
    const isOf = only === undefined ? sql`true` : sql`t.type = ${only}`
    const isSo =
      past === null
        ? sql`true`
        : sql`EXISTS (SELECT FROM records AS r WHERE r.first = t.first AND r.body IS NOT NULL AND r.day <= ${past})`
    return sql`(SELECT ${at}::int AS at, t.first, t.type FROM texts AS t
      WHERE t.stems @@ ${query}::tsquery AND ${isOf} AND ${isSo} LIMIT ${most})`
  })
  const { rows } = await sql<FoundText & { at: number }>`${sql.join(asked, sql` UNION ALL `)}`.execute(
    database,
  )
  return meetings.map((_, place) => rows.filter(({ at }) => at === place))
}

/** As PostgreSQL reads a tsquery: any of the ways, all terms of it, each by any of its runs. Stems are letters, digits and pound signs. */
function writeQuery(ways: readonly (readonly Term[])[], mark: string): string {
  const run = (stems: readonly string[]) => `(${stems.map((stem) => `'${mark}${stem}'`).join(' & ')})`
  const all = (terms: readonly Term[]) => terms.map((term) => `(${term.map(run).join(' | ')})`).join(' & ')
  return ways.map((terms) => `(${all(terms)})`).join(' | ')
}
