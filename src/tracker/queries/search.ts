/** Search over the records: every word must be met where one text meets them all; abbreviations and mistakes are forgiven. */
import { type CommitmentVersion, labelPounds } from '../drift.ts'
import type { TrackerState } from '../fold.ts'
import type { RecordType } from '../record/index.ts'
import { nearestWord } from './nearest-word.ts'
import { planSearch, runsOf, type Vocabulary } from './search-plan.ts'
import { rankTexts } from './search-rank.ts'
import { stemOf, wordsOf } from './search-words.ts'
import type { Synonyms } from './synonyms.ts'

export interface SearchHit {
  readonly type: RecordType
  readonly id: string
  readonly excerpt: string
  readonly score: number
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[]
  /** The words taken in place of ones that nothing holds: what was typed, and what was looked for. */
  readonly corrected: readonly (readonly [typed: string, taken: string])[]
  /** Words that nothing holds, nor anything like them: the hits hold the others. */
  readonly missing: readonly string[]
  /** No text holds all the other words: the hits hold as many of them as any does. */
  readonly isPartial: boolean
  /** How many places of each type there are, where `hits` are only the best of them; counted up to a thousand in all. */
  readonly kinds?: Readonly<Partial<Record<RecordType, number>>>
}

/** What of all that is found is wanted; a small record gives everything. */
export interface SearchWanted {
  /** Only of this type. */
  readonly kind?: RecordType | undefined
  /** The best so many. */
  readonly most?: number
}

export interface SearchIndex {
  readonly search: (query: string) => SearchAnswer
}

export interface IndexedText {
  readonly type: RecordType
  readonly id: string
  readonly text: string
  /** How often each stem stands in the title (counted five times: a title says what it is about) and the text. */
  readonly weights: ReadonlyMap<string, number>
  /** Stems of the title. */
  readonly titles: ReadonlySet<string>
  readonly words: readonly string[]
}

const TITLE_WEIGHT = 5

/** Fields that are read as titles; the other words of a record are its text, ids and dates left out. */
const TITLES = new Set(['title', 'name', 'shortName', 'question'])
const SILENT = new Set([
  'id',
  'cites',
  'address',
  'on',
  'topics',
  'topic',
  'by',
  'owner',
  'answers',
  'government',
  'formerIds',
  'starts',
  'dueBy',
  'due',
  'met',
  'period',
  'published',
  'stateOn',
  'unmetOn',
  'from',
  'order',
])

type Money = NonNullable<CommitmentVersion['money']>

const isMoney = (value: unknown): value is Money =>
  value !== null && typeof value === 'object' && 'pounds' in value && typeof value.pounds === 'number'

/** "£126m for the first two years", "£16m, 2024-25": an amount that is held as a number is read as pages write it. */
function writeMoney({ pounds, period }: Money): string {
  const sum = labelPounds(pounds)
  if (period === undefined) return sum
  return /^\d/.test(period) ? `${sum}, ${period}` : `${sum} ${period}`
}

function addTexts(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value)
  // Figures, places and families reached: by themselves they say nothing to a reader, and are looked for.
  else if (typeof value === 'number') texts.push(String(value))
  else if (isMoney(value)) texts.push(writeMoney(value))
  else if (Array.isArray(value)) for (const each of value) addTexts(each, texts)
  else if (value !== null && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) if (!SILENT.has(key)) addTexts(part, texts)
}

/** What a search reads of a record. */
export function splitTexts(body: object): { readonly titles: string[]; readonly texts: string[] } {
  const titles: string[] = []
  const texts: string[] = []
  for (const [key, value] of Object.entries(body))
    if (!SILENT.has(key)) addTexts(value, TITLES.has(key) ? titles : texts)
  return { titles, texts }
}

/** A record as a search keeps it; of its text only words that begin with one of `initials`, where others are not asked for. */
export function indexText(
  type: RecordType,
  id: string,
  body: object,
  initials: ReadonlySet<string> | null = null,
  stemOfWord: (word: string) => string = stemOf,
): IndexedText {
  const { titles: named, texts } = splitTexts(body)
  // A topic's address is its short name, which its title may say in other words.
  const titles = type === 'topic' ? [...named, id.replaceAll('-', ' ')] : named
  const isAsked = (word: string) => initials?.has(word.charAt(0)) ?? true
  const words = [titles.flatMap(wordsOf), texts.flatMap((text) => wordsOf(text).filter(isAsked))] as const
  // Taking a word apart costs most of all this, and words come again. Of a title others only count.
  const stems = new Map(
    [...new Set(words.flat())].map((word) => [word, isAsked(word) ? stemOfWord(word) : word]),
  )
  const weights = new Map<string, number>()
  const add = (list: readonly string[], weight: number) => {
    for (const word of list) {
      const stem = stems.get(word) ?? word
      weights.set(stem, (weights.get(stem) ?? 0) + weight)
    }
  }
  add(words[0], TITLE_WEIGHT)
  add(words[1], 1)
  const text = texts.filter((each) => each.includes(' ')).join(' · ')
  return {
    type,
    id,
    text: text === '' ? named.join(' ') : text,
    weights,
    titles: new Set(words[0].map((word) => stems.get(word) ?? word)),
    words: words.flat(),
  }
}

/** What can be found: everything with a page or a place on one. Coverage is found through its help and its group. */
export const FOUND: readonly RecordType[] = [
  'topic',
  'commitment',
  'recommendation',
  'support',
  'group',
  'ask',
  'decision',
  'deliveryEvent',
  'deadline',
  'assessment',
  'position',
  'organisation',
  'programme',
  'indicator',
  'conflict',
  'source',
]

export function createSearchIndex(state: TrackerState, synonyms: Synonyms): SearchIndex {
  const texts = FOUND.flatMap((type) =>
    [...state.records[type].values()].map(({ id, body }) => indexText(type, id, body)),
  )
  const counts = new Map<string, number>()
  const known = new Map<string, number>()
  for (const { weights, words } of texts) {
    for (const stem of weights.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    for (const word of words) known.set(word, (known.get(word) ?? 0) + 1)
  }
  const runs = runsOf(synonyms)
  const vocabulary: Vocabulary = {
    texts: texts.length,
    countOf: (stem) => counts.get(stem) ?? 0,
    nearest: (word) => nearestWord(word, known),
  }
  return {
    search(query) {
      const plan = planSearch(query, runs, vocabulary)
      const { hits, met } = rankTexts(texts, plan, vocabulary)
      const { corrected, missing, terms } = plan
      return { hits, corrected, missing, isPartial: hits.length > 0 && met < terms.length }
    },
  }
}
