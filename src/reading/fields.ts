/** The parts of a statement that its words carry whatever its kind: time, money, groups, conditions. */
import type { Deadline, GroupMention, Money, Range, StatementKind } from '../model/index.ts'
import { findConditions } from './conditions.ts'
import { findDeadlines, mainDeadline } from './deadlines/index.ts'
import { findGroups, type GroupVocabulary } from './groups/index.ts'
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

/** Reads them from one statement's text; offsets are moved by `start`, into the document. */
export function readFields(
  text: string,
  start: number,
  kind: StatementKind,
  documentDate: string | null,
  groups: GroupVocabulary,
): Fields {
  if (kind === 'other') return NOTHING
  const move = <T extends Range>(found: T): T => ({
    ...found,
    start: found.start + start,
    end: found.end + start,
  })
  const deadline = mainDeadline(findDeadlines(text, { documentDate, isUndertaking: UNDERTAKINGS.has(kind) }))
  return {
    deadline: deadline && move(deadline),
    money: findMoney(text).map(move),
    groups: findGroups(text, groups).map(move),
    conditions: findConditions(text),
  }
}
