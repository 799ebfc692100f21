/** One cell of "who is left out", worked out from the rules on a day and under proposals, with its explanation. */
import {
  type CitedSource,
  expandSituation,
  type OutcomeCode,
  type PossibleOutcome,
  preparePossibleOutcomes,
  type Rulebook,
} from '../../rules/index.ts'
import type { CoverageLinks } from './links.ts'

export type ComputedState = 'included' | 'excluded' | 'conditional' | 'unclear'

export interface ComputedCell {
  readonly group: string
  readonly support: string
  readonly state: ComputedState
  /** What the rules say, each sentence once; where several can hold, `findSettles` says on what it depends. */
  readonly reasons: readonly {
    readonly state: ComputedState
    readonly text: string
    readonly sources: readonly CitedSource[]
  }[]
  /** Keys of a situation that would decide between the reasons. */
  readonly findSettles: () => readonly string[]
}

export interface CoverageQuestion {
  readonly on: string
  readonly proposals: readonly string[]
}

/** Null where no rule covers the kind of help, or the links do not know the group. */
export type ComputeCell = (group: string, support: string) => ComputedCell | null

/** @throws UsageError for a day or a proposal that the rules do not know. */
export function prepareCells(
  links: CoverageLinks,
  rulebook: Rulebook,
  { on, proposals }: CoverageQuestion,
): ComputeCell {
  const find = preparePossibleOutcomes(rulebook, { on, proposals })
  return (group, support) => {
    const situations = links.groups[group]
    const rule = links.supports[support]
    if (situations === undefined || rule === undefined) return null
    const found = situations.map((situation) =>
      find(expandSituation({ ...rule.given, ...situation }, on), rule.support),
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
    const states = different.map((reason) => reason.state)
    return {
      group,
      support,
      state: combine(states),
      reasons: different,
      // What decides only between sentences that come to the same is not worth saying.
      findSettles: () =>
        new Set(states).size > 1 ? [...new Set(found.flatMap(({ findSettles }) => findSettles()))] : [],
    }
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
