/** What the oracle says of one support: an outcome of the contract and the money that goes with it. */
import type { OutcomeCode } from '../../../src/rules/index.ts'
import type { KnownChild, KnownFamily } from './family.ts'

export interface Verdict {
  readonly outcome: OutcomeCode
  /** Pence, least and most; null where there is no amount or its rate is not held. */
  readonly amount: { readonly low: number; readonly high: number; readonly per: string } | null
  /** Only beside "rate-not-held". */
  readonly qualifiesAs?: OutcomeCode
}

/** @param proposal `today` where the proposal's day has not come. */
export type Rule = (family: KnownFamily, child: KnownChild, proposal: string) => Verdict

export const said = (outcome: OutcomeCode): Verdict => ({ outcome, amount: null })
export const NONE = said('not-under-this')

const pence = (pounds: number) => Math.round(pounds * 100)

/** A rate that is not held turns what a family has for certain, or by living in an area, into "rate not held". */
export function paid(outcome: OutcomeCode, rate: number | null, per: string): Verdict {
  if (rate !== null) return { outcome, amount: { low: pence(rate), high: pence(rate), per } }
  if (outcome !== 'entitled' && outcome !== 'pilot-area') return said(outcome)
  return { ...said('rate-not-held'), qualifiesAs: outcome }
}

/** Somebody decides between nothing and the rate. */
export const upTo = (outcome: OutcomeCode, rate: number | null, per: string): Verdict =>
  rate === null ? said(outcome) : { outcome, amount: { low: 0, high: pence(rate), per } }
