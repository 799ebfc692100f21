// The signs of labelled statements as a matrix: a column a sign that enough pages show, and a few for the word vectors.
import { STATEMENT_KINDS } from '../../../src/model/index.ts'
import { noteSigns, SIGN_FAMILIES } from '../../../src/reading/second-opinion/index.ts'
import { CAPITALISED, NUMBER, PUNCTUATION } from '../../../src/reading/tokens.ts'
import type { LabelledStatement } from './labelled-pages.ts'
import { type Matrix, matrixOf } from './regression.ts'
import type { Vectors } from './vectors.ts'

export interface SignMatrix {
  readonly matrix: Matrix
  /** Signs by column: words as "word|…", others as "family|value|second". The vectors' columns follow them. */
  readonly names: readonly string[]
  readonly targets: readonly Float64Array[]
}

// A sign of fewer pages is those pages' own, and is not learnt.
export const LEAST_PAGES = 3
// A statement with two defensible kinds counts this much for the first.
const FIRST_LABEL = 0.65
/** How much a word's vector counts beside the word itself. */
export const VECTOR_SHARE = 0.5
// Words so common that their vectors say nothing of a sentence.
const COMMON = new Set('the of to and a in that for on is are be it this with as by an or'.split(' '))
const VECTOR_SIZE = 100

type Signs = Map<string, number>

export function buildSignMatrix(statements: readonly LabelledStatement[], vectors: Vectors): SignMatrix {
  const plain = plainWords(statements)
  const signs = statements.map((one) => signsOf(one, plain))
  const pages = new Map<string, Set<string>>()
  signs.forEach((own, index) => {
    for (const name of own.keys()) {
      const seen = pages.get(name)
      const page = statements[index]!.page
      if (seen) seen.add(page)
      else pages.set(name, new Set([page]))
    }
  })
  const names = [...pages].filter(([, seen]) => seen.size >= LEAST_PAGES).map(([name]) => name)
  names.sort()
  const columns = new Map(names.map((name, column) => [name, column]))
  const rows = signs.map((own) => {
    const row: [number, number][] = []
    const sum = new Float64Array(VECTOR_SIZE)
    for (const [name, amount] of own) {
      const column = columns.get(name)
      if (column !== undefined) row.push([column, amount])
      const vector = name.startsWith(WORD) ? vectorOf(name.slice(WORD.length), vectors) : undefined
      if (vector) for (let at = 0; at < VECTOR_SIZE; at++) sum[at]! += vector[at]! * amount * VECTOR_SHARE
    }
    if (vectors.size > 0) for (const [at, value] of sum.entries()) row.push([names.length + at, value])
    return row
  })
  const width = names.length + (vectors.size > 0 ? VECTOR_SIZE : 0)
  return { matrix: matrixOf(rows, width), names, targets: statements.map(targetOf) }
}

export const WORD = 'word|'

export function vectorOf(word: string, vectors: Vectors): Float32Array | undefined {
  return COMMON.has(word) ? undefined : vectors.get(word)
}

/** Words that enough pages print with a small letter inside a sentence: a capital does not make names of them. */
function plainWords(statements: readonly LabelledStatement[]): ReadonlySet<string> {
  const pages = new Map<string, Set<string>>()
  for (const { heard, page } of statements) {
    if (!heard) continue
    const { words, flags } = heard.judged.analysis.sentence.tokens
    words.forEach((word, at) => {
      if (((flags[at] ?? 0) & (CAPITALISED | NUMBER | PUNCTUATION)) !== 0) return
      const seen = pages.get(word)
      if (seen) seen.add(page)
      else pages.set(word, new Set([page]))
    })
  }
  return new Set([...pages].filter(([, seen]) => seen.size >= LEAST_PAGES).map(([word]) => word))
}

function signsOf({ heard }: LabelledStatement, plain: ReadonlySet<string>): Signs {
  const signs: Signs = new Map()
  if (!heard) return signs
  noteSigns(heard.judged.analysis, heard.at, {
    see: (family, value) => signs.set(`${SIGN_FAMILIES[family]}|${value}`, 1),
    pair: (family, first, second) => signs.set(`${SIGN_FAMILIES[family]}|${first}|${second}`, 1),
    word: (word, amount) => signs.set(WORD + word, amount),
    isKnown: (word) => plain.has(word),
  })
  return signs
}

function targetOf({ kind, also }: LabelledStatement): Float64Array {
  const target = new Float64Array(STATEMENT_KINDS.length)
  const isDouble = also !== null && also !== kind
  target[STATEMENT_KINDS.indexOf(kind)] = isDouble ? FIRST_LABEL : 1
  if (isDouble) target[STATEMENT_KINDS.indexOf(also)] = 1 - FIRST_LABEL
  return target
}
