/**
 * What must hold between records: every reference leads somewhere, dates can be, and no record says more than its
 * evidence can. Shapes were checked when the files were parsed.
 */
import { canShow, type FuzzyDate, type PlainDate } from '../../model/index.ts'
import type { RecordOf, RecordType } from '../record/index.ts'
import type { Cite } from '../record/parts.ts'
import { prepareFormerIds } from './check-former-ids.ts'
import { findAskProblems, findOutOfTerm, findTermProblems } from './check-times.ts'
import type { Content, ContentRecord } from './parse-content.ts'
import type { ContentProblem } from './problem.ts'

/** Records by "type id". */
type Known = Pick<ReadonlySet<string>, 'has'>

type Report = (record: ContentRecord, message: string, fix: string) => void

/** Fields of each record that name another record, and the type or types they may name. */
const references: { readonly [T in RecordType]?: Readonly<Record<string, readonly RecordType[]>> } = {
  organisation: { decidesFor: ['organisation'] },
  recommendation: { topics: ['topic'], by: ['organisation'] },
  ask: { topics: ['topic'], by: ['organisation'], owner: ['organisation'] },
  decision: { answers: ['recommendation', 'ask'], by: ['organisation'] },
  commitment: { topics: ['topic'], by: ['organisation'], answers: ['recommendation', 'ask'] },
  inheritance: { commitment: ['commitment'], government: ['government'] },
  deliveryEvent: { topics: ['topic'], commitments: ['commitment'] },
  look: { commitment: ['commitment'] },
  assessment: { topic: ['topic'], by: ['organisation'] },
  position: { topics: ['topic'], organisation: ['organisation'] },
  support: { topic: ['topic'] },
  coverage: { group: ['group'], support: ['support'] },
  deadline: { topics: ['topic'], commitment: ['commitment'], by: ['organisation'] },
  indicator: { comparableWith: ['indicator'] },
  programme: { topics: ['topic'] },
  conflict: { topics: ['topic'] },
}

const asList = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string')

function checkReferences(record: ContentRecord, known: Known, report: Report): void {
  const fields = references[record.type] ?? {}
  for (const [field, types] of Object.entries(fields)) {
    const named = asList(Object.entries(record.body).find(([key]) => key === field)?.[1])
    for (const id of named.filter((name) => !types.some((type) => known.has(`${type} ${name}`))))
      report(
        record,
        `"${field}" names ${types.join(' or ')} "${id}", which is not there.`,
        `Add it, or correct the id.`,
      )
  }
}

/** All citations of a record, those of its versions and series included. */
export function citesOf(body: object): Cite[] {
  return Object.entries(body).flatMap(([key, value]) => {
    if (key === 'cites') return value as Cite[] // the schemas give `cites` this type wherever it stands
    if (key === 'versions' || key === 'series') return (value as object[]).flatMap(citesOf) // lists of objects with cites
    return []
  })
}

function checkSources(record: ContentRecord, known: Known, report: Report): void {
  for (const cite of citesOf(record.body))
    if (!known.has(`source ${cite.source}`))
      report(
        record,
        `cites source "${cite.source}", which is not there.`,
        'Add it to sources, or correct the id.',
      )
}

function checkCommitment(
  record: ContentRecord,
  body: RecordOf<'commitment'>,
  known: Known,
  report: Report,
): void {
  body.versions.forEach((version, at) => {
    const before = body.versions[at - 1]
    if (before && version.on.to < before.on.from)
      report(
        record,
        `version ${at + 1} is dated before version ${at}.`,
        'Put versions in the order they were said.',
      )
    if (version.dueBy && version.dueBy.to < version.on.from)
      report(record, `version ${at + 1} was due before it was said.`, 'Check the two dates.')
    if (!known.has(`government ${version.government}`))
      report(
        record,
        `version ${at + 1} names government "${version.government}", which is not there.`,
        'Add it to governments.',
      )
    for (const group of version.qualifies?.groups ?? [])
      if (!known.has(`group ${group}`))
        report(record, `version ${at + 1} names group "${group}", which is not there.`, 'Add it to groups.')
  })
}

function checkDelivery(record: ContentRecord, body: RecordOf<'deliveryEvent'>, report: Report): void {
  if (!canShow(body.kind, body.delivery))
    report(
      record,
      `an event of kind "${body.kind}" cannot show "${body.delivery}".`,
      'An announcement is not an action and a budget does not prove its promise: cite what was done, or lower the state.',
    )
  if (body.delivery === 'cannot-be-judged' && body.missing === undefined)
    report(record, 'says it cannot be judged, not what is missing.', 'Fill "missing".')
}

function checkDeadline(record: ContentRecord, body: RecordOf<'deadline'>, report: Report): void {
  const isLate = body.due !== null && body.met !== null && body.met.from > body.due.to
  if (body.outcome === 'kept' && (isLate || body.met === null))
    report(
      record,
      'is "kept", but was met after its last day or has no day on which it was met.',
      'Set "met", or the outcome to late.',
    )
  if (body.outcome === 'late' && body.due !== null && body.met !== null && !isLate)
    report(record, 'is "late", but was met by its last day.', 'Set the outcome to kept.')
  if (body.outcome === 'missed' && body.met !== null)
    report(
      record,
      'is "missed", but has a day on which it was met.',
      'Remove "met", or set the outcome to late.',
    )
  if (body.unmetOn !== undefined) checkUnmet(record, body, body.unmetOn, report)
}

function checkUnmet(
  record: ContentRecord,
  { due, outcome }: RecordOf<'deadline'>,
  unmetOn: FuzzyDate,
  report: Report,
): void {
  if (outcome !== 'missed')
    report(
      record,
      `is "${outcome}", but says when it was still unmet.`,
      'Set the outcome to missed, or remove "unmetOn".',
    )
  if (due === null || unmetOn.from <= due.to)
    report(
      record,
      'says that it was unmet on a day that is not after its last day.',
      'Set "unmetOn" to a later day on which it was still unmet, or remove it.',
    )
}

function checkCoverage(record: ContentRecord, body: RecordOf<'coverage'>, report: Report): void {
  if (body.state === 'conditional' && body.condition === undefined)
    report(record, 'is conditional without its condition.', 'Say the condition.')
  if (body.state !== 'not-looked-at' && body.cites === undefined)
    report(record, `is "${body.state}" without a source.`, 'Cite one, or say not-looked-at.')
}

function checkAssessment(
  record: ContentRecord,
  body: RecordOf<'assessment'>,
  content: Content,
  report: Report,
): void {
  const scale = content.settings?.verdicts.map((verdict) => verdict.id)
  if (scale && !scale.includes(body.verdict))
    report(
      record,
      `gives the verdict "${body.verdict}", which is not on this tracker's scale.`,
      `Use one of: ${scale.join(', ')}.`,
    )
  if (body.statedAs !== undefined && !body.isInferred)
    report(
      record,
      `places "${body.statedAs}", a word of another scale, as if the assessor had used this tracker's.`,
      'Set isInferred to true, or remove "statedAs".',
    )
}

function checkDates(record: ContentRecord, latest: PlainDate | undefined, report: Report): void {
  const on = 'on' in record.body ? record.body.on : undefined
  const first = typeof on === 'string' ? on : on?.from
  if (first !== undefined && latest !== undefined && first > latest)
    report(
      record,
      `is dated ${first}, after the content was brought up to date (${latest}).`,
      'Correct the date, or recordedOn.',
    )
}

function findTimeProblems(record: ContentRecord, content: Content) {
  switch (record.type) {
    case 'ask':
      return findAskProblems(record.body)
    case 'government':
      return findTermProblems(record.body)
    case 'inheritance':
      return findOutOfTerm(content, { ...record.body, what: 'it' })
    case 'commitment':
      return record.body.versions.flatMap(({ on, government }, at) =>
        findOutOfTerm(content, { on, government, what: `version ${at + 1}` }),
      )
    default:
      return []
  }
}

function checkOne(record: ContentRecord, known: Known, content: Content, report: Report): void {
  checkReferences(record, known, report)
  checkSources(record, known, report)
  checkDates(record, content.settings?.recordedOn, report)
  if (record.type === 'commitment') checkCommitment(record, record.body, known, report)
  if (record.type === 'deliveryEvent') checkDelivery(record, record.body, report)
  if (record.type === 'deadline') checkDeadline(record, record.body, report)
  if (record.type === 'coverage') checkCoverage(record, record.body, report)
  if (record.type === 'assessment') checkAssessment(record, record.body, content, report)
  for (const [message, fix] of findTimeProblems(record, content)) report(record, message, fix)
}

/** All problems between records, in the order of the records. Empty when the content may be published. */
export function checkContent(content: Content): ContentProblem[] {
  const problems: ContentProblem[] = []
  const report: Report = (record, message, fix) => {
    problems.push({
      file: record.file,
      line: record.line,
      message: `${record.type} "${record.id}" ${message}`,
      fix,
    })
  }
  // Of a file that cannot be read nobody knows what it holds: names that lead there are looked at when it can.
  const listed = new Set<string>(content.refused ?? [])
  const known: Known = content.isUnread ? { has: () => true } : listed
  const there = new Set<string>()
  for (const record of content.records) {
    const key = `${record.type} ${record.id}`
    if (there.has(key)) report(record, 'is there twice.', 'Give each its own id, or remove one.')
    there.add(key)
    listed.add(key)
  }
  const findFormerProblems = prepareFormerIds(content)
  for (const record of content.records) {
    checkOne(record, known, content, report)
    for (const [message, fix] of findFormerProblems(record)) report(record, message, fix)
  }
  return problems
}
