/** Which fields a sentence may carry, told by its words alone: what a word hints at is found once a document, and most
 * sentences hold no word that a field needs. */
import { mayBelongToCondition } from './conditions.ts'
import { mayBelongToTime } from './deadlines/index.ts'
import { findTellingWords, type GroupVocabulary } from './groups/index.ts'
import { mayBelongToSum } from './money.ts'

export const TIME = 1
export const SUM = 2
export const CONDITION = 4
export const GROUP = 8

/** Tells what a printed word hints at, the signs above added up. */
export function createHints(groups: GroupVocabulary): (printed: string) => number {
  const tellsOfGroup = findTellingWords(groups)
  return (printed) =>
    (mayBelongToTime(printed) ? TIME : 0) |
    (mayBelongToSum(printed) ? SUM : 0) |
    (mayBelongToCondition(printed) ? CONDITION : 0) |
    (tellsOfGroup(printed) ? GROUP : 0)
}
