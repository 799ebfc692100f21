/** Conditions: the clauses of a text that say under what terms it holds, as printed. */
import type { Range } from '../model/index.ts'

const MAY_HOLD_CONDITION =
  /\b(?:where|if|when|unless|subject to|provid(?:ed|ing)|long as|cases? where|circumstances|event (?:that|of)|depend(?:ent|ing)|conditional|contingent|assuming|otherwise|whom|once|should (?:it|they|he|she|we|you|there|this|the|an?y?)|pending)\b/i

// One word of each cue above.
const MAY_BELONG_TO_CONDITION =
  /\b(?:where|if|when|unless|subject|provid(?:ed|ing)|long|circumstances|event|depend(?:ent|ing)|conditional|contingent|assuming|otherwise|whom|once|should|pending)\b/i

/** False only for words, as printed, that no text with a condition needs. */
export const mayBelongToCondition = (printed: string): boolean => MAY_BELONG_TO_CONDITION.test(printed)

/** Each cue with the clause it opens. Alternatives that hold others come first. */
const CUES =
  /(?<![\p{L}'’-])(?:(?<sure>only (?:if|where|when|once)|if and only if|(?:except|save) (?:where|when|if)|in (?:all |any |those |exceptional )?(?:cases?|circumstances|situations|instances) (?:where|in which|when)|in the event (?:that|of)|on (?:the )?condition that|provided that|providing (?:that|they|it|the|there)|(?:as|so) long as|unless|dependent (?:on|upon)|depending (?:on|upon)|conditional (?:on|upon)|contingent (?:on|upon)|assuming|pending|for whom)|(?<otherwise>(?:who|that|which) would otherwise)|(?<provided>provided (?:they|it|there|these|this))|(?<subject>subject to)|(?<iffy>if)|(?<where>where)|(?<when>when)|(?<once>once)|(?<should>should)) (?=\S)/giu

const WHETHER_VERBS = new Set(
  'see ask asks asked know knows known check checks checking determine determining consider considering considers decide wonder unclear clear assess assessing test testing question questions establish unsure sure as even what not out matter'.split(
    ' ',
  ),
)
const PLACE_NOUNS = new Set(
  'area areas place places country countries region regions point points stage stages world site sites location locations town towns city cities home homes community communities setting settings page section sections chapter report year years example examples school schools sector sectors position gap gaps hospital station unit room branch court level levels field fields market markets environment part parts see know understand considering identify identifying show showing shows from to is clear exactly and or of'.split(
    ' ',
  ),
)
/** After a comma "where" mostly goes on describing; these words make it a term. */
const TERM_OPENERS = new Set(
  'appropriate possible necessary relevant applicable needed required practicable feasible available reasonable it they there this these a an any such one both no'.split(
    ' ',
  ),
)
const PRONOUNS = new Set(['it', 'they', 'he', 'she', 'we', 'you', 'there', 'this'])
const INDEFINITES = new Set(
  'needed necessary required appropriate possible it they there a an any this these children families people someone one'.split(
    ' ',
  ),
)
const ONCE_ELSE = new Set(['a', 'an', 'every', 'again', 'more', 'in', 'per', 'each', 'and', 'upon'])
const TELLS_PAST =
  /\b(?:was|were|had|did|came|began|became|made|took)\b|\b\p{L}{3,}ed (?:the|a|an|its|their|in|on|by|to)\b/iu
// A clause of 240 characters is as much of a condition as a reader takes in; it also bounds the work on hostile input.
const LONGEST = 240

const wordBefore = (text: string, at: number): string =>
  /([\p{L}'’]+)[\s“"‘(]*$/u.exec(text.slice(Math.max(0, at - 30), at))?.[1]?.toLowerCase() ?? ''

const wordAfter = (text: string, at: number): string =>
  /^[\s“"‘(]*([\p{L}'’]+)/u.exec(text.slice(at, at + 30))?.[1]?.toLowerCase() ?? ''

const isAfterComma = (text: string, at: number): boolean =>
  /[,–—]\s*$/u.test(text.slice(Math.max(0, at - 4), at))

const opensClause = (text: string, at: number): boolean =>
  /(?:^|[,;:.(–—•]|\band|\bor|\bbut)\s*$/u.test(text.slice(Math.max(0, at - 5), at))

type Groups = Readonly<Record<string, string | undefined>>

/** What a body makes its word depend on; other things that one is "subject to" are done to it ("a curfew"). */
const DEPENDED_ON =
  /^\s?(?:[\p{L}'’-]{1,20}\s){0,5}(?:approv|agree|outcome|result|consult|fund|parliament|legislat|negotiat|availab|spending|budget|afford|consent|conditions|criteria|eligib|means|contract|planning|decision|assent|evidence|success|business case|clearance|confirm|caveat|exception|safeguard|discussion|progress|resourc|capacity|completion|vote|permission|licen|ratif|demand|value for|due diligence|passage|will of|need)/iu

/** One word that makes a whole condition: "where appropriate", "if necessary". */
const ONE_WORD =
  /^(?:\s?)(?:appropriate|possible|necessary|relevant|applicable|needed|required|practicable|feasible|available|so)(?![\p{L}])/iu

/** Tells terms from the other uses of the same word: "see if", "areas where", "when it began", "should the". */
function isCondition(text: string, groups: Groups, start: number, cueEnd: number, clause: string): boolean {
  if (groups.sure !== undefined || groups.otherwise !== undefined) return true
  if (groups.provided !== undefined) return isSetOff(text, start)
  if (groups.subject !== undefined)
    return isSetOff(text, start) || DEPENDED_ON.test(text.slice(cueEnd, cueEnd + 90))
  const before = wordBefore(text, start)
  const after = wordAfter(text, cueEnd)
  if (groups.iffy !== undefined) return !WHETHER_VERBS.has(before) && after !== 'any' && after !== 'not'
  if (groups.where !== undefined) return isWhereTerm(text, start, before, after, clause)
  if (groups.when !== undefined) {
    if (['parliamentary', 'time', 'and', 'or'].includes(after) || /^when it comes to/i.test(clause))
      return false
    const isGeneral = INDEFINITES.has(after) || start === 0
    return (
      isGeneral &&
      !WHETHER_VERBS.has(before) &&
      before !== 'and' &&
      before !== 'for' &&
      !TELLS_PAST.test(clause)
    )
  }
  if (groups.once !== undefined) {
    return !ONCE_ELSE.has(after) && before !== 'at' && /\b(?:has|have|is|are|can)\b/i.test(clause)
  }
  return PRONOUNS.has(after)
    ? !clause.endsWith('?')
    : opensClause(text, start) && /^(?:the|an?|any)$/.test(after) && isInverted(text, start)
}

/** "Paid where the child would be in care" is a term; "gaps where work is needed" and "a room where he was" describe. */
function isWhereTerm(text: string, start: number, before: string, after: string, clause: string): boolean {
  if (isAfterComma(text, start)) return TERM_OPENERS.has(after)
  if (text.slice(0, start).trim() === '' || ONE_WORD.test(clause.slice('where'.length))) return true
  if (PLACE_NOUNS.has(before) || WHETHER_VERBS.has(before) || TELLS_PAST.test(clause)) return false
  return SAYS_STATE.test(clause)
}

const SAYS_STATE = /\b(?:is|are|has|have|would|can|cannot|does|do|may|need|needs|exists?|appl(?:y|ies))\b/i

const isSetOff = (text: string, start: number): boolean => start === 0 || opensClause(text, start)

/** "Should the pilot succeed, …": opens the sentence and a comma parts it from what follows. */
const isInverted = (text: string, start: number): boolean =>
  text.slice(0, start).trim() === '' && /^[^,.?]{8,160},/u.test(text.slice(start, start + 170))

// A comma ends the clause, but not inside a first few words ("if, after review, …") nor between figures.
const CLAUSE_END =
  / and (?=(?:will|shall|must|should)\b)|[;!?]|\.(?=\s|$|["”’)])|:\s|,(?=\s)|\s[–—-]\s|[)\]]|\n\s*\n/gu
const SHORTEST = 14

function clauseEnd(text: string, start: number, cueEnd: number): number {
  const limit = Math.min(text.length, start + LONGEST)
  const window = text.slice(cueEnd, limit)
  const word = /^(?:where|if|when)/i.test(text.slice(start, start + 5)) ? ONE_WORD.exec(window) : null
  if (word) return cueEnd + word[0].length
  let depth = 0
  for (const match of window.matchAll(CLAUSE_END)) {
    const sign = match[0].trim()
    const opened = window.slice(0, match.index).split('(').length - 1
    if (sign === ')' && opened > depth) {
      depth += 1
      continue
    }
    if (sign === ',' && match.index + cueEnd - start < SHORTEST && !isShortTerm(window.slice(0, match.index)))
      continue
    if (opened > depth && sign === ',') continue
    return cueEnd + match.index
  }
  return limit < text.length ? lastGap(text, start, limit) : limit
}

/** "where appropriate,": a whole condition in one word. */
const isShortTerm = (words: string): boolean => TERM_OPENERS.has(words.trim().toLowerCase())

function lastGap(text: string, start: number, limit: number): number {
  const gap = text.lastIndexOf(' ', limit)
  return gap > start ? gap : limit
}

/** Places of the conditions in reading order, trimmed, without overlaps; offsets are relative to `text`. */
export function findConditionRanges(text: string): Range[] {
  if (!MAY_HOLD_CONDITION.test(text)) return []
  const found: Range[] = []
  for (const match of text.matchAll(CUES)) {
    const start = match.index
    if (start < (found.at(-1)?.end ?? 0)) continue
    const cueEnd = start + match[0].length
    const end = start + text.slice(start, clauseEnd(text, start, cueEnd)).trimEnd().length
    if (end <= cueEnd) continue
    if (isCondition(text, match.groups ?? {}, start, cueEnd, text.slice(start, end)))
      found.push({ start, end })
  }
  return found
}

/** The conditions as printed. */
export const findConditions = (text: string): string[] =>
  findConditionRanges(text).map(({ start, end }) => text.slice(start, end))
