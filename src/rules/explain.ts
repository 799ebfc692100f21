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

const firstSource = (sources: readonly Source[]): CitedSource | null => (sources[0] ? cite(sources[0]) : null)

export function explainOutcome(outcome: Outcome, notes: readonly Note[], plan: Plan): Reason[] {
  return [
    ...outcome.tried.filter((one) => one.truth !== NO).map((one) => explainClause(one, plan)),
    ...outcome.amountSteps.map(explainStep),
    ...outcome.tried.filter((one) => one.truth === NO).map((one) => explainClause(one, plan)),
    ...notes.map((note) => explainNote(note, plan)),
  ]
}

function explainClause({ clause, truth, condition }: TriedClause, plan: Plan): Reason {
  const lead =
    truth === NO ? `Not "${clause.outcome}": ` : truth === UNKNOWN ? `Perhaps "${clause.outcome}": ` : ''
  return {
    text: lead + fillIn(clause.text, plan),
    value: truth === NO ? 'no' : truth === UNKNOWN ? 'not known' : clause.outcome,
    source: firstSource(clause.sources),
    children: condition === null ? [] : partsOf(condition).map(explainStep),
  }
}

const explainNote = (note: Note, plan: Plan): Reason => ({
  text: fillIn(note.text, plan),
  value: null,
  source: firstSource(note.sources),
  children: [],
})

const partsOf = (step: Step): readonly Step[] => (step.isList ? step.steps : [step])

function explainStep(step: Step): Reason {
  return {
    text: step.say(),
    value: describeValue(step),
    source: firstSource(step.sources),
    children: step.steps.flatMap(partsOf).map(explainStep),
  }
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
