/** What may not differ between a quote and words like it: its figures, and the words that turn a sentence round. */

const FIGURES = /\d+(?:[.,]\d+)*/g
const NEGATIONS = /\b(?:not|no|never|neither|nor|none|cannot|without)\b|n['’]t\b/gi

const figuresOf = (text: string): string =>
  (text.match(FIGURES) ?? [])
    .map((figure) => figure.replaceAll(',', ''))
    .sort()
    .join(' ')
const negationsOf = (text: string): number => text.match(NEGATIONS)?.length ?? 0

/** "£40m" is not "£126m" and "will" is not "will not", however alike the letters. Null where nothing of the kind differs. */
export function differenceInMeaning(quote: string, words: string): string | null {
  if (figuresOf(quote) !== figuresOf(words)) return 'its figures are others'
  if (negationsOf(quote) !== negationsOf(words)) return 'one of the two says "not"'
  return null
}
