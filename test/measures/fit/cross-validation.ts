// What the second opinion would say of pages it was not fitted on: publishers are dealt into parts, and each part is read
// with weights fitted on the others. The second step is fitted to what the first said of the parts left out.
import { STATEMENT_KINDS, type StatementKind } from '../../../src/model/index.ts'
import { decide, type Heard, weighUp } from '../../../src/reading/second-opinion/index.ts'
import type { LabelledStatement } from './labelled-pages.ts'
import { chancesOf, fitModel } from './regression.ts'
import { buildSecondStep, fitSecondStep, type SecondStep } from './second-step.ts'
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

interface CrossValidation {
  readonly verdicts: readonly Verdict[]
  readonly second: SecondStep
}

export function crossValidate(statements: readonly LabelledStatement[], signs: SignMatrix): CrossValidation {
  const parts = dealPublishers(statements)
  const verdicts: Verdict[] = statements.map(({ ruled }) => ({ worded: ruled, together: ruled, chance: 0 }))
  const alone = new Map<Heard, Float64Array>()
  const worded = new Map<number, StatementKind>()
  const within = (part: number, isIn: boolean) =>
    indexesWhere(statements, (one) => one.heard !== null && (parts.get(one.publisher) === part) === isIn)
  for (let part = 0; part < PARTS; part++) {
    const model = fitModel(signs.matrix, signs.targets, within(part, false), RIDGE, ROUNDS)
    for (const index of within(part, true)) {
      const heard = statements[index]!.heard!
      const sums = new Float64Array(STATEMENT_KINDS.length)
      chancesOf(model, signs.matrix, index, sums)
      worded.set(index, STATEMENT_KINDS[sums.indexOf(Math.max(...sums))]!)
      alone.set(heard, weighUp(sums.map(Math.log), heard.judged.weighing))
    }
  }
  // What nobody labelled is known by the rules alone.
  const second = buildSecondStep(statements, (heard) => alone.get(heard) ?? heard.chances)
  for (let part = 0; part < PARTS; part++) {
    const model = fitSecondStep(second, signs.targets, within(part, false))
    for (const index of within(part, true)) {
      const chances = new Float64Array(STATEMENT_KINDS.length)
      chancesOf(model, second.matrix, index, chances, second.starts[index])
      const { judged, at } = statements[index]!.heard!
      const best = decide(chances, judged.weighing, at.passage.voice)
      verdicts[index] = {
        worded: worded.get(index)!,
        together: STATEMENT_KINDS[best]!,
        chance: chances[best]!,
      }
    }
  }
  return { verdicts, second }
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
