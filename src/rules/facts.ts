/**
 * What is known of a household, in the form that both back ends read: each input as the set of values it can still
 * have. A yes-or-no is a truth, a choice a bit mask, a number an interval; "not known" is the widest of each.
 */
import type { Input } from './rulebook.ts'
import { UNKNOWN } from './truth.ts'

/** Truths and choices use `low` alone (a truth, a mask); numbers run from `low` to `high`. */
export interface Fact {
  readonly low: number
  readonly high: number
}

export type Facts = Readonly<Record<string, Fact>>

export interface HouseholdFacts {
  readonly household: Facts
  /** Never empty. */
  readonly children: readonly Facts[]
}

export const exactly = (value: number): Fact => ({ low: value, high: value })

export function unknownFact(input: Input): Fact {
  if (input.type.kind === 'truth') return { low: UNKNOWN, high: 0 }
  if (input.type.kind === 'choice') return { low: 2 ** input.type.values.length - 1, high: 0 }
  return { low: input.range[0], high: input.range[1] }
}

export function choiceFact(input: Input, value: string | null | undefined): Fact {
  const index = input.type.kind === 'choice' && value != null ? input.type.values.indexOf(value) : -1
  return index < 0 ? unknownFact(input) : { low: 1 << index, high: 0 }
}

/** True where the fact leaves more than one value open. */
export function isOpen(input: Input, fact: Fact): boolean {
  if (input.type.kind === 'truth') return fact.low === UNKNOWN
  if (input.type.kind === 'choice') return (fact.low & (fact.low - 1)) !== 0
  return fact.low !== fact.high
}
