/** The words people read for kinds, strengths and decisions: one place, so that table, CSV and page agree. */
import type { Decision, GroupMention, StatementKind, Strength } from '../model/index.ts'

interface KindLabel {
  readonly one: string
  readonly many: string
}

export const KIND_LABELS: Readonly<Record<StatementKind, KindLabel>> = {
  recommendation: { one: 'recommendation', many: 'recommendations' },
  ask: { one: 'ask', many: 'asks' },
  commitment: { one: 'commitment', many: 'commitments' },
  decision: { one: 'decision', many: 'decisions' },
  verdict: { one: 'verdict', many: 'verdicts' },
  finding: { one: 'finding', many: 'findings' },
  other: { one: 'other', many: 'others' },
}

/** What each kind is, in a sentence that needs no other page. */
export const KIND_MEANINGS: Readonly<Record<StatementKind, string>> = {
  recommendation: 'A review, inquiry or committee says what should be done.',
  ask: 'Someone asks a body that has the power to act.',
  commitment: 'A body says what it will do itself.',
  decision: 'A body says whether it takes up a recommendation.',
  verdict: 'Someone judges a proposal, a reply or a state of affairs.',
  finding: 'Someone states a fact about the world or about progress.',
  other: 'Titles, navigation, courtesies.',
}

export const STRENGTH_LABELS: Readonly<Record<Strength, string>> = {
  'in-force': 'in force',
  legislate: 'legislate',
  fund: 'fund',
  commit: 'commit',
  pilot: 'pilot',
  consult: 'consult',
  explore: 'explore',
  encourage: 'encourage',
  acknowledge: 'acknowledge',
  reject: 'reject',
}

export const STRENGTH_MEANINGS: Readonly<Record<Strength, string>> = {
  'in-force': 'It is already law or already happening.',
  legislate: 'It will be made law.',
  fund: 'Money will be given for it.',
  commit: 'It will be done, or is being done.',
  pilot: 'It will be tried somewhere first.',
  consult: 'People will be asked about it.',
  explore: 'It will be looked into.',
  encourage: 'Others will be asked to do it.',
  acknowledge: 'The point is noticed; nothing is promised.',
  reject: 'It will not be done.',
}

export const DECISION_LABELS: Readonly<Record<Decision, string>> = {
  accepted: 'accepted',
  'accepted-in-part': 'accepted in part',
  'accepted-in-principle': 'accepted in principle',
  noted: 'noted',
  rejected: 'rejected',
  'no-response': 'no answer',
}

export const DECISION_MEANINGS: Readonly<Record<Decision, string>> = {
  accepted: 'Taken up as it was put.',
  'accepted-in-part': 'Some of it is taken up, or something less or other than was put.',
  'accepted-in-principle': 'The aim is agreed; whether and how it will be done is left open.',
  noted: 'Read and acknowledged, with neither yes nor no.',
  rejected: 'Not taken up, in so many words or by saying that it will not be done.',
  'no-response': 'Nothing in the response answers it.',
}

/** A shape for each decision, so that none is told by colour alone; one column wide in a terminal. */
export const DECISION_SHAPES: Readonly<Record<Decision, string>> = {
  accepted: '●',
  'accepted-in-part': '◐',
  'accepted-in-principle': '◉',
  noted: '◌',
  rejected: '○',
  'no-response': '–',
}

/** A group as a reader meets it: "special guardians", "except special guardians", "only special guardians". */
export function labelGroup(mention: GroupMention): string {
  const name = mention.group.replaceAll('-', ' ')
  if (mention.relation === 'excluded') return `except ${name}`
  if (mention.relation === 'only') return `only ${name}`
  return name
}

/** "1 recommendation", "12 recommendations". */
export function countKind(kind: StatementKind, count: number): string {
  return `${count} ${count === 1 ? KIND_LABELS[kind].one : KIND_LABELS[kind].many}`
}
