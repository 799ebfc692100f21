/** Words that tell of groups: a text that prints none of them names no group, and need not be searched. */
import { capitalsKey, grow, type NameNode } from './name-tree.ts'
import type { GroupVocabulary } from './vocabulary.ts'
import { isInCapitals, printedAt, splitWords, wordAt } from './words.ts'

// First words of names that stand in nearly every text; the words after them tell more.
const COMMON = new Set('the a an at in of with those would under first new'.split(' '))
// Nearly all words: one word here too, so that it need not be taken apart.
const PLAIN = /^[A-Za-z]+$/
const SMALL = /^[a-z]+$/
const CAPITALS = /^[A-Z]{2,}s?$/
const NUMBER = /^\^?\p{N}/u

/**
 * Tells of words as printed whether they tell of a group; false only for words that no text with a group needs. Letters
 * that follow a number are one word with it here ("18s"), and two for who asks.
 */
export function findTellingWords({ telling }: GroupVocabulary): (printed: string) => boolean {
  const numbersTell = [...telling].some((key) => NUMBER.test(key))
  return (printed) => {
    if (SMALL.test(printed)) return telling.has(printed)
    if (PLAIN.test(printed))
      return (
        telling.has(printed.toLowerCase()) || (CAPITALS.test(printed) && telling.has(capitalsKey(printed)))
      )
    if (NUMBER.test(printed)) return numbersTell
    const words = splitWords(printed)
    return words.starts.some(
      (_start, index) =>
        telling.has(wordAt(words, index)) ||
        (isInCapitals(words, index) && telling.has(capitalsKey(printedAt(words, index)))),
    )
  }
}

/** First words of names, and second ones after those that stand in nearly every text. */
export function tellingKeys(names: NameNode): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const [key, node] of names.next) {
    const { ids, isOther, next } = COMMON.has(key) ? grow(node) : node
    if (!COMMON.has(key) || ids.length > 0 || isOther) keys.add(key)
    else for (const second of next.keys()) keys.add(second)
  }
  return keys
}
