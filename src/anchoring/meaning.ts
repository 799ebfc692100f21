/** What may not differ between a quote and words like it: its figures, its names, and the words that turn it round. */

const FIGURES = /\d+(?:[.,]\d+)*/g
const NEGATIONS = /\b(?:not|no|never|neither|nor|none|cannot|without)\b|n['’]t\b/gi

const figuresOf = (text: string): string =>
  (text.match(FIGURES) ?? [])
    .map((figure) => figure.replaceAll(',', ''))
    .sort()
    .join(' ')
const negationsOf = (text: string): number => text.match(NEGATIONS)?.length ?? 0

/** Words with a capital within a sentence. */
const NAMES = /(?<=[\p{L}\p{N},;:)’'”"]\s+)\p{Lu}\p{L}+/gu
const WORDS = /[\p{L}\p{N}]+/gu

const wordsOf = (text: string): Set<string> =>
  new Set((text.match(WORDS) ?? []).map((word) => word.toLowerCase()))

/** Whether every name of the one stands in the other, in capitals or not. */
const hasNames = (one: string, other: string): boolean => {
  const words = wordsOf(other)
  return (one.match(NAMES) ?? []).every((name) => words.has(name.toLowerCase()))
}

/** "£40m" is not "£126m" and "will" is not "will not", however alike the letters. Null where nothing of the kind differs. */
export function differenceInMeaning(quote: string, words: string): string | null {
  if (figuresOf(quote) !== figuresOf(words)) return 'its figures are others'
  if (negationsOf(quote) !== negationsOf(words)) return 'one of the two says "not"'
  if (!hasNames(quote, words) || !hasNames(words, quote)) return 'its names are others'
  return null
}
