/**
 * What is written for households whose answers are all known: kernels, which are functions in WebAssembly that take four
 * rows at a time, and beside them, as plain values, which columns and numbers of the plan each one reads.
 */
import type { Scope } from './expression.ts'
import type { Judge } from './program.ts'

/** Where a kernel finds a column: a word of truths and choices, a number, or what an earlier kernel found. */
export type KernelColumn =
  | { readonly kind: 'word'; readonly scope: Scope; readonly word: number }
  | { readonly kind: 'number'; readonly scope: Scope; readonly name: string }
  | { readonly kind: 'found'; readonly scope: Scope; readonly at: number }

/** A whole number that is the same for every row and follows from the plan. */
export type KernelNumber =
  | { readonly kind: 'version'; readonly rule: number }
  /** The least whole number that, so many times, is not below a cell (or not up to it). */
  | { readonly kind: 'bound'; readonly cell: number; readonly times: number; readonly isUpTo: boolean }
  /** A rate in pence, -1 where it is not held. */
  | { readonly kind: 'rate'; readonly place: number }
  | { readonly kind: 'code'; readonly place: number; readonly held: number; readonly notHeld: number }

export interface Kernel {
  /** Its place in the module. */
  readonly at: number
  readonly columns: readonly KernelColumn[]
  readonly numbers: readonly KernelNumber[]
}

/** Whether any child of the household, or any older one than the child itself, is what the kernel asks. */
export interface FoundKernel extends Kernel {
  readonly isOlder: boolean
}

export interface KnownGroup {
  /** The place of its flag in `plan.groups`. */
  readonly flag: number
  /** The inputs that must be known, and the cells that must be held because a comparison reads them. */
  readonly needs: readonly string[]
  readonly thresholds: readonly number[]
  readonly founds: readonly FoundKernel[]
  readonly kernel: Kernel
  /** The clauses whose amounts are worked out by the code for open answers, in the order of `WrittenSupport.calculations`. */
  readonly calculated: readonly number[]
}

/** Rows that a kernel takes at once: few enough for its columns to stay in a processor's own memory. */
export const BLOCK = 8192

/** The kernels' memory, in bytes: numbers, rates, then a stretch for each column of a block. */
export const NUMBERS_AT = 0
export const RATES_AT = 4096
export const CLAUSE_AT = 65_536
/** As many numbers and rates as fit, of 4 bytes each; England's rulebook has under 100 of either. */
export const MOST_NUMBERS = (RATES_AT - NUMBERS_AT) / 4
export const MOST_RATES = (CLAUSE_AT - RATES_AT) / 4
export const CODE_AT = CLAUSE_AT + BLOCK
export const LOW_AT = CODE_AT + BLOCK
export const HIGH_AT = LOW_AT + 4 * BLOCK
/** The household of each row, and values of households, for the kernel that spreads these over their children. */
export const HOUSEHOLDS_AT = HIGH_AT + 4 * BLOCK
export const SOURCE_AT = HOUSEHOLDS_AT + 4 * BLOCK
const COLUMNS_AT = SOURCE_AT + 4 * BLOCK

export const columnAt = (index: number): number => COLUMNS_AT + index * 4 * BLOCK
/** As many columns as fit; what reads more is left to the code for open answers. */
export const MOST_COLUMNS = 32
export const PAGES = Math.ceil(columnAt(MOST_COLUMNS) / 65_536)

/** A support as `generateProgram` writes it. */
export interface WrittenSupport {
  readonly isOfChild: boolean
  /** Whether any of its clauses gives an amount; kernels of a support without any write none. */
  readonly isPaid: boolean
  /** Null where only the code for open answers can take it. */
  readonly known: readonly KnownGroup[] | null
  readonly calculations: readonly Judge[]
  readonly open: Judge
}

export interface WrittenProgram {
  /** The module of all kernels, in base 64. */
  readonly kernels: string
  readonly supports: Readonly<Record<string, WrittenSupport>>
}

/** The place of the kernel that spreads. */
export const SPREAD = 0

/** No clause has decided yet. */
export const UNDECIDED = 255
