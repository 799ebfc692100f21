/** Households at random for the tests and measures of the two back ends: every input known, half known or not known. */
import type { Fact, Facts, HouseholdFacts } from '../../src/rules/facts.ts'
import type { Input, Rulebook } from '../../src/rules/rulebook.ts'
import { NO, UNKNOWN, YES } from '../../src/rules/truth.ts'

/** A small seeded generator (mulberry32): the same seed gives the same numbers from 0 to 1 everywhere. */
export function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** @param openShare how many of the inputs are not, or only half, known; 0 to 1. */
export function makeHousehold(rulebook: Rulebook, random: () => number, openShare: number): HouseholdFacts {
  const inputs = [...rulebook.inputs.values()]
  const rowOf = (scope: Input['scope']): Facts =>
    Object.fromEntries(
      inputs
        .filter((input) => input.scope === scope)
        .map((input) => [input.name, makeFact(input, random, openShare)]),
    )
  const draw = random()
  const count = draw < 0.7 ? 1 : draw < 0.93 ? 2 : 3
  return { household: rowOf('household'), children: Array.from({ length: count }, () => rowOf('child')) }
}

function makeFact({ type, range }: Input, random: () => number, openShare: number): Fact {
  const isOpen = random() < openShare
  if (type.kind === 'truth') return { low: isOpen ? UNKNOWN : random() < 0.5 ? YES : NO, high: 0 }
  if (type.kind === 'choice') {
    const size = type.values.length
    const some = isOpen ? 1 + Math.floor(random() * (2 ** size - 1)) : 1 << Math.floor(random() * size)
    return { low: some, high: 0 }
  }
  const [least, most] = range
  const draw = () => Math.round(least + random() * (most - least))
  const [a, b] = [draw(), draw()]
  return isOpen ? { low: Math.min(a, b), high: Math.max(a, b) } : { low: a, high: a }
}
