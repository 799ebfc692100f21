/** The parts of a statement that its words carry whatever its kind: time, money, groups, conditions. */
import type { Deadline, GroupMention, Money, Range, StatementKind } from '../model/index.ts'
import { findConditions } from './conditions.ts'
import { findDeadlines, mainDeadline } from './deadlines/index.ts'
import { findGroups, type GroupVocabulary } from './groups/index.ts'
import { CONDITION, GROUP, SUM, TIME } from './hints.ts'
import { findMoney } from './money.ts'

export interface Fields {
  readonly deadline: Deadline | null
  readonly money: readonly Money[]
  readonly groups: readonly GroupMention[]
  readonly conditions: readonly string[]
}

// Kinds that speak of what is still to be done: a time in them is one to do it by.
const UNDERTAKINGS: ReadonlySet<StatementKind> = new Set(['recommendation', 'ask', 'commitment', 'decision'])
const NOTHING: Fields = { deadline: null, money: [], groups: [], conditions: [] }

/**
 * Reads them from one statement's text; offsets are moved by `start`, into the document. `hints` are those of its words
 * (see hints.ts): what none of them hints at is not looked for.
 */
export function readFields(
  text: string,
  start: number,
  kind: StatementKind,
  documentDate: string | null,
  groups: GroupVocabulary,
  hints: number,
): Fields {
  if (kind === 'other' || (hints & (TIME | SUM | GROUP | CONDITION)) === 0) return NOTHING
  return {
    deadline: hints & TIME ? deadlineIn(text, start, kind, documentDate) : null,
    money: hints & SUM ? findMoney(text).map((sum) => moved(sum, start)) : [],
    groups: hints & GROUP ? findGroups(text, groups).map((group) => moved(group, start)) : [],
    conditions: hints & CONDITION ? findConditions(text) : [],
  }
}

function deadlineIn(
  text: string,
  start: number,
  kind: StatementKind,
  documentDate: string | null,
): Deadline | null {
  const found = mainDeadline(findDeadlines(text, { documentDate, isUndertaking: UNDERTAKINGS.has(kind) }))
  return found && moved(found, start)
}

function moved<T extends Range>(found: T, by: number): T {
  return { ...found, start: found.start + by, end: found.end + by }
}
