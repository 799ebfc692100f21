// The fitted weights as the lexicon's file: rounded, the weakest words left out, vectors folded into their words.
import { STATEMENT_KINDS } from '../../../src/model/index.ts'
import type { Model } from './regression.ts'
import { BESIDE_NAMES } from './second-step.ts'
import { VECTOR_SHARE, vectorOf, WORD } from './sign-matrix.ts'
import type { Vectors } from './vectors.ts'

const KINDS = STATEMENT_KINDS.length
const STEP = 0.05
// Words that no page taught are kept where they lean at least this much (in logits), and those that one did at least that.
const LEAST_FOLDED = 0.42
const LEAST_TAUGHT = 0.1
// Of words that no page holds, only those whose form tells that they are no names.
const NO_NAME =
  /^[a-z]{4,}(?:ly|ing|ed|ful|less|ous|ive|able|ible|ment|ness|tion|sion|ity|ise|ize|ance|ence|ures?|ects?|ates?)$/u

export function writeWeights(
  model: Model,
  names: readonly string[],
  beside: Model,
  vectors: Vectors,
  about: string,
): string {
  const words = new Map<string, Float64Array>()
  const signs: string[] = []
  names.forEach((name, column) => {
    const row = model.weights.slice(column * KINDS, column * KINDS + KINDS)
    if (name.startsWith(WORD)) words.set(name.slice(WORD.length), row)
    else if (largest(row) >= LEAST_TAUGHT) signs.push(lineOf(name, row))
  })
  signs.push(...besideLines(beside))
  const taught = new Set(words.keys())
  for (const [word, vector] of vectors) {
    if (!vectorOf(word, vectors) || !(taught.has(word) || NO_NAME.test(word))) continue
    const row = words.get(word) ?? new Float64Array(KINDS)
    vector.forEach((value, at) => {
      const from = (names.length + at) * KINDS
      for (let kind = 0; kind < KINDS; kind++)
        row[kind]! += VECTOR_SHARE * value * model.weights[from + kind]!
    })
    words.set(word, row)
  }
  const kept = [...words].filter(
    ([word, row]) => largest(centred(row)) >= (taught.has(word) ? LEAST_TAUGHT : LEAST_FOLDED),
  )
  const start = model.weights.slice(model.width * KINDS)
  const block = (lines: readonly string[]) => lines.map((line) => `  ${line}`).join('\n')
  const wordLines = kept.map(([word, row]) => lineOf(word, row)).sort()
  return [
    ...about.split('\n').map((line) => `# ${line}`),
    `step: ${STEP}`,
    `start: "${numbersOf(start)}"`,
    `signs: |\n${block(signs)}`,
    `words: |\n${block(wordLines)}`,
    '',
  ].join('\n')
}

/** The second step's lines. Something always stands before, so those rows carry what the step adds to every sentence. */
function besideLines(model: Model): string[] {
  const start = model.weights.slice(model.width * KINDS)
  return BESIDE_NAMES.map((name, column) => {
    const row = model.weights.slice(column * KINDS, column * KINDS + KINDS)
    return lineOf(name, name.startsWith('before|') ? row.map((one, kind) => one + start[kind]!) : row)
  })
}

/** Every kind moved by the same amount changes no chance: the mean is taken out, so that numbers stay small. */
function centred(row: Float64Array): Float64Array {
  const mean = row.reduce((sum, one) => sum + one, 0) / KINDS
  return row.map((one) => one - mean)
}

const largest = (row: Float64Array): number => Math.max(...row.map(Math.abs))
const numbersOf = (row: Float64Array): string =>
  Array.from(centred(row), (one) => Math.round(one / STEP) + 0).join(' ')
const lineOf = (name: string, row: Float64Array): string => `${name}\t${numbersOf(row)}`
