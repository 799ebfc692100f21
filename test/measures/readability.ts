// How hard a text is to read: Flesch-Kincaid and SMOG grades. A grade and five years make a reading age.
import { syllable } from 'syllable'

export interface Readability {
  /** Flesch-Kincaid grade: length of sentences and of words. */
  readonly grade: number
  /** SMOG grade: how many words have three syllables or more. It is made for thirty sentences, and rough below ten. */
  readonly smog: number
  readonly words: number
  readonly sentences: number
  /** Words of three syllables or more, each once, most used first. */
  readonly longWords: readonly string[]
}

/** @param texts one a block (a heading, an option, a paragraph): the end of a block ends a sentence */
export function measureReadability(texts: readonly string[]): Readability {
  const sentences = texts.flatMap(sentencesOf)
  const words = sentences.flatMap(wordsOf)
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
  const long = words.filter((word) => countSyllables(word) >= LONG)
  const counts = new Map<string, number>()
  for (const word of long) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
  return {
    grade: 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59,
    smog: 1.043 * Math.sqrt((long.length * 30) / sentences.length) + 3.1291,
    words: words.length,
    sentences: sentences.length,
    longWords: [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word),
  }
}

/** SMOG counts words from here on. */
const LONG = 3

function sentencesOf(text: string): string[] {
  return text
    .replace(/(\d)[.,](\d)/g, '$1$2')
    .split(/(?<=[.!?;:])["”’)]*\s+|\n+/)
    .filter((sentence) => wordsOf(sentence).length > 0)
}

const wordsOf = (text: string): string[] => text.match(/[A-Za-z0-9£]+(?:['’][A-Za-z]+)*/g) ?? []

/** A number is read out as something short; its length is not what makes a text hard. */
const countSyllables = (word: string): number => (/\d/.test(word) ? 1 : Math.max(1, syllable(word)))
