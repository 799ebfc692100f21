/** What stands before and after a sentence, as a sign of what it is itself: passages keep to a kind. */
import { STATEMENT_KINDS } from '../../model/index.ts'
import { AFTER, BEFORE } from './signs.ts'
import { KINDS, type Weights } from './weights.ts'

/** The chances of a sentence's kinds, by itself; or what is no sentence. */
export type Beside = Float64Array | 'heading' | 'nothing'

/** Names of what may stand beside a sentence, in the order of the rows that weigh it. */
export const BESIDE: readonly string[] = [...STATEMENT_KINDS, 'heading', 'nothing']
const HEADING = STATEMENT_KINDS.length
const NOTHING = HEADING + 1

interface Surroundings {
  /** Adds what stands before and after to the sums by kind; nothing for what is not known. */
  readonly add: (before: Beside | null, after: Beside | null, sums: Float64Array) => void
}

export function createSurroundings({ rows, single }: Weights): Surroundings {
  const before = tableOf(rows, single[BEFORE])
  const after = tableOf(rows, single[AFTER])
  return {
    add: (one, other, sums) => {
      if (one !== null) addBeside(before, one, sums)
      if (other !== null) addBeside(after, other, sums)
    },
  }
}

/** The rows of a side one after the other, so that no name is looked up for a sentence. */
function tableOf(rows: Float32Array, side: ReadonlyMap<string, number> | undefined): Float64Array {
  const table = new Float64Array(BESIDE.length * KINDS)
  BESIDE.forEach((name, at) => {
    const row = side?.get(name)
    if (row !== undefined) table.set(rows.subarray(row * KINDS, row * KINDS + KINDS), at * KINDS)
  })
  return table
}

function addBeside(table: Float64Array, one: Beside, sums: Float64Array): void {
  if (typeof one === 'string') addRow(table, one === 'heading' ? HEADING : NOTHING, 1, sums)
  else for (let at = 0; at < KINDS; at++) addRow(table, at, one[at] ?? 0, sums)
}

function addRow(table: Float64Array, row: number, share: number, sums: Float64Array): void {
  for (let kind = 0; kind < KINDS; kind++)
    sums[kind] = (sums[kind] ?? 0) + share * (table[row * KINDS + kind] ?? 0)
}
