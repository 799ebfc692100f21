/** Adds up what the signs of a sentence weigh for each kind; the same walk, asked again, tells which words weighed most. */
import type { Analysis } from '../analysis.ts'
import { noteSigns, type SignTaker, type Standing } from './signs.ts'
import { KINDS, type Weights } from './weights.ts'

export interface Scorer {
  /** Sums by kind; the same array each time, so read it before asking again. */
  readonly sum: (analysis: Analysis, at: Standing) => Float64Array
  /** Words that speak for kind `one` rather than `other`, strongest first; bodies, numbers and names left out. */
  readonly wordsFor: (analysis: Analysis, at: Standing, one: number, other: number) => string[]
}

// A word that moves the odds by less than this (in logits) explains nothing.
const TELLING = 0.25
// Signs, bodies and the small words of every sentence lean too, and explain nothing to a person.
const TELLS = /^[a-z][a-z'-]{2,}$/u
const COMMON = new Set(
  'the and for that this with from are was were been has have had its they their there which who what when how'.split(
    ' ',
  ),
)

/** A scorer keeps a mark for each sign that the present sentence showed, so each reading of a document makes its own. */
export function createScorer(weights: Weights): Scorer {
  const { rows, words, single, paired, start } = weights
  const sums = new Float64Array(KINDS)
  const marks = new Int32Array(rows.length / KINDS)
  let turn = 0
  const add = (row: number, amount: number): void => {
    if (marks[row] === turn) return
    marks[row] = turn
    const from = row * KINDS
    for (let kind = 0; kind < KINDS; kind++)
      sums[kind] = (sums[kind] ?? 0) + (rows[from + kind] ?? 0) * amount
  }
  const taker: SignTaker = {
    see: (family, value) => {
      const row = single[family]?.get(value)
      if (row !== undefined) add(row, 1)
    },
    pair: (family, first, second) => {
      const row = paired[family]?.get(first)?.get(second)
      if (row !== undefined) add(row, 1)
    },
    word: (word, amount) => {
      const row = words.get(word)
      if (row !== undefined) add(row, amount)
    },
    isKnown: (word) => words.has(word),
  }
  return {
    sum: (analysis, at) => {
      turn++
      for (let kind = 0; kind < KINDS; kind++) sums[kind] = start[kind] ?? 0
      noteSigns(analysis, at, taker)
      return sums
    },
    wordsFor: (analysis, at, one, other) => {
      const leads = new Map<string, number>()
      const explain: SignTaker = {
        ...taker,
        see: () => undefined,
        pair: () => undefined,
        word: (word, amount) => {
          const row = words.get(word)
          if (row === undefined || !TELLS.test(word) || COMMON.has(word)) return
          const lead = (rows[row * KINDS + one] ?? 0) - (rows[row * KINDS + other] ?? 0)
          leads.set(word, lead * amount)
        },
      }
      noteSigns(analysis, at, explain)
      return [...leads]
        .filter(([, lead]) => lead >= TELLING)
        .sort((a, b) => b[1] - a[1])
        .map(([word]) => word)
    },
  }
}
