/** Arithmetic on what is still possible: numbers as intervals, NaN for a rate that is not held. */
import type { Comparison, ValueType } from './expression.ts'
import type { Fact } from './facts.ts'
import type { Parameter, ParameterValue } from './rulebook.ts'
import { NO, type Truth, UNKNOWN, YES } from './truth.ts'

export const NOT_HELD: Fact = { low: Number.NaN, high: Number.NaN }

/** NaN makes the whole not held: Math.min, Math.max and + all keep it. */
export function combineNumbers(parts: readonly Fact[], combine: (a: number, b: number) => number): Fact {
  return parts.reduce((a, b) => ({ low: combine(a.low, b.low), high: combine(a.high, b.high) }))
}

/** Whatever either of them leaves possible. */
export function eitherOf(type: ValueType, a: Fact, b: Fact): Fact {
  if (type.kind === 'truth') return a.low === b.low ? a : { low: UNKNOWN, high: 0 }
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) }
}

export function compareNumbers(operator: Comparison, left: Fact, right: Fact): Truth {
  switch (operator) {
    case 'less than':
      return left.high < right.low ? YES : left.low >= right.high ? NO : UNKNOWN
    case 'at most':
      return left.high <= right.low ? YES : left.low > right.high ? NO : UNKNOWN
    case 'more than':
      return left.low > right.high ? YES : left.high <= right.low ? NO : UNKNOWN
    case 'at least':
      return left.low >= right.high ? YES : left.high < right.low ? NO : UNKNOWN
  }
}

/** Whether one child is older than another; of twins, the one named first counts as older. */
export function bornBefore(other: Fact, own: Fact, isNamedFirst: boolean): Truth {
  if (other.high < own.low) return YES
  if (other.low > own.high) return NO
  if (other.low === other.high && own.low === own.high) return isNamedFirst ? YES : NO
  return UNKNOWN
}

/** The least and most of the cells that the keys leave possible; not held where a key lies outside every band. */
export function readCells(parameter: Parameter, held: ParameterValue, keys: readonly Fact[]): Fact {
  let indexes = [0]
  for (const [at, dimension] of parameter.dimensions.entries()) {
    const key = keys[at]
    const size = (dimension.values ?? dimension.bands ?? []).length
    const open = key ? openCells(dimension.bands, size, key) : []
    if (open.length === 0) return NOT_HELD
    indexes = indexes.flatMap((index) => open.map((cell) => index * size + cell))
  }
  const cells = indexes.map((index) => held.cells[index] ?? Number.NaN)
  return { low: Math.min(...cells), high: Math.max(...cells) }
}

function openCells(bands: readonly { from: number; to: number }[] | null, size: number, key: Fact): number[] {
  const all = Array.from({ length: size }, (_, index) => index)
  if (bands === null) return all.filter((index) => key.low & (1 << index))
  return all.filter((index) => {
    const band = bands[index]
    return band !== undefined && key.low <= band.to && key.high >= band.from
  })
}
