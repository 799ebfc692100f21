// Holds the product to an oracle that was written from the research alone: families of which all is known must come out
// the same to the penny, and half-known ones as every way that they can turn out allows.
import { describe, expect, it } from 'vitest'
import { prepareAnswers, readEnglandRulebook } from '../../../src/rules/index.ts'
import { makeRandom } from '../random-households.ts'
import { makeEdges } from './edge-families.ts'
import { TABLES } from './figures.ts'
import { compareHalfKnown } from './half-known.ts'
import { findFigureDifferences } from './held-figures.ts'
import { judge, PROPOSALS, SUPPORTS } from './oracle.ts'
import { Draw, type Situation, toKnown } from './situations.ts'

const answer = prepareAnswers(readEnglandRulebook())
const FAMILIES = Number(process.env.ORACLE_FAMILIES ?? 400)
const HALF_KNOWN = Number(process.env.ORACLE_HALF_KNOWN ?? 150)
const SEED = Number(process.env.ORACLE_SEED ?? 1989)

interface Difference {
  readonly support: string
  readonly proposal: string
  readonly oracle: string
  readonly product: string
  readonly situation: Situation
}

function compareFamily(situation: Situation, proposal: string): Difference[] {
  const family = toKnown(situation)
  const { outcomes } = answer(situation, { proposals: [proposal] })
  return outcomes.flatMap(({ support, child, outcome, amount, settles, qualifiesAs }) => {
    const wanted = judge(family, support, child ?? 0, proposal)
    const inPence = amount && {
      low: Math.round(amount.low * 100),
      high: Math.round(amount.high * 100),
      per: amount.per,
    }
    const [oracle, product] = [
      JSON.stringify(wanted),
      JSON.stringify({ outcome, amount: inPence, qualifiesAs }),
    ]
    const isOpenWithoutNeed = settles.some((key) => key in family || key in (family.children[0] ?? {}))
    if (oracle === product && !isOpenWithoutNeed) return []
    return [{ support, proposal, oracle, product: `${product} ${settles}`, situation }]
  })
}

describe('an answer by another hand', () => {
  it('has the same numbers on the days where one ends and the next begins', () => {
    const rulebook = readEnglandRulebook()
    expect(findFigureDifferences(rulebook)).toEqual([])
    // Two are compared in other ways: the minimum allowance by answers, the day of the limit by families of its births.
    const copied = [
      ...Object.values(TABLES).map(({ parameter }) => parameter),
      'minimum-fostering-allowance',
      'two-child-limit-start',
    ]
    expect([...rulebook.parameters.keys()].sort()).toEqual(copied.sort())
  })

  it('agrees on every day that the law or a rate changes, and the day before', () => {
    const differences = [...makeEdges()].flatMap(({ situation, proposal }) =>
      compareFamily(situation, proposal),
    )
    expect(differences.slice(0, 3)).toEqual([])
    expect(differences).toHaveLength(0)
  })

  it('is asked about the supports and proposals that the rulebook has', () => {
    const rulebook = readEnglandRulebook()
    expect(Object.keys(SUPPORTS).sort()).toEqual([...rulebook.supports.keys()].sort())
    expect(Object.keys(PROPOSALS).sort()).toEqual(['today', ...rulebook.proposals.keys()].sort())
  })

  it.each(Object.keys(PROPOSALS))('agrees to the penny on families of which all is known: %s', (proposal) => {
    const draw = new Draw(makeRandom(SEED))
    const differences: Difference[] = []
    for (let at = 0; at < FAMILIES; at++) differences.push(...compareFamily(draw.family(), proposal))
    expect(differences.slice(0, 3)).toEqual([])
    expect(differences).toHaveLength(0)
  })

  it.each(Object.keys(PROPOSALS))('allows what the product says of half-known families: %s', (proposal) => {
    const draw = new Draw(makeRandom(SEED + 1))
    const differences: unknown[] = []
    for (let at = 0; at < HALF_KNOWN; at++)
      differences.push(...compareHalfKnown(draw.family(), proposal, draw, answer))
    expect(differences.slice(0, 3)).toEqual([])
    expect(differences).toHaveLength(0)
  })
})
