/** The small language in which a vocabulary writes a group's names. */

/** A word of a name; `isCapitals` asks the text to print it in capitals too ("SGO"). */
export interface NameWord {
  readonly word: string
  readonly isCapitals: boolean
}

/** A name as it is written: words, parts in a row, or parts of which one stands. What may be left out is either it or no words. */
export type NameExpression =
  | { readonly kind: 'words'; readonly words: readonly NameWord[] }
  | { readonly kind: 'row' | 'either'; readonly parts: readonly NameExpression[] }

const LEXEME = /[[\]()|]|[^\s[\]()|]+/g
// More plain runs of words than this from one name is a mistake of brackets, and costs every reader memory.
const MOST_RUNS = 3000
const DEEPEST = 8
const NOTHING: NameExpression = { kind: 'words', words: [] }

/**
 * Reads a name. "[x]" may be left out, "(x|y)" is either; both nest.
 * Gives a plain reason to `fail` where brackets do not close, nothing is left, or it stands for too many runs of words.
 */
export function parseName(name: string, fail: (reason: string) => never): NameExpression {
  const lexemes = name.match(LEXEME) ?? []
  let at = 0
  const alternatives = (closer: string | undefined, depth: number): NameExpression => {
    if (depth > DEEPEST) fail(`brackets nest more than ${DEEPEST} deep`)
    const rows: NameExpression[][] = [[]]
    for (; at < lexemes.length; at += 1) {
      const lexeme = lexemes[at] ?? ''
      const row = rows[rows.length - 1] ?? []
      if (lexeme === closer) return eitherOf(rows)
      if (lexeme === '|') rows.push([])
      else if (lexeme === '[' || lexeme === '(') {
        at += 1
        const inner = alternatives(lexeme === '[' ? ']' : ')', depth + 1)
        row.push(lexeme === '[' ? { kind: 'either', parts: [NOTHING, inner] } : inner)
      } else if (lexeme === ']' || lexeme === ')') fail(`"${lexeme}" closes nothing`)
      else row.push({ kind: 'words', words: parseWords(lexeme) })
    }
    return closer === undefined ? eitherOf(rows) : fail(`"${closer}" is missing`)
  }
  const expression = alternatives(undefined, 0)
  if (canBeEmpty(expression)) fail('all of it may be left out')
  if (countRuns(expression) > MOST_RUNS) fail(`it stands for more than ${MOST_RUNS} runs of words`)
  return expression
}

function eitherOf(rows: readonly NameExpression[][]): NameExpression {
  const parts = rows.map((row): NameExpression => ({ kind: 'row', parts: row }))
  const [only] = parts
  return parts.length === 1 && only ? only : { kind: 'either', parts }
}

function canBeEmpty(expression: NameExpression): boolean {
  if (expression.kind === 'words') return expression.words.length === 0
  return expression.kind === 'row' ? expression.parts.every(canBeEmpty) : expression.parts.some(canBeEmpty)
}

/** A word that a name can begin with, and what of the name is left after it. */
export interface NameHead {
  readonly word: NameWord
  readonly rest: NameExpression
}

/** Every way in which the name can begin. */
export function headsOf(expression: NameExpression): NameHead[] {
  if (expression.kind === 'either') return expression.parts.flatMap(headsOf)
  if (expression.kind === 'words') {
    const [word, ...words] = expression.words
    return word ? [{ word, rest: { kind: 'words', words } }] : []
  }
  const [first, ...parts] = expression.parts
  if (!first) return []
  const heads = headsOf(first).map(({ word, rest }): NameHead => {
    return { word, rest: { kind: 'row', parts: [rest, ...parts] } }
  })
  return canBeEmpty(first) ? [...heads, ...headsOf({ kind: 'row', parts })] : heads
}

function countRuns(expression: NameExpression): number {
  if (expression.kind === 'words') return 1
  const counts = expression.parts.map(countRuns)
  return expression.kind === 'row'
    ? counts.reduce((product, count) => product * count, 1)
    : counts.reduce((sum, count) => sum + count, 0)
}

/** Hyphens part words, as they do in the text: "looked-after" is two. Signs around words are dropped. */
const parseWords = (printed: string): NameWord[] =>
  printed
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '')
    .map((word) => ({ word: word.toLowerCase(), isCapitals: /^\p{Lu}{2,}$/u.test(word) }))

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['child', 'children'],
  ['person', 'people'],
  ['woman', 'women'],
  ['man', 'men'],
])

/** A word and its plural; words that are no noun gain a form that no text holds, which costs nothing. */
export function formsOf(word: string): string[] {
  const irregular = IRREGULAR.get(word)
  if (irregular) return [word, irregular]
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`]
  if (/(?:s|x|ch|sh)$/.test(word)) return [word, `${word}es`]
  return [word, `${word}s`]
}
