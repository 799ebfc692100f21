/** Days that cannot be: what was due before it was asked, a term that ends before it begins, words of a government out of its time. */
import type { FuzzyDate, PlainDate } from '../../model/index.ts'
import type { RecordOf } from '../record/index.ts'
import type { Content, ContentRecord } from './parse-content.ts'

/** What is wrong, how to put it right, and in which part of the record. */
type Problem = readonly [message: string, fix: string, at?: Path]
type Path = readonly PropertyKey[]

export function findAskProblems(ask: RecordOf<'ask'>): Problem[] {
  const problems: Problem[] = []
  if (ask.dueBy !== null && ask.dueBy.to < ask.on.from)
    problems.push(['was due before it was asked.', 'Check "on" and "dueBy".', ['dueBy']])
  const isLookedAt = ask.state !== 'open' && ask.state !== 'not-looked-at'
  if (isLookedAt && ask.stateReason === undefined)
    problems.push([
      `is "${ask.state}", and does not say how that is known.`,
      'Fill "stateReason" (and "stateOn", the day), or set the state to not-looked-at.',
    ])
  return problems
}

/** Nobody replies to what was not yet said. */
export function findReplyProblems({ records }: Content, { on, answers }: RecordOf<'decision'>): Problem[] {
  return records.flatMap(({ type, id, body }): Problem[] => {
    if ((type !== 'recommendation' && type !== 'ask') || !answers.includes(id) || !('on' in body)) return []
    if (on.to >= body.on.from) return []
    return [
      [
        `is dated ${on.words}, before ${type} "${id}" (${body.on.words}), which it answers.`,
        'Check the two days, or take the id out of "answers".',
        ['on'],
      ],
    ]
  })
}

export function findTermProblems({ from, to }: RecordOf<'government'>): Problem[] {
  return to !== null && to < from ? [['ends before it begins.', 'Check "from" and "to".']] : []
}

/** Whose words these are, said on a day: nobody speaks for a government that is not yet there, or no longer. */
export function findOutOfTerm(
  content: Content,
  {
    on,
    government,
    what,
    at,
  }: {
    readonly on: FuzzyDate
    readonly government: string
    /** What of the record is dated, with a space behind it: "version 2 "; empty for all of it. */
    readonly what: string
    readonly at: Path
  },
): Problem[] {
  const term = content.records.find(({ type, id }) => type === 'government' && id === government)
  if (term?.type !== 'government') return []
  const { from, to } = term.body
  if (on.to < from)
    return [
      [
        `${what}is dated ${on.words}, before government "${government}" began (${from}).`,
        'Check the day, or name the government of that day.',
        at,
      ],
    ]
  if (to !== null && on.from > to)
    return [
      [
        `${what}is dated ${on.words}, after government "${government}" ended (${to}).`,
        'Check the day, or name the government of that day.',
        at,
      ],
    ]
  return []
}

/** Days on which something is said to have been so: `latest` is the day the content was brought up to date. */
export function findDaysToCome(record: ContentRecord, latest: PlainDate | undefined): Problem[] {
  return daysSaid(record).flatMap(([path, day]): Problem[] => {
    const first = typeof day === 'string' ? day : day?.from
    if (first === undefined || latest === undefined || first <= latest) return []
    const message = `is dated ${first}, after the content was brought up to date (${latest}).`
    return [[message, 'Correct the date, or recordedOn.', path]]
  })
}

type DaySaid = readonly [Path, PlainDate | FuzzyDate | null | undefined]

function daysSaid({ type, body }: ContentRecord): DaySaid[] {
  switch (type) {
    case 'commitment':
      return body.versions.map(({ on }, at): DaySaid => [['versions', at, 'on'], on])
    case 'deadline':
      return [
        [['met'], body.met],
        [['unmetOn'], body.unmetOn],
      ]
    case 'source':
      return [[['published'], body.published]]
    default:
      return 'on' in body ? [[['on'], body.on]] : []
  }
}

/** Outcomes of what has no day on which it was met, and what else is said of them where one is given. */
const UNMET: Readonly<Partial<Record<RecordOf<'deadline'>['outcome'], string>>> = {
  missed: 'set the outcome to late',
  open: 'set the outcome to kept or late',
  unknown: 'set the outcome to kept or late',
  superseded: 'set the outcome to kept or late',
}

/** No promise names a day before it is made, and none is met before. */
export function findEarlyDeadline({ records }: Content, deadline: RecordOf<'deadline'>): Problem[] {
  const promise = records.find(({ type, id }) => type === 'commitment' && id === deadline.commitment)
  const said = promise?.type === 'commitment' ? promise.body.versions[0]?.on : undefined
  if (said === undefined) return []
  const isBefore = (day: FuzzyDate | null) => day !== null && day.to < said.from
  const problemOf = (field: 'due' | 'met', told: string): Problem => [
    `${told} before its promise "${deadline.commitment}" was first made (${said.words}).`,
    'Check the two days, or name the promise that it belongs to.',
    [field],
  ]
  return [
    ...(isBefore(deadline.due) ? [problemOf('due', 'is due')] : []),
    ...(isBefore(deadline.met) ? [problemOf('met', 'was met')] : []),
  ]
}

export function findDeadlineProblems({ due, met, outcome, unmetOn }: RecordOf<'deadline'>): Problem[] {
  const isLate = due !== null && met !== null && met.from > due.to
  const problems: Problem[] = []
  if (outcome === 'kept' && (isLate || met === null))
    problems.push([
      'is "kept", but was met after its last day or has no day on which it was met.',
      'Set "met", or the outcome to late.',
    ])
  if (outcome === 'late' && due !== null && met !== null && !isLate)
    problems.push(['is "late", but was met by its last day.', 'Set the outcome to kept.'])
  const instead = UNMET[outcome]
  if (instead !== undefined && met !== null)
    problems.push([
      `is "${outcome}", but has a day on which it was met.`,
      `Remove "met", or ${instead}.`,
      ['outcome'],
    ])
  if (unmetOn === undefined) return problems
  if (outcome !== 'missed')
    problems.push([
      `is "${outcome}", but says when it was still unmet.`,
      'Set the outcome to missed, or remove "unmetOn".',
    ])
  if (due === null || unmetOn.from <= due.to)
    problems.push([
      'says that it was unmet on a day that is not after its last day.',
      'Set "unmetOn" to a later day on which it was still unmet, or remove it.',
    ])
  return problems
}
