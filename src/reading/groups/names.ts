/** The small language in which a vocabulary writes a group's names, and the plain word runs that a name stands for. */

/** A word of a run; `isCapitals` asks the text to print it in capitals too ("SGO"). */
export interface NameWord {
  readonly word: string
  readonly isCapitals: boolean
}
export type WordRun = readonly NameWord[]

const LEXEME = /[[\]()|]|[^\s[\]()|]+/g
// More runs than this from one name is a mistake of brackets, and costs every reader memory.
const MOST_RUNS = 3000

/**
 * The runs that a name stands for. "[x]" may be left out, "(x|y)" is either; both nest.
 * Throws a plain string reason through `fail` where brackets do not close or nothing is left.
 */
export function expandName(name: string, fail: (reason: string) => never): WordRun[] {
  const lexemes = name.match(LEXEME) ?? []
  let at = 0
  const alternatives = (closer: string | undefined, depth: number): WordRun[] => {
    if (depth > 8) fail('brackets nest more than 8 deep')
    const all: WordRun[] = []
    let runs: WordRun[] = [[]]
    for (; at < lexemes.length; at += 1) {
      const lexeme = lexemes[at] ?? ''
      if (lexeme === closer) return [...all, ...runs]
      if (lexeme === '|') {
        all.push(...runs)
        runs = [[]]
      } else if (lexeme === '[' || lexeme === '(') {
        at += 1
        const inner = alternatives(lexeme === '[' ? ']' : ')', depth + 1)
        runs = multiply(runs, lexeme === '[' ? [[], ...inner] : inner, fail)
      } else if (lexeme === ']' || lexeme === ')') fail(`"${lexeme}" closes nothing`)
      else runs = multiply(runs, [parseWords(lexeme)], fail)
    }
    return closer === undefined ? [...all, ...runs] : fail(`"${closer}" is missing`)
  }
  const runs = alternatives(undefined, 0)
  if (runs.some((run) => run.length === 0)) fail('all of it may be left out')
  return runs
}

function multiply(
  left: readonly WordRun[],
  right: readonly WordRun[],
  fail: (reason: string) => never,
): WordRun[] {
  if (left.length * right.length > MOST_RUNS) fail(`it stands for more than ${MOST_RUNS} runs of words`)
  return left.flatMap((first) => right.map((second) => [...first, ...second]))
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
