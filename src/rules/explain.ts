/** From the steps of an evaluation to the tree a person reads: text, value, source, and what each rests on. */
import type { Outcome, TriedClause } from './outcome.ts'
import { PLACES } from './places.ts'
import { sayDay } from './plain-date.ts'
import type { Plan } from './plan.ts'
import type { Note, Source } from './rulebook.ts'
import { describeValue, pounds, type Step } from './step.ts'
import { NO, UNKNOWN } from './truth.ts'

export interface CitedSource {
  readonly title: string
  readonly address: string
  readonly date: string
}

export interface Reason {
  readonly text: string
  readonly value: string | null
  readonly source: CitedSource | null
  readonly children: readonly Reason[]
}

export const cite = ({ title, address, date }: Source): CitedSource => ({ title, address, date })

/** What a plan's texts say and its sources are called: worked out once, however many families are answered. */
export class Wording {
  readonly plan: Plan
  private readonly filled = new Map<string, string>()
  private readonly cited = new Map<Source, CitedSource>()

  constructor(plan: Plan) {
    this.plan = plan
  }

  fillIn(text: string): string {
    return keep(this.filled, text, () => fillIn(text, this.plan))
  }

  cite(source: Source): CitedSource {
    return keep(this.cited, source, () => cite(source))
  }

  citeFirst([source]: readonly Source[]): CitedSource | null {
    return source === undefined ? null : this.cite(source)
  }
}

/** Explains the outcomes of one evaluation; a step that several of them rest on is told once, and shared. */
export class Explanation {
  private readonly wording: Wording
  private readonly told = new Map<Step, Reason>()

  constructor(wording: Wording) {
    this.wording = wording
  }

  explainOutcome({ tried, amountSteps }: Outcome, notes: readonly Note[]): Reason[] {
    const reasons: Reason[] = []
    for (const one of tried) if (one.truth !== NO) reasons.push(this.explainClause(one))
    for (const step of amountSteps) reasons.push(this.explainStep(step))
    for (const one of tried) if (one.truth === NO) reasons.push(this.explainClause(one))
    for (const note of notes) reasons.push(this.explainNote(note))
    return reasons
  }

  private explainClause({ clause, truth, condition }: TriedClause): Reason {
    const lead =
      truth === NO ? `Not "${clause.outcome}": ` : truth === UNKNOWN ? `Perhaps "${clause.outcome}": ` : ''
    return {
      text: lead + this.wording.fillIn(clause.text),
      value: truth === NO ? 'no' : truth === UNKNOWN ? 'not known' : clause.outcome,
      source: this.wording.citeFirst(clause.sources),
      children: condition === null ? [] : partsOf(condition).map((part) => this.explainStep(part)),
    }
  }

  private explainNote(note: Note): Reason {
    return {
      text: this.wording.fillIn(note.text),
      value: null,
      source: this.wording.citeFirst(note.sources),
      children: [],
    }
  }

  private explainStep(step: Step): Reason {
    return keep(this.told, step, () => {
      const children: Reason[] = []
      for (const below of step.steps) for (const part of partsOf(below)) children.push(this.explainStep(part))
      return {
        text: step.say(),
        value: describeValue(step),
        source: this.wording.citeFirst(step.sources),
        children,
      }
    })
  }
}

const partsOf = (step: Step): readonly Step[] => (step.isList ? step.steps : [step])

function keep<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = make()
  kept.set(key, made)
  return made
}

/** Puts the values that hold on the day into `{parameter}` places of a text. */
export function fillIn(text: string, plan: Plan): string {
  return text.replace(PLACES, (_, name: string) => {
    const parameter = plan.rulebook.parameters.get(name)
    const held = plan.held.get(name)
    if (!parameter || !held) return '(rate not held)'
    const [first = 0] = held.cells
    const least = Math.min(...held.cells)
    const most = Math.max(...held.cells)
    if (parameter.unit === 'date') return sayDay(first)
    if (!parameter.unit.startsWith('GBP')) return least === most ? String(first) : `${least} to ${most}`
    return least === most ? pounds(first) : `${pounds(least)} to ${pounds(most)}`
  })
}
