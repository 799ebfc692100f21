/** What the words that lead a list in say of its items: "The next Government must:", "Original pledges:". */
import type { Decision, StatementKind, Strength } from '../model/index.ts'
import type { Analysis } from './analysis.ts'
import { type Evidence, evidenceFor, type Place, weigh } from './evidence.ts'
import type { Judged } from './judge.ts'
import { isVerbless } from './priors.ts'
import { NUMBER } from './tokens.ts'
import type { Voice } from './voices.ts'

const LEAD_IN = 3.6
// Above a "should" in an outsider's words (4), which alone would make the item that outsider's ask.
const LISTED_RECOMMENDATION = 5
// A later sentence of an item explains it more often than it adds to it.
const LATER_IN_ITEM = 0.35
const NAMED_IN_LIST = 1.6
// Characters of the lead-in that are shown.
const QUOTED = 60
const DUTY: ReadonlySet<string> = new Set(['should', 'must', 'need'])

/** The lead-in's say over one sentence of an item: more where the item only names a thing, less after its first sentence. */
export function inherited(lead: Evidence | null, analysis: Analysis, isFirst: boolean): Evidence | null {
  if (!lead) return null
  // "Rejected: the Board should …": what stands there as a duty is the recommendation itself.
  if (
    lead.kind === 'decision' &&
    analysis.frames.some((frame) => DUTY.has(frame.modal) && frame.role === 'main')
  )
    return { ...lead, kind: 'recommendation', decision: null }
  if (lead.kind === 'commitment' && countsOnly(analysis)) return null
  if (!isFirst) return { ...lead, weight: lead.weight * LATER_IN_ITEM }
  return isVerbless(analysis) ? { ...lead, weight: lead.weight + NAMED_IN_LIST } : lead
}

/** "21 actions are green", "64 are complete": how far a plan has come, not what it holds. */
function countsOnly({ sentence }: Analysis): boolean {
  const { words, flags } = sentence.tokens
  const at = sentence.opening
  if (((flags[at] ?? 0) & NUMBER) === 0 || /^[£$€]/u.test(words[at] ?? '')) return false
  return words.slice(at + 1, at + COUNTED_WITHIN).some((word) => STANDS.has(word))
}
const COUNTED_WITHIN = 5
const STANDS = new Set(['are', 'is', 'were', 'was', 'have', 'has', 'had', 'remain', 'remains'])

// "Key actions include:", in a body's own plan; "By March 2026", over what is to be done by then.
const OPENS_PLANS =
  /\b(?:actions?|commitments?|steps|measures|priorities|plans?|targets?|next|will|pledges?|deliver)\b[^.]{0,60}\b(?:includ(?:es?|ing)|are|is|will|be|following|by)\b[^.]{0,20}:\s*$|^our (?:[\p{L}-]+ ){0,3}(?:goals?|aims?|objectives?|ambitions?) (?:is|are)(?: to)?:\s*$|^(?:by|from|during|within|in) [^.]{0,24}\b20\d\d:?$/iu
// What an outsider's list is of: asks of its own, or what a government has in hand.
const OPENS_ASKS =
  /\b(?:call(?:s|ed|ing)? (?:for|on)|asks?|asking|demand(?:s|ed|ing)?|urg(?:e|es|ing)|want(?:s)? to see|our priorities|changes (?:we|that|demanded)|recommend(?:s|ations)?|must|should|needs? to)\b[^.]{0,90}:\s*$/iu
const OPENS_PROMISES =
  /\b(?:government|ministers|chancellor|white paper|strategy|plan|paper|package|proposals?|measures|initiatives|commitments?|promises|pledges|reforms?|announced?|announcements?|promised|pledged)\b[^.]{0,120}\b(?:includ(?:es?|ed|ing)|are|is|will|following|to|on|that|focus(?:es)?|covers?)\b[^.]{0,20}:\s*$/iu
// "Original coalition pledges:", "A summary of the key proposals", "The 'to do' list:"; "our proposals" are asks.
const NAMES_PROMISES =
  /^(?!.*\b(?:our|we|us|recommend\w*|should|must)\b)[^.?!]{0,80}\b(?:pledges|promises|commitments|announcements|key (?:measures|proposals|changes)|to[- ]do['’]? list)\s*:?\s*$/iu
// "It also includes:": of what, the sentence before tells, or the page.
const POINTS_BACK =
  /^(?:it|this|these|they|others|the \d+ points)\b[^.]{0,24}\b(?:includ(?:es?|ed)|are|were)\s*:\s*$/iu
const OF_RECOMMENDATIONS = /\brecommend(?:ations?|s|ed)\b/iu
const OF_PROMISES = /\b(?:pledges|promises|commitments)\b/iu
const OWN = /\b(?:our|we|us|i)\b/iu
const NAMES_DEEDS =
  /\b(?:achieved|achievements|done so far|delivered so far|has been done)['”"]?\s*:\s*$|\b(?:implemented|completed|delivered|introduced|achieved)\b[^.]{0,60}\b(?:includ(?:es?|ed|ing)|are|were|is|was)\s*:\s*$|\b(?:in progress|complete|completed|under ?way|so far|to date)\s*:\s*$/iu
const TO_COME =
  /\bsets? out (?:the|our|its|their) (?:[\p{L}-]+ ){0,2}(?:priorities|plans?|actions?)\b|\b(?:will|shall|should|must|needs?|to) (?:be|have|being)\b|\bby\b[^.]{0,20}\b20\d\d\b/iu
const NAMES_VERDICT = /\bverdict\b[^.]{0,30}:\s*$/iu

const OPENS_VERDICTS =
  /\b(?:we|i)\b[^.]{0,40}\b(?:welcom|support|pleased|glad|delighted|concern|worr|disappoint|oppos|regret|fear|applaud)\w*/iu

const OF_PROPOSALS = /\b(?:recommendations?|proposals?)\b[^.]{0,60}:\s*$/iu

/** What an item inherits from the words that lead its list in; `before` is the sentence before them in their paragraph. */
export function leadInEvidence(
  kind: StatementKind,
  strength: Strength | null,
  quote: string,
  place: Place,
  decision: Decision | null = null,
  before = '',
): Evidence | null {
  const pointed = POINTS_BACK.test(quote) ? pointedAt(before, place) : null
  if (pointed) return pointed
  if (NAMES_DEEDS.test(quote) && !TO_COME.test(quote) && !NAMES_VERDICT.test(quote))
    return evidenceFor('finding', LEAD_IN, `lead-in: “${quote.slice(-QUOTED).trim()}”`)
  if (place.voice === 'government' && OPENS_PLANS.test(quote))
    return evidenceFor('commitment', LEAD_IN, `lead-in: “${quote.slice(-QUOTED).trim()}”`)
  const isVague = kind === 'finding' || kind === 'other' || kind === 'verdict'
  const quoted = `lead-in: “${quote.slice(-QUOTED).trim()}”`
  if (place.voice === 'reviewer' && isVague && OPENS_ASKS.test(quote))
    return evidenceFor('recommendation', LEAD_IN, quoted)
  // "We welcome measures that will:" judges what it lists.
  if (place.voice === 'outsider' && kind === 'verdict' && OPENS_VERDICTS.test(quote))
    return evidenceFor('verdict', LEAD_IN, quoted)
  if (place.voice === 'outsider' && isVague && OPENS_ASKS.test(quote))
    return OF_RECOMMENDATIONS.test(quote) && !OWN.test(quote)
      ? evidenceFor('recommendation', LISTED_RECOMMENDATION, quoted)
      : evidenceFor('ask', LEAD_IN, quoted)
  const named = place.voice === 'outsider' && isVague ? namedKind(quote, place) : null
  if (named) return evidenceFor(named, LEAD_IN, quoted)
  if (kind === 'decision' && decision !== null && place.voice === 'outsider' && OF_PROPOSALS.test(quote))
    return evidenceFor('decision', LISTED_RECOMMENDATION, quoted, { decision })
  // "Ministers rejected four recommendations:" lists what was recommended; so does "The Review recommends:".
  if (
    place.voice === 'outsider' &&
    (kind === 'recommendation' || (kind === 'decision' && OF_PROPOSALS.test(quote)))
  )
    return evidenceFor('recommendation', LISTED_RECOMMENDATION, quoted)
  if (isVague || kind === 'decision') return null
  // What a body promises to ask of others, its list asks of them.
  if (strength === 'encourage') return evidenceFor('ask', LEAD_IN, 'lead-in: asks others')
  return evidenceFor(kind, LEAD_IN, `lead-in: “${quote.slice(-QUOTED).trim()}”`)
}

/** What an outsider's list is of, where it is not of asks. */
function namedKind(quote: string, place: Place): StatementKind | null {
  if (NAMES_VERDICT.test(quote)) return 'verdict'
  if (OPENS_PROMISES.test(quote) || NAMES_PROMISES.test(quote)) return 'commitment'
  return place.isOnPlan && POINTS_BACK.test(quote) ? 'commitment' : null
}

/** "The inquiry made 148 recommendations. They included:". What is the writer's own is left to the page. */
function pointedAt(before: string, { voice }: Place): Evidence | null {
  if (OWN.test(before) && voice === 'outsider') return null
  const quoted = `lead-in: “${before.slice(-QUOTED).trim()}”`
  if (OF_RECOMMENDATIONS.test(before)) return evidenceFor('recommendation', LISTED_RECOMMENDATION, quoted)
  return OF_PROMISES.test(before) ? evidenceFor('commitment', LEAD_IN, quoted) : null
}

// "We will:", "In our view, tolls should also:" – nothing is said yet of what will or should be done.
const BARE_MODAL = /\b(?:will|shall|should|must)(?: also| then| now| all)?:\s*$/iu
const BARE_PURPOSE = /^(?:[^\s:]+\s+){1,9}(?:to|for|on):\s*$/iu
const BARE_LEAD = 5
const COLON = 58

/** "We will:" is no promise beside those that it leads in, nor "We call on ministers to:" an ask; what a review lists is left whole. */
export function withoutBareLead(part: Judged, voice: Voice, text: string): Judged {
  const { start, end, analysis, weighing } = part
  if (text.charCodeAt(end - 1) !== COLON || voice === 'reviewer') return part
  if (weighing.kind !== 'commitment' && weighing.kind !== 'ask') return part
  const words = text.slice(start, end)
  // "We will pay £5 million to:" has said what is done.
  if (!BARE_MODAL.test(words) && (weighing.kind !== 'ask' || !BARE_PURPOSE.test(words))) return part
  return { start, end, analysis, weighing: weigh([evidenceFor('other', BARE_LEAD, 'only leads a list in')]) }
}
