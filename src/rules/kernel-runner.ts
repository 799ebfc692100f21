/** Runs kernels over columns, block by block, in memory of their own. */
import type { Scope } from './expression.ts'
import { numberOf } from './kernel-numbers.ts'
import {
  BLOCK,
  CLAUSE_AT,
  CODE_AT,
  columnAt,
  HIGH_AT,
  HOUSEHOLDS_AT,
  type Kernel,
  LOW_AT,
  NUMBERS_AT,
  RATES_AT,
  SOURCE_AT,
  SPREAD,
} from './kernels.ts'
import type { Columns, NumberedPlan } from './program.ts'

type RunKernel = (rows: number, second: number) => void

/** A kernel with all that one call gives it. */
export interface LoadedKernel {
  readonly run: RunKernel
  readonly numbers: Int32Array
  readonly columns: readonly { readonly values: Int32Array; readonly scope: Scope }[]
}

export class KernelRunner {
  /** What the kernels wrote of the block at hand. */
  readonly clause: Uint8Array
  readonly code: Uint8Array
  readonly low: Int32Array
  readonly high: Int32Array
  private readonly kernels: readonly RunKernel[]
  private readonly ints: Int32Array
  /** Columns of numbers that a call may use until its end: fresh ones would cost more than what is done with them. */
  private readonly spares: Int32Array[] = []
  private spent = 0

  /** @param base64 a module as `assemble` writes it. */
  constructor(base64: string) {
    const module = new WebAssembly.Module(Buffer.from(base64, 'base64'))
    const { memory, ...functions } = new WebAssembly.Instance(module).exports
    if (!(memory instanceof WebAssembly.Memory)) throw new Error('the kernels have no memory')
    this.kernels = Object.values(functions) as RunKernel[] // assemble() writes nothing else
    this.ints = new Int32Array(memory.buffer)
    this.clause = new Uint8Array(memory.buffer, CLAUSE_AT, BLOCK)
    this.code = new Uint8Array(memory.buffer, CODE_AT, BLOCK)
    this.low = new Int32Array(memory.buffer, LOW_AT, BLOCK)
    this.high = new Int32Array(memory.buffer, HIGH_AT, BLOCK)
  }

  /** @param found the columns that kernels before this one found. */
  load({ at, columns, numbers }: Kernel, from: Columns, plan: NumberedPlan, found: readonly Int32Array[]) {
    const run = this.kernels[at]
    if (!run) throw new Error(`no kernel ${at}`)
    this.ints.set(plan.amounts, RATES_AT / 4)
    return {
      run,
      numbers: Int32Array.from(numbers, (one) => numberOf(one, plan)),
      columns: columns.map((column) => {
        const { scope, kind } = column
        if (kind === 'found') return { scope, values: theseOf(found[column.at]) }
        return {
          scope,
          values: theseOf(kind === 'word' ? from.words[scope][column.word] : from.data[column.name]),
        }
      }),
    }
  }

  /** A column for this call alone, which holds anything. */
  spare(rows: number): Int32Array {
    const at = this.spent++
    let kept = this.spares[at]
    if (!kept || kept.length < rows) {
      kept = new Int32Array(rows)
      this.spares[at] = kept
    }
    return kept.subarray(0, rows)
  }

  /** Ends a call: its spare columns are free again. */
  takeBack(): void {
    this.spent = 0
  }

  /**
   * @param households of each row, where rows are of children; null where they are of households.
   * @param done what is to be done with each block of which all kernels have run, in their order.
   */
  run(
    kernels: readonly LoadedKernel[],
    rows: number,
    households: Int32Array | null,
    done: (from: number, to: number) => void,
  ): void {
    let to = 0
    for (let from = 0; from < rows; from = to) {
      to = endOf(from, rows, households)
      for (const [at, kernel] of kernels.entries()) {
        this.fill(kernel, from, to, households)
        kernel.run(to - from, at === 0 ? 1 : 0)
      }
      done(from, to)
    }
  }

  private fill({ columns, numbers }: LoadedKernel, from: number, to: number, households: Int32Array | null) {
    const { ints } = this
    if (households) ints.set(households.subarray(from, to), HOUSEHOLDS_AT / 4)
    for (const [index, { values, scope }] of columns.entries())
      if (households && scope === 'household') this.spread(values, columnAt(index), from, to, households)
      else ints.set(values.subarray(from, to), columnAt(index) / 4)
    ints.set(numbers, NUMBERS_AT / 4)
  }

  private spread(values: Int32Array, at: number, from: number, to: number, households: Int32Array): void {
    const first = households[from] ?? 0
    this.ints.set(values.subarray(first, (households[to - 1] ?? 0) + 1), SOURCE_AT / 4)
    this.ints[NUMBERS_AT / 4] = first
    this.kernels[SPREAD]?.(to - from, at)
  }
}

/** Numbers, words and what was found are all kept as such. */
function theseOf(values: Uint16Array | Int32Array | undefined): Int32Array {
  if (values instanceof Int32Array) return values
  throw new Error('a kernel asks for a column that is not there')
}

/** The end of a block whose households fit where their values stand; some may have no child. */
function endOf(from: number, rows: number, households: Int32Array | null): number {
  let to = Math.min(rows, from + BLOCK)
  const first = households?.[from] ?? 0
  while (households && (households[to - 1] ?? 0) - first >= BLOCK) to = from + Math.ceil((to - from) / 2)
  return to
}
