/** The decision that a reply says in words: "accepts this recommendation in part", "not persuaded", "Agreed." */
import { DECISION_OF, type DecisionCue, SAID_EFFECTS, type SaidEffect } from './decision-cues.ts'
import type { Judged, Question } from './decisions.ts'
import { parseNumberList } from './labels.ts'
import type { Spoken } from './spoken.ts'
import { isCommonText } from './twin-pattern.ts'
import type { WordReader } from './words.ts'

interface Said {
  readonly effect: SaidEffect
  readonly isSoft: boolean
  readonly spoken: Spoken
  readonly words: string
}

/** What the reply says, with the sentence that says it; null where it says nothing in so many words. */
export function readSaid(question: Question, cues: readonly DecisionCue[], words: WordReader): Judged | null {
  const found = question.reply.flatMap((spoken) => findSaid(spoken, question.numbers, cues))
  const said = found.every((one) => one.isSoft) && isGuarded(question, cues) ? [] : found
  const first = said[0]
  if (!first) return null
  const effects = new Set(said.map((one) => one.effect))
  const isSplit = effects.has('accept') && effects.has('reject')
  const qualified = said.find((one) => one.effect === 'in-part' || one.effect === 'in-principle')
  // "Accepted. We accept the recommendation in part": the qualified words are the fuller ones.
  const chosen = first.effect === 'accept' && qualified ? qualified : first
  const isSettled = chosen.effect === 'note' && !isSplit && goesFurther(question, said, cues, words)
  const decision = isSplit || isSettled ? 'accepted-in-part' : DECISION_OF[chosen.effect]
  return {
    decision,
    evidence: { start: chosen.spoken.start, end: chosen.spoken.end },
    confidence: isSplit ? 0.85 : isSettled ? 0.7 : 0.95,
    because: [isSplit ? 'accepts one part and rejects another' : `says "${chosen.words}"`],
  }
}

/** The longest sentence that only says "noted". */
const NOTED_ALONE = 24

/** "This recommendation is under consideration." is where it stands, whatever is done to come to a view. */
const STATUS =
  /^\W*(?:(?:joint |government )*response: )?(?:(?:this|the) recommendation is )?(?:still )?(?:under|subject to) (?:active |further )?consideration\W*$/i

/** An act with this share of the words of what was asked goes towards it; another leaves "notes" what it says. */
const TOWARDS = 0.25

/** Whatever follows "noted": work towards what was asked makes it a yes in part. */
function goesFurther(
  question: Question,
  said: readonly Said[],
  cues: readonly DecisionCue[],
  words: WordReader,
): boolean {
  const asked = new Set(words.read(question.recommendation).topics)
  const isTowards = (text: string) => {
    const shared = new Set(words.read(text).topics.filter((stem) => asked.has(stem)))
    return shared.size >= TOWARDS * asked.size
  }
  // "Acknowledged" and "will consider" are weaker words, and any work behind them goes further.
  if (said.some((one) => STATUS.test(one.spoken.text))) return false
  const isNotes = said.every((one) => /\bnot(?:e|es|ed)\b/i.test(one.words))
  // "Noted." as a word by itself is the decision; only a promise of an act goes further.
  const isAlone = said.every((one) => one.spoken.text.length <= NOTED_ALONE)
  // To consider is what "under consideration" says already; only an act goes further.
  const isWeighed = said.some((one) => /consider|reflect|review/i.test(one.words))
  return question.reply
    .filter((spoken) => !said.some((one) => one.spoken === spoken) && (!isNotes || isTowards(spoken.text)))
    .some((spoken) =>
      cues.some((cue) => {
        if (cue.effect !== 'do' && (cue.effect !== 'hedge' || isWeighed || isAlone)) return false
        const words = cue.pattern.exec(spoken.text)?.[0]
        return words !== undefined && (!isAlone || /\bwill\b/i.test(words))
      }),
    )
}

/** Something in the reply puts off, hands on or declines. */
function isGuarded(question: Question, cues: readonly DecisionCue[]): boolean {
  return question.reply.some((spoken) =>
    cues.some((cue) => GUARDED.has(cue.effect) && cue.pattern.test(spoken.text)),
  )
}

const GUARDED: ReadonlySet<string> = new Set(['hedge', 'deflect', 'decline'])

/** Before the decision's words: a condition, a question, or somebody else's decision of long ago. */
const HYPOTHETICAL = /\b(?:if|whether|unless|before|until|previous|former|earlier|predecessor)\b[^,;]{0,60}$/i
const UNREAL =
  /\b(?:should|would|might|may|could|had)\s(?:not\s)?(?:\p{L}+\s)?(?:accept|agree|reject|support|endorse|adopt|implement)(?:ed)?\b/iu
const NEGATED = /\b(?:not|n[’']t|never|cannot|no longer|unable to)\b[^,.;]{0,40}$/i

/**
 * What a said decision cannot do without: a verb of deciding, and beside it what is decided on, a part or principle of
 * it, or no other words before. Most sentences are passed over by these two alone, at no cost to any cue.
 */
const DECIDING =
  /accept|tolerat|agree|concur|upheld|no (?:further )?(?:action|change)|won[’']t|approv|refus|rul(?:e|ed|ing)\b|pursu|welcom|grateful|reject|declin|not(?:e|ed|es)\b|acknowledg|support|endors|implement|adopt|persuad|convinc|minded|tak(?:e|ing) (?:up|forward)|proceeding|consider|reflect|review|share|yes\b|commit|complete|deliver|fulfil|met\b|done\b|actioned|carried out|acted|put in|progress|ongoing|in place|decid|decision|discuss|debate|determined|confirmed|way\b|track|alternative|deferred|postponed|held over|on hold|parked|fixed/i
const DECIDED_ON =
  /recommendation|\brisks?\b|proposal|\b(?:accept\w*|agree\w* (?:with|to)|endorses?|supports?|rul\w+) (?:it|them|this|that|these|both|all|such|the|out)\b|\bruled out|\bbe (?:\w+ )?(?:implemented|approved|accepted|agreed|adopted|endorsed|taken|declined|rejected|refused|pursued|not)\b|conclusion|suggestion|principle|\bparts?\b|partial|partly|element|aspect|\bsome\b|\bhalf\b|limb|intent|spirit|direction|limit\b|\bcap\b|ceiling|maximum|except|exempt|chang|restrict|\baims?\b|sentiment|timetable|timescale|timeline|deadline|\bdate\b|wording|detail|figure|level|modif|amend|reserv|caveat|extent\b|\bfar as\b|\bterms\b/i
const OPENING =
  /^.{0,40}?(?:accept|agree|concur|upheld|no (?:further )?(?:action|change)|won[’']t|approv|support|discuss|debate|decid|decision|in principle|ongoing|in place|reject|declin|note[ds]?\b|acknowledged|supported|implemented|consider|review|yes\b|complete|deliver|done\b|actioned|in progress|under ?way|on track|alternative|deferred|postponed|held over|on hold|parked|fixed)/i

/** False only where no cue of a said decision can match. */
export const maySay = (text: string) => DECIDING.test(text) && (DECIDED_ON.test(text) || OPENING.test(text))

function findSaid(spoken: Spoken, numbers: readonly string[], cues: readonly DecisionCue[]): Said[] {
  if (!maySay(spoken.text)) return []
  return splitClauses(spoken.text).flatMap((clause) => {
    const found = findInClause(clause, numbers, cues)
    return found ? [{ ...found, isSoft: found.isSoft || isConceded(spoken.text, clause), spoken }] : []
  })
}

const CONCEDING = /^\W*(?:al)?though\b|^\W*whil(?:e|st)\b|\b(?:al)?though,?\s*$/i

/** "Although we agree with it, we are not pursuing it": what is conceded decides only where nothing else does. */
const isConceded = (sentence: string, clause: string) =>
  CONCEDING.test(sentence.slice(0, sentence.indexOf(clause))) || CONCEDING.test(clause)

function findInClause(
  clause: string,
  numbers: readonly string[],
  cues: readonly DecisionCue[],
): Omit<Said, 'spoken'> | null {
  const isCommon = isCommonText(clause)
  for (const cue of cues) {
    if (!isSaid(cue.effect)) continue
    const match = cue.pattern.exec(clause, isCommon)
    if (!match) continue
    const before = clause.slice(0, match.index)
    const through = clause.slice(0, match.index + match[0].length)
    if (HYPOTHETICAL.test(through) || (cue.effect === 'accept' && UNREAL.test(through))) continue
    if (cue.effect !== 'reject' && NEGATED.test(before)) continue
    if (isAboutThis(clause.slice(match.index), numbers))
      return { effect: cue.effect, isSoft: cue.isSoft, words: match[0].trim().slice(0, 80) }
  }
  return null
}

const isSaid = (effect: string): effect is SaidEffect => SAID_EFFECTS.some((one) => one === effect)

/** "accepts the first part but does not accept the second": each side of the "but" is judged alone. */
const splitClauses = (text: string) => text.split(/(?:;|,?\s\b(?:but|whereas|although|though)\b)/i)

/** False where the decision names other recommendations only: "as we accepted Recommendation 2". */
function isAboutThis(text: string, numbers: readonly string[]): boolean {
  const named =
    /\brecommendations?\s+((?:\d{1,3}(?:\.\d{1,3})*[a-z]?(?:\([a-z]\))?(?:\s*(?:,|and|to|–|-|&)\s*)?)+)/i.exec(
      text,
    )
  if (!named?.[1] || numbers.length === 0) return true
  const stems = new Set(numbers.map((number) => number.replace(/[a-z]+$/, '')))
  return parseNumberList(named[1]).some((number) => stems.has(number.replace(/[a-z]+$/, '')))
}
