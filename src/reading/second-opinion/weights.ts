/** The second opinion's weights as typed tables: read from the lexicon's file, which `npm run fit` writes. */
import { STATEMENT_KINDS } from '../../model/index.ts'
import { text as asText, record } from '../shapes.ts'
import { SIGN_FAMILIES } from './signs.ts'

export const KINDS = STATEMENT_KINDS.length

export interface Weights {
  /** What every sentence starts from, one number a kind. */
  readonly start: Float32Array
  /** Rows of `KINDS` numbers, one a sign. */
  readonly rows: Float32Array
  readonly words: ReadonlyMap<string, number>
  /** Rows of signs by family and value. */
  readonly single: readonly ReadonlyMap<string, number>[]
  /** Rows of signs of two values. */
  readonly paired: readonly ReadonlyMap<string, ReadonlyMap<string, number>>[]
}

/**
 * Reads the file: a line a sign, its name, a tab, and a whole number a kind, to be multiplied by `step`. Throws a plain
 * Error where a line has another form: the file is built in, so that is a bug.
 */
export function readWeights(data: unknown): Weights {
  const root = record(data, 'second-opinion.yaml')
  const step = typeof root.step === 'number' ? root.step : 1
  const wordLines = linesOf(asText(root.words, 'words'))
  const signLines = linesOf(asText(root.signs, 'signs'))
  const rows = new Float32Array((wordLines.length + signLines.length) * KINDS)
  const fill = (row: number, numbers: string): void => {
    const given = numbers.split(' ')
    if (given.length !== KINDS) throw new Error(`second-opinion.yaml: not ${KINDS} numbers: ${numbers}`)
    for (let kind = 0; kind < KINDS; kind++) rows[row * KINDS + kind] = Number(given[kind]) * step
  }
  const words = new Map<string, number>()
  for (const [name, numbers] of wordLines) {
    fill(words.size, numbers)
    words.set(name, words.size)
  }
  const single = SIGN_FAMILIES.map(() => new Map<string, number>())
  const paired = SIGN_FAMILIES.map(() => new Map<string, Map<string, number>>())
  signLines.forEach(([name, numbers], index) => {
    const row = words.size + index
    fill(row, numbers)
    const [family = '', value = '', second] = name.split('|')
    const at = (SIGN_FAMILIES as readonly string[]).indexOf(family) // any text of the file
    if (at < 0) throw new Error(`second-opinion.yaml: no family of signs is called ${family}`)
    if (second === undefined) single[at]?.set(value, row)
    else paired[at]?.set(value, (paired[at]?.get(value) ?? new Map<string, number>()).set(second, row))
  })
  const start = Float32Array.from(asText(root.start, 'start').split(' '), (number) => Number(number) * step)
  return { start, rows, words, single, paired }
}

/** Weights as one value of JSON, which is read in a tenth of the time. */
export interface PackedWeights {
  readonly start: readonly number[]
  /** The bytes of the table as this kind of machine keeps numbers, in base 64: builds stay on the machine that made them. */
  readonly rows: string
  /** In the order of their rows. */
  readonly words: readonly string[]
  /** By family: values, and the row of each. */
  readonly single: readonly (readonly (readonly [string, number])[])[]
  readonly paired: readonly (readonly (readonly [string, readonly (readonly [string, number])[]])[])[]
}

/** What `unpackWeights` makes the same weights of. */
export function packWeights({ start, rows, words, single, paired }: Weights): PackedWeights {
  return {
    start: [...start],
    rows: Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength).toString('base64'),
    words: [...words.keys()],
    single: single.map((family) => [...family]),
    paired: paired.map((family) => [...family].map(([first, seconds]) => [first, [...seconds]] as const)),
  }
}

export function unpackWeights({ start, rows, words, single, paired }: PackedWeights): Weights {
  // Copied, so that the numbers lie where numbers of four bytes may.
  const bytes = Uint8Array.from(Buffer.from(rows, 'base64'))
  const rowOf = new Map<string, number>()
  for (const word of words) rowOf.set(word, rowOf.size)
  return {
    start: Float32Array.from(start),
    rows: new Float32Array(bytes.buffer),
    words: rowOf,
    single: single.map((family) => new Map(family)),
    paired: paired.map((family) => new Map(family.map(([first, seconds]) => [first, new Map(seconds)]))),
  }
}

function linesOf(block: string): [name: string, numbers: string][] {
  return block
    .trimEnd()
    .split('\n')
    .map((line) => {
      const at = line.lastIndexOf('\t')
      return [line.slice(0, at), line.slice(at + 1)]
    })
}
