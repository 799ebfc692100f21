/** How a text relates a measure to a group it names: includes it, excludes it, or holds for it only. */
import type { GroupMention, Range } from '../../model/index.ts'

type Relation = GroupMention['relation']

// What may stand between "only" and its group: "only to a small number of", "only be paid to those".
const SHORT_GAP =
  '(?:(?:at|to|for|by|with|in|of|the|those|these|a|an|all|some|small|large|limited|few|number|group|groups|handful|minority|be|available|open|apply|applies|applied|eligible|extended|offered|given|paid|new|existing|certain|such)\\s){0,5}'
const EXCLUDING_BEFORE =
  /(?:except(?:\sfor)?|excluding|excludes?|excluded|not\sincluding|other\sthan|apart\sfrom|but\snot|save\sfor|with\sthe\sexception\sof|rather\sthan|instead\sof|leav(?:es|ing)\sout|omits?|omitting|(?:not|n['’]t|cannot|never)\s(?:(?:currently|yet|automatically|also|be|been)\s){0,2}(?:available|open|extend(?:ed)?|eligible|appl(?:y|ied)|cover(?:ed)?|include|reach|benefit|for)(?:\s(?:to|for))?)\s(?:to\s|for\s|all\s|any\s|those\s|the\s|some\s|most\s|other\s|new\s){0,3}$/iu
const ONLY_BEFORE = new RegExp(
  `(?<!not\\s)(?:only|solely|exclusively|purely|limited\\sto|restricted\\sto|confined\\sto|reserved\\sfor|targeted\\sonly\\sat)\\s${SHORT_GAP}$`,
  'iu',
)
const EXCLUDED_AFTER =
  /^[\s,]{1,2}(?:(?:are|is|were|will|would|be|remain|still|currently|being|should|shall)\s){0,3}(?:excluded|ineligible|left\sout|locked\sout|left\sbehind|outside\s|not\s(?:be\s)?(?:eligible|covered|included|entitled|in\sscope))|^\s(?:do|does|will|would|can|did)\s?not\s(?:qualify|benefit|receive|get)\b/iu
const ONLY_AFTER = /^\s(?:only|alone)\b/iu
// Every match of a pattern above holds one of these. Most groups stand without any, and compiling the patterns, with their
// loops, costs a start 15 ms each.
const MAY_EXCLUDE_BEFORE = /except|exclud|not|than|apart|save|instead|leav|omit|n['’]t|never/i
const MAY_BE_ONLY_BEFORE = /only|solely|exclusively|purely|limited|restricted|confined|reserved/i
const MAY_EXCLUDE_AFTER = /exclud|ineligible|left|locked|outside|not/i
// Scope words stand within a few words of the group they scope.
const BEFORE_WINDOW = 70
const AFTER_WINDOW = 60

/** Only joining words between two mentions: the second shares the first's relation ("except A, B and C"). */
const LIST_JOIN =
  /^(?:\s?,\s?(?:and\s|or\s)?|\s(?:and|or|nor)\s|\s?\/\s?)(?:(?:all|any|those|other|new|for|to|with)\s){0,2}$/iu
const LIST_GAP = 25

/** `previous` is the mention before in the same text with its relation; null for the first. */
export function relationOf(
  text: string,
  place: Range,
  previous: (Range & { relation: Relation }) | null,
): Relation {
  const after = text.slice(place.end, place.end + AFTER_WINDOW)
  if (MAY_EXCLUDE_AFTER.test(after) && EXCLUDED_AFTER.test(after)) return 'excluded'
  const before = sinceClauseStart(text.slice(Math.max(0, place.start - BEFORE_WINDOW), place.start))
  if (MAY_EXCLUDE_BEFORE.test(before) && EXCLUDING_BEFORE.test(before)) return 'excluded'
  if (saysOnly(before) || ONLY_AFTER.test(after)) return 'only'
  if (previous && previous.relation !== 'included' && place.start - previous.end <= LIST_GAP) {
    if (LIST_JOIN.test(text.slice(previous.end, place.start))) return previous.relation
  }
  return 'included'
}

/** "not only", "not confined to" take no group out. */
function saysOnly(before: string): boolean {
  if (!MAY_BE_ONLY_BEFORE.test(before)) return false
  const found = ONLY_BEFORE.exec(before)
  return found !== null && !NEGATION.test(before.slice(0, found.index))
}

const NEGATION = /(?:\bnot|n['’]t|\bnever)\s(?:\p{L}{1,12}\s){0,2}$/iu

/** Scope does not reach over a full stop, a semicolon or a comma. */
function sinceClauseStart(before: string): string {
  const cut = Math.max(
    before.lastIndexOf('.'),
    before.lastIndexOf(';'),
    before.lastIndexOf(','),
    before.lastIndexOf(':'),
  )
  return before.slice(cut + 1)
}
