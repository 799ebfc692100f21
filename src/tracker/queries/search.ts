/** Search over the records: every word must be met, in any form; abbreviations and typing mistakes are forgiven. */
import stemWord from 'wink-porter2-stemmer'
import type { TrackerState } from '../fold.ts'
import type { RecordType } from '../record/index.ts'
import { nearestWord } from './nearest-word.ts'
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
/** No word of a text is longer, and taking one apart would only cost time. */
const LONGEST_WORD = 60
/** Small words are in everything and tell nothing apart. */
const SMALL_WORDS = new Set(
  'a an and are as at be by did do for from has have in is it of on or that the they this to was what who with'.split(
    ' ',
  ),
)

/** The form that a search compares words by. */
export const stemOf = (word: string): string => stemWord(word)

/** More words than a large tracker has; what was found is then let go and found again. */
const MOST_STEMS = 100_000

/** The same for many texts one after the other: taking a word apart takes twenty times as long as looking it up. */
export function createStemmer(): (word: string) => string {
  const stems = new Map<string, string>()
  return (word) => {
    const known = stems.get(word)
    if (known !== undefined) return known
    const stem = stemWord(word)
    if (stems.size >= MOST_STEMS) stems.clear()
    stems.set(word, stem)
    return stem
  }
}

/** Words as they are written, in lower case. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .match(/[\p{L}\p{N}£]+/gu) ?? []

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
  'from',
])

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) => (SILENT.has(key) ? [] : textsOf(part)))
}

/** What a search reads of a record. */
export function splitTexts(body: object): { readonly titles: string[]; readonly texts: string[] } {
  const entries = Object.entries(body).filter(([key]) => !SILENT.has(key))
  const read = (isTitle: boolean) =>
    entries.filter(([key]) => TITLES.has(key) === isTitle).flatMap(([, value]) => textsOf(value))
  return { titles: read(true), texts: read(false) }
}

/** A record as a search keeps it; only of words that begin with one of \`initials\`, where others are not asked for. */
export function indexText(
  type: RecordType,
  id: string,
  body: object,
  initials: ReadonlySet<string> | null = null,
  stemOfWord: (word: string) => string = stemWord,
): IndexedText {
  const { titles, texts } = splitTexts(body)
  const isAsked = (word: string) => initials?.has(word.charAt(0)) ?? true
  const asked = (text: string) => wordsOf(text).filter(isAsked)
  const words = [titles.flatMap(asked), texts.flatMap(asked)] as const
  // Taking a word apart costs most of all this, and words come again.
  const stems = new Map([...new Set(words.flat())].map((word) => [word, stemOfWord(word)]))
  const weights = new Map<string, number>()
  const add = (list: readonly string[], weight: number) => {
    for (const word of list) {
      const stem = stems.get(word) ?? word
      weights.set(stem, (weights.get(stem) ?? 0) + weight)
    }
  }
  add(words[0], TITLE_WEIGHT)
  add(words[1], 1)
  const text = texts.filter((each) => each.includes(' ')).join(' ')
  const named = new Set(words[0].map((word) => stems.get(word) ?? word))
  return {
    type,
    id,
    text: text === '' ? titles.join(' ') : text,
    weights,
    titles: named,
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

/** One thing asked for: any of these runs of stems will do. */
export type Term = readonly (readonly string[])[]

/** What a search knows of all texts: how many hold a stem, and which word was most likely meant. */
export interface Vocabulary {
  readonly texts: number
  /** How many texts hold the stem. */
  countOf(stem: string): number
  nearest(word: string): string | null
}

export interface PlannedSearch {
  readonly terms: readonly Term[]
  readonly corrected: SearchAnswer['corrected']
}

/** Synonyms as runs of words. */
export const runsOf = (synonyms: Synonyms): readonly (readonly (readonly string[])[])[] =>
  synonyms.map((set) => set.map((phrase) => wordsOf(phrase)))

/** What is looked for when this is asked: nothing for a word that no text could hold. */
export function planSearch(
  query: string,
  runs: ReturnType<typeof runsOf>,
  vocabulary: Vocabulary,
): PlannedSearch {
  const corrected: (readonly [string, string])[] = []
  const asked = wordsOf(query)
  if (asked.some((word) => word.length > LONGEST_WORD)) return { terms: [], corrected }
  const words = asked.map((word) => {
    const isMeant = vocabulary.countOf(stemWord(word)) > 0 || SMALL_WORDS.has(word)
    if (isMeant || runs.some((set) => set.some((run) => run.includes(word)))) return word
    const near = vocabulary.nearest(word)
    if (near === null) return word
    corrected.push([word, near])
    return near
  })
  return { terms: termsOf(words, runs), corrected }
}

/** What the words of texts that meet the terms begin with: a stem begins as its words do. */
export const initialsOf = (terms: readonly Term[]): ReadonlySet<string> =>
  new Set(terms.flat(2).map((stem) => stem.charAt(0)))

/** The best \`most\` of the texts that meet every term, best first. */
export function rankTexts(
  texts: readonly IndexedText[],
  terms: readonly Term[],
  vocabulary: Pick<Vocabulary, 'texts' | 'countOf'>,
  most = Number.POSITIVE_INFINITY,
): SearchHit[] {
  if (terms.length === 0) return []
  const rarity = (stem: string) => Math.log(1 + vocabulary.texts / (1 + vocabulary.countOf(stem)))
  return texts
    .flatMap((text) => rateText(text, terms, rarity) ?? [])
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ text, stem, score }) => {
      return { type: text.type, id: text.id, excerpt: windowOf(text.text, stem), score }
    })
}

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
      const { terms, corrected } = planSearch(query, runs, vocabulary)
      return { hits: rankTexts(texts, terms, vocabulary), corrected }
    },
  }
}

/** Runs of words that have synonyms become one term each; every other word is a term, small ones left out. */
function termsOf(words: readonly string[], runs: readonly (readonly (readonly string[])[])[]): Term[] {
  const terms: Term[] = []
  const stems = (run: readonly string[]) =>
    run.filter((word) => !SMALL_WORDS.has(word)).map((word) => stemWord(word))
  for (let at = 0; at < words.length; ) {
    const found = runs
      .flatMap((set) => set.map((run) => ({ set, run })))
      .filter(({ run }) => run.every((word, index) => stemWord(word) === stemWord(words[at + index] ?? '')))
      .sort((one, other) => other.run.length - one.run.length)[0]
    const word = words[at] ?? ''
    if (found) terms.push(found.set.map(stems))
    else if (!SMALL_WORDS.has(word)) terms.push([[stemWord(word)]])
    at += found?.run.length ?? 1
  }
  return terms
}

/** Null unless every term is met. Rare words count more; a long text earns little more for repeating one. */
function rateText(
  text: IndexedText,
  terms: readonly Term[],
  rarity: (stem: string) => number,
): { readonly text: IndexedText; readonly stem: string; readonly score: number } | null {
  let score = 0
  let first: string | undefined
  for (const term of terms) {
    const met = term
      .filter((run) => run.every((stem) => text.weights.has(stem)))
      .map((run) => ({
        run,
        worth: run.reduce(
          (sum, stem) => sum + rarity(stem) * Math.log2(1 + (text.weights.get(stem) ?? 0)),
          0,
        ),
      }))
      .sort((one, other) => other.worth - one.worth)[0]
    if (!met) return null
    first ??= met.run[0]
    score += met.worth
  }
  return { text, stem: first ?? '', score }
}

/** About two lines of text. */
const WINDOW = 180

const isOfStem = (word: string, stem: string): boolean =>
  word.charAt(0) === stem.charAt(0) && stemWord(word) === stem

function windowOf(text: string, stem: string): string {
  const at =
    [...text.matchAll(/[\p{L}\p{N}£]+/gu)].find(([word]) => isOfStem(word.toLowerCase(), stem))?.index ?? 0
  const start = at < 80 ? 0 : text.indexOf(' ', at - 60) + 1
  const cut = text.slice(start, start + WINDOW)
  const end = start + WINDOW >= text.length ? cut : `${cut.slice(0, cut.lastIndexOf(' '))}…`
  return start === 0 ? end : `…${end}`
}
