/**
 * What must hold between records: every reference leads somewhere, dates can be, and no record says more than its
 * evidence can. Shapes were checked when the files were parsed.
 */
import { canShow, type PlainDate } from '../../model/index.ts'
import type { RecordOf, RecordType } from '../record/index.ts'
import type { Cite } from '../record/parts.ts'
import { prepareFormerIds } from './check-former-ids.ts'
import { findSettingsProblems } from './check-settings.ts'
import {
  findAskProblems,
  findDaysToCome,
  findDeadlineProblems,
  findEarlyDeadline,
  findOutOfTerm,
  findReplyProblems,
  findTermProblems,
} from './check-times.ts'
import type { Content, ContentRecord } from './parse-content.ts'
import type { ContentProblem } from './problem.ts'
import { findUnseenProblems } from './unseen-characters.ts'

/** Records by "type id". */
type Known = Pick<ReadonlySet<string>, 'has'>

type Path = readonly PropertyKey[]

/** `at` is the part of the record that a person should look at; the whole of it where it is left out. */
type Report = (record: ContentRecord, message: string, fix: string, at?: Path) => void

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
        [field],
      )
  }
}

/** All citations of a record with their places, those of its versions and series included. */
function placesOfCites(body: object, lead: Path = []): { cite: Cite; at: Path }[] {
  return Object.entries(body).flatMap(([key, value]) => {
    // The schemas give `cites` this type wherever it stands, and these two are lists of objects with cites.
    if (key === 'cites') return (value as Cite[]).map((cite, index) => ({ cite, at: [...lead, key, index] }))
    if (key === 'versions' || key === 'series')
      return (value as object[]).flatMap((each, index) => placesOfCites(each, [...lead, key, index]))
    return []
  })
}

function checkSources(record: ContentRecord, known: Known, report: Report): void {
  for (const { cite, at } of placesOfCites(record.body))
    if (!known.has(`source ${cite.source}`))
      report(
        record,
        `cites source "${cite.source}", which is not there.`,
        'Add it to sources, or correct the id.',
        at,
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
        ['versions', at, 'on'],
      )
    if (version.dueBy && version.dueBy.to < version.on.from)
      report(record, `version ${at + 1} was due before it was said.`, 'Check the two dates.', [
        'versions',
        at,
        'dueBy',
      ])
    if (!known.has(`government ${version.government}`))
      report(
        record,
        `version ${at + 1} names government "${version.government}", which is not there.`,
        'Add it to governments.',
        ['versions', at, 'government'],
      )
    for (const group of version.qualifies?.groups ?? [])
      if (!known.has(`group ${group}`))
        report(record, `version ${at + 1} names group "${group}", which is not there.`, 'Add it to groups.', [
          'versions',
          at,
          'qualifies',
        ])
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

function findTimeProblems(record: ContentRecord, content: Content) {
  switch (record.type) {
    case 'ask':
      return findAskProblems(record.body)
    case 'deadline':
      return [...findDeadlineProblems(record.body), ...findEarlyDeadline(content, record.body)]
    case 'decision':
      return findReplyProblems(content, record.body)
    case 'government':
      return findTermProblems(record.body)
    case 'inheritance':
      return findOutOfTerm(content, { ...record.body, what: '', at: ['on'] })
    case 'commitment':
      return record.body.versions.flatMap(({ on, government }, at) =>
        findOutOfTerm(content, { on, government, what: `version ${at + 1} `, at: ['versions', at, 'on'] }),
      )
    default:
      return []
  }
}

function checkOne(record: ContentRecord, known: Known, content: Content, report: Report): void {
  checkReferences(record, known, report)
  checkSources(record, known, report)
  if (record.type === 'commitment') checkCommitment(record, record.body, known, report)
  if (record.type === 'deliveryEvent') checkDelivery(record, record.body, report)
  if (record.type === 'coverage') checkCoverage(record, record.body, report)
  if (record.type === 'assessment') checkAssessment(record, record.body, content, report)
  const others = [
    ...findUnseenProblems(record.body),
    ...findDaysToCome(record, content.settings?.recordedOn),
    ...findTimeProblems(record, content),
  ]
  for (const [message, fix, at] of others) report(record, message, fix, at)
}

function checkSettings({ settings, settingsAt }: Content, latest: PlainDate | null): ContentProblem[] {
  if (settings === null || settingsAt === undefined) return []
  return findSettingsProblems(settings, latest).map(([message, fix, at]) => {
    return { file: settingsAt.file, line: settingsAt.lineAt(at), message, fix }
  })
}

/**
 * All problems between records, in the order of the records. Empty when the content may be published.
 * `latest`: the last day that it can be anywhere; where it is given, content is not brought up to a later one.
 */
export function checkContent(content: Content, latest: PlainDate | null = null): ContentProblem[] {
  const problems = checkSettings(content, latest)
  const report: Report = (record, message, fix, at = []) => {
    problems.push({
      file: record.file,
      line: record.lineAt(at),
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
