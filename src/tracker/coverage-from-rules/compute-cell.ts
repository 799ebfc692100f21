/** One cell of "who is left out", worked out from the rules on a day and under proposals, with its explanation. */
import {
  type CitedSource,
  expandSituation,
  findPossibleOutcomes,
  type OutcomeCode,
  type PossibleOutcome,
  type Rulebook,
} from '../../rules/index.ts'
import type { CoverageLinks } from './links.ts'

export type ComputedState = 'included' | 'excluded' | 'conditional' | 'unclear'

export interface ComputedCell {
  readonly group: string
  readonly support: string
  readonly state: ComputedState
  /** What the rules say, each sentence once; where several can hold, which it is depends on `settles`. */
  readonly reasons: readonly {
    readonly state: ComputedState
    readonly text: string
    readonly sources: readonly CitedSource[]
  }[]
  /** Keys of a situation that would decide between the reasons. */
  readonly settles: readonly string[]
}

export interface CoverageQuestion {
  readonly on: string
  readonly proposals: readonly string[]
}

/** Null where no rule covers the kind of help, or the links do not know the group. */
export function computeCell(
  links: CoverageLinks,
  rulebook: Rulebook,
  { group, support, on, proposals }: CoverageQuestion & { group: string; support: string },
): ComputedCell | null {
  const situations = links.groups[group]
  const rule = links.supports[support]
  if (situations === undefined || rule === undefined) return null
  const found = situations.map((situation) =>
    findPossibleOutcomes(expandSituation({ ...rule.given, ...situation }, on), rulebook, {
      support: rule.support,
      on,
      proposals,
    }),
  )
  const reasons = found
    .flatMap(({ outcomes }) => outcomes)
    .map(({ outcome, text, sources }: PossibleOutcome) => ({
      state: outcome === 'information' ? rule.information : STATE[outcome],
      text,
      sources,
    }))
  const different = reasons.filter(
    ({ text }, index) => reasons.findIndex((each) => each.text === text) === index,
  )
  const state = combine(different.map((reason) => reason.state))
  return {
    group,
    support,
    state,
    reasons: different,
    // What decides only between sentences that come to the same is not worth saying.
    settles:
      new Set(different.map((reason) => reason.state)).size > 1
        ? [...new Set(found.flatMap(({ settles }) => settles))]
        : [],
  }
}

/** Someone who decides, a scheme in some places, and a condition that is not asked: all say "in, if…". */
const STATE: Readonly<Record<OutcomeCode, ComputedState>> = {
  entitled: 'included',
  'rate-not-held': 'included',
  conditional: 'conditional',
  'council-decides': 'conditional',
  'pilot-area': 'conditional',
  information: 'unclear',
  'not-under-this': 'excluded',
  'cannot-tell': 'unclear',
}

/** Where families of one group fare differently, being in depends on more than the group. */
function combine(states: readonly ComputedState[]): ComputedState {
  const [first, ...others] = new Set(states)
  if (first !== undefined && others.length === 0) return first
  return states.every((state) => state === 'excluded' || state === 'unclear') ? 'unclear' : 'conditional'
}
