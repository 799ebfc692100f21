// What the second opinion would say of pages it was not fitted on: publishers are dealt into parts, and each part is read
// with weights fitted on the others.
import { STATEMENT_KINDS, type StatementKind } from '../../../src/model/index.ts'
import { decide, weighUp } from '../../../src/reading/second-opinion/index.ts'
import type { LabelledStatement } from './labelled-pages.ts'
import { chancesOf, fitModel } from './regression.ts'
import type { SignMatrix } from './sign-matrix.ts'

/** What is said of one statement, and how likely it was held. */
export interface Verdict {
  readonly worded: StatementKind
  readonly together: StatementKind
  readonly chance: number
}

export const RIDGE = 6
export const ROUNDS = 60
const PARTS = 6

export function crossValidate(statements: readonly LabelledStatement[], signs: SignMatrix): Verdict[] {
  const parts = dealPublishers(statements)
  const verdicts: Verdict[] = statements.map(({ ruled }) => ({ worded: ruled, together: ruled, chance: 0 }))
  for (let part = 0; part < PARTS; part++) {
    const chosen = indexesWhere(statements, (one) => one.heard !== null && parts.get(one.publisher) !== part)
    const model = fitModel(signs.matrix, signs.targets, chosen, RIDGE, ROUNDS)
    const left = indexesWhere(statements, (one) => one.heard !== null && parts.get(one.publisher) === part)
    for (const index of left) {
      const { judged, at } = statements[index]!.heard!
      const { weighing } = judged
      const sums = new Float64Array(STATEMENT_KINDS.length)
      chancesOf(model, signs.matrix, index, sums)
      const worded = sums.indexOf(Math.max(...sums))
      const chances = new Float64Array(STATEMENT_KINDS.length)
      weighUp(sums.map(Math.log), weighing, chances)
      const best = decide(chances, weighing, at.passage.voice)
      verdicts[index] = {
        worded: STATEMENT_KINDS[worded]!,
        together: STATEMENT_KINDS[best]!,
        chance: chances[best]!,
      }
    }
  }
  return verdicts
}

export function indexesWhere(
  statements: readonly LabelledStatement[],
  holds: (one: LabelledStatement) => boolean,
): number[] {
  return statements.flatMap((one, index) => (holds(one) ? [index] : []))
}

/** Largest publishers first, each to the part with the fewest statements so far. */
function dealPublishers(statements: readonly LabelledStatement[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { publisher } of statements) sizes.set(publisher, (sizes.get(publisher) ?? 0) + 1)
  const parts = new Map<string, number>()
  const filled = new Array<number>(PARTS).fill(0)
  const order = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  for (const [publisher, size] of order) {
    const part = filled.indexOf(Math.min(...filled))
    parts.set(publisher, part)
    filled[part]! += size
  }
  return parts
}
