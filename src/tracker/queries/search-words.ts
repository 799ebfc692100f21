/** The words of texts and of questions, and the form that a search compares them by. */
import stemWord from 'wink-porter2-stemmer'

/** Small words are in everything and tell nothing apart. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be by did do for from has have in is it of on or that the they this to was what who with'.split(
    ' ',
  ),
)

/** Words that a question is put in. A text need not hold them; one that does, such as a title put as a question, comes first. */
export const ASKING_WORDS: ReadonlySet<string> = new Set(
  'about again am any anyone being been but can could does get gets getting give given got had he her him his how i if into its ive just like make many may me more most much must my need no not our out over she should so some than their them then there these those too up us want we were when where which while why will would you your'.split(
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

const LARGE_SUM = /(?:£\s?)?\b(\d[\d,]*(?:\.\d+)?)\s?(million|mn|m|billion|bn)\b/gi

/** Words of a question, in which large sums are written as texts write them: "£40 million" and "40m" as "£40m". */
export const askedWordsOf = (query: string): string[] =>
  wordsOf(
    query.replaceAll(
      LARGE_SUM,
      (_, count: string, unit: string) => ` £${count.replaceAll(',', '')}${/^b/i.test(unit) ? 'bn' : 'm'} `,
    ),
  )

/** The other ways to write a sum that `askedWordsOf` wrote; none for any other word. */
export function waysToWrite(word: string): readonly (readonly string[])[] {
  const [, count, unit] = /^£(\d+)(m|bn)$/.exec(word) ?? []
  if (count === undefined) return []
  return [
    [word],
    [`£${count}`, unit === 'm' ? 'million' : 'billion'],
    [count, unit === 'm' ? 'million' : 'billion'],
  ]
}
