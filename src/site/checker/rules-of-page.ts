/** The rules as the checker's pages read them: the rulebook once read, and the answers for each kind of carer. */
import {
  type Answer,
  ARRANGEMENTS,
  type Arrangement,
  answerSituation,
  type Rulebook,
  readEnglandRulebook,
} from '../../rules/index.ts'

export interface CheckerRules {
  readonly rulebook: Rulebook
  /** Null on a day that the rules do not reach. */
  readonly answerKind: (kind: Arrangement, on: string) => Answer | null
}

export function readCheckerRules(): CheckerRules {
  const rulebook = readEnglandRulebook()
  return {
    rulebook,
    answerKind: (kind, on) => (on < FIRST_DAY ? null : answerSituation(typicalOf(kind), rulebook, { on })),
  }
}

/** The rules begin here (rulebook/england/rulebook.yaml); a tracker can be looked at as of an earlier day. */
const FIRST_DAY = '2021-01-01'

export const KINDS = ARRANGEMENTS

/** Only what makes the kind: all else is left open, and the answer says what it depends on. */
function typicalOf(kind: Arrangement) {
  // Without an order, close family are one kind and everyone else is another.
  const carer = kind === 'informal' ? { relationship: 'grandparent' } : {}
  return { carer, children: [{ arrangement: kind }] }
}
