/** Texts as comparable words: lower case, stemmed, function words left out, and word pairs for quoting. */
import stem from 'wink-porter2-stemmer'
import { readSynonyms, type Synonyms } from './synonyms.ts'

const STOP_WORDS = new Set(
  `a an and any all also are as at be been being both but by can could did do does each either for from further get
  had has have he her his how however i if in into is it its itself made make may more most must my no nor not of on
  one or other our ours own per shall she should so some such than that the their them then there therefore these they
  this those through to too under up upon us was we well were what when where whether which while who whom whose why
  will with within without would you your yours`.split(/\s+/),
)

/** The ordinary words of report and response that tell no topic. */
const GENRE_WORDS = new Set(
  `recommend recommends recommended recommendation recommendations government governments response respond accept
  accepts accepted agree agrees committee inquiry review report conclusion ensure ensuring continue work working
  department minister ministers paragraph`.split(/\s+/),
)

export interface Words {
  /** Every word, lower case, unstemmed, in order: what quoting is measured on. */
  readonly plain: readonly string[]
  /** Stems of the words that tell a topic, in order, with repeats. */
  readonly topics: readonly string[]
  /** As many of each stem as only stand in the name of a body: they tell who acts, and little of what about. */
  readonly named: ReadonlyMap<string, number>
  /** The lists of synonyms that its words stand in, each once. */
  readonly kin: () => readonly string[]
}

export interface WordReader {
  read(text: string): Words
}

// The digits keep their separators, so that "1,000" and "£2.8" are one word each.
const WORD = /[£€$]?\p{N}+(?:[.,]\p{N}+)*%?|\p{L}[\p{L}\p{N}]*(?:['’]\p{L}+)?/gu

/** Words as printed, lower case; line-end hyphens and possessives are undone. */
export function splitWords(text: string): string[] {
  const whole = text
    .normalize('NFKC')
    .replace(/\u00AD/g, '')
    .replace(/(\p{L})[-‐‑]\s*(?=\p{Ll})/gu, '$1')
  return (whole.toLowerCase().match(WORD) ?? []).map((word) => word.replace(/['’]s?$|['’]s$/, ''))
}

/** "Food Standards Agency", "Department for Transport". */
const BODY =
  /\b(?:\p{Lu}[\p{L}’'&-]*\s+(?:(?:of|for|and|the)\s+)*){1,5}(?:Agency|Authority|Commission|Council|Board|Office|Service|Inspectorate|Committee|Directorate)\b|\b(?:Department|Ministry|Office|Board|Commission)(?: (?:of|for|and|the|\p{Lu}[\p{L}’'&-]*))*\s\p{Lu}[\p{L}’'&-]*/gu

/** A reader that remembers stems, for the length of one comparison. */
export function createWordReader(): WordReader {
  const stems = new Map<string, string>()
  const stemOf = (word: string) => {
    const known = stems.get(word)
    if (known !== undefined) return known
    const found = /^\p{L}+$/u.test(word) && word.length < 40 ? stem(word.replace(/['’]/g, '')) : word
    stems.set(word, found)
    return found
  }
  let synonyms: Synonyms | null = null
  const topicsOf = (plain: readonly string[]) =>
    plain
      .filter((word) => !STOP_WORDS.has(word) && !GENRE_WORDS.has(word))
      .filter((word) => word.length > 1 || /\p{N}/u.test(word))
      .map(stemOf)
  return {
    read: (text) => {
      const plain = splitWords(text)
      const named = new Map<string, number>()
      for (const [name] of text.matchAll(BODY))
        for (const one of topicsOf(splitWords(name))) named.set(one, (named.get(one) ?? 0) + 1)
      const topics = topicsOf(plain)
      const kin = () => {
        const lists = synonyms ?? readSynonyms(stemOf)
        synonyms = lists
        return [...new Set(topics.flatMap((one) => lists.get(one) ?? []))]
      }
      return { plain, topics, named, kin }
    },
  }
}

/** Runs of `size` neighbouring words, each joined to one string: equal runs are the trace of quoting. */
export function runsOf(plain: readonly string[], size: number): string[] {
  const runs: string[] = []
  for (let index = 0; index + size <= plain.length; index++)
    runs.push(plain.slice(index, index + size).join(' '))
  return runs
}
