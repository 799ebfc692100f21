/** What a sentence is, in its place: the evidence weighed, and the sentence taken apart where its halves differ. */
import type { Block, Decision, Range } from '../model/index.ts'
import { type Analysis, analyse } from './analysis.ts'
import { findHalves, type Halves } from './clauses.ts'
import { type Evidence, evidenceFor, gatherEvidence, type Weighing, weigh } from './evidence.ts'
import type { Lexicon } from './lexicon.ts'
import type { Passage } from './passages.ts'
import { addPlaceEvidence } from './priors.ts'

/** A statement's place, with what was found there and what it amounts to. */
export interface Judged extends Range {
  readonly analysis: Analysis
  readonly weighing: Weighing
  /** How sure the kind is where a second opinion was heard; else the rules' lead tells. */
  readonly certainty?: number
}

export interface Circumstances {
  readonly text: string
  readonly passage: Passage
  /** See Place. */
  readonly isOnPlan: boolean
  readonly isAsking: boolean
  readonly block: Block
  readonly isHeading: boolean
  /** It opens the document. */
  readonly isTitle: boolean
  /** What the lead-in or the passage's opening adds. */
  readonly given: Evidence | null
  readonly lexicon: Lexicon
  readonly selfNames: ReadonlySet<string>
}

// Both halves must be this sure of their kinds before a sentence is taken apart: a wrong cut loses the whole, a missing
// one only the lesser half.
const SURE = 2
const ACTIONABLE = new Set(['recommendation', 'ask', 'commitment', 'decision'])

/** The statements of one sentence: itself, or its two halves. */
export function judgeSentence(analysis: Analysis, range: Range, at: Circumstances): readonly Judged[] {
  const whole = { start: range.start, end: range.end, analysis, weighing: judge(analysis, at) }
  if (at.isHeading || analysis.isQuestion || !ACTIONABLE.has(whole.weighing.kind)) return [whole]
  for (const halves of findHalves(analysis, at.text, range)) {
    const parts = judgeHalves(halves, at)
    if (parts) return parts
  }
  return [whole]
}

function judgeHalves(halves: Halves, at: Circumstances): readonly Judged[] | null {
  const parts = [halves.left, halves.right].map((range) => {
    const analysis = analyse(at.text, range.start, range.end, at.lexicon, at.selfNames)
    return { ...range, analysis, weighing: judge(analysis, at) }
  })
  const kinds = parts.map((part) => part.weighing.kind)
  if (leansOnLeft(at.text, halves)) return null
  const differ = kinds[0] !== kinds[1] && !kinds.includes('other')
  const areSure = parts.every((part) => part.weighing.margin >= SURE && part.weighing.support.length > 0)
  return differ && areSure && kinds.some((kind) => ACTIONABLE.has(kind)) ? parts : null
}

// A right half that points back and is this much shorter than the left would be lost without it.
const SHORT = 0.6

/** "… risks leaving some out, and so we suggest this is dropped": the short half says nothing by itself. */
function leansOnLeft(text: string, { left, right }: Halves): boolean {
  if (right.end - right.start > SHORT * (left.end - left.start)) return false
  return /\b(?:this|these|that|those|it|they|them|such|so)\b/iu.test(text.slice(right.start, right.end))
}

function opensWithDecision({ matches, sentence }: Analysis): boolean {
  return matches.some((match) => match.cue.kind === 'decision' && match.start === sentence.opening)
}

const STATUS = 7
const STATUSES: readonly (readonly [RegExp, Decision])[] = [
  [/(?:accepted|agreed|supported) in principle$/u, 'accepted-in-principle'],
  [
    /(?:accepted|agreed|supported) in part$|part(?:ly|ially) (?:accepted|agreed|supported)$/u,
    'accepted-in-part',
  ],
  [/(?:not (?:accepted|agreed|supported)|rejected|declined)$/u, 'rejected'],
  [/(?:accepted|agreed)(?: in full)?$/u, 'accepted'],
  [/noted$/u, 'noted'],
]
// "27 Rejected", "Government response: accepted in part": nothing but a number or whose reply stands before it.
const STATUS_LINE =
  /^(?:(?:[a-z]+-)?\d[\w.-]* |(?:(?:hm |uk )?government |our |recommendation [\d.]+[a-z]? )?(?:response|reply|decision|status) (?:: )?|(?:hm |uk )?government )(?:not |part(?:ly|ially) )?(?:accepted|agreed|supported|rejected|declined|noted)(?: in (?:part|full|principle))?$/u

/** A tracker's heading that is the decision itself. */
function statusIn({ sentence }: Analysis): Decision | null {
  const { words } = sentence.tokens
  if (words.length > MOST_STATUS_WORDS) return null
  const line = words.join(' ')
  return STATUS_LINE.test(line) ? (STATUSES.find(([sign]) => sign.test(line))?.[1] ?? null) : null
}
const MOST_STATUS_WORDS = 9

// A headline that says something judges where its words do; without such words it is a heading as any.
const HEADLINE = 3.2
const isJudging = ({ kind }: Evidence): boolean => kind === 'verdict' || kind === 'ask'

const LEAST_HEADLINE = 5

function judge(analysis: Analysis, at: Circumstances): Weighing {
  const { voice, role, speech } = at.passage
  const place = { voice, section: role, speech, isOnPlan: at.isOnPlan, isAsking: at.isAsking }
  const found = gatherEvidence(analysis, place, at.lexicon)
  if (at.isHeading) {
    // "Recommendation accepted", "Response: Reject" set as a heading is the decision itself.
    const isDecided =
      at.passage.role === 'response' || (at.passage.voice === 'government' && opensWithDecision(analysis))
    const decided = isDecided ? found.filter((item) => item.kind === 'decision') : []
    const status = statusIn(analysis)
    if (status)
      decided.push(evidenceFor('decision', STATUS, 'a heading that gives the decision', { decision: status }))
    const { length } = analysis.sentence.tokens.words
    if (at.isTitle && voice === 'outsider' && !analysis.isQuestion && length >= LEAST_HEADLINE)
      return weigh([evidenceFor('other', HEADLINE, 'a headline'), ...found.filter(isJudging)])
    return weigh([evidenceFor('other', 5, 'a heading'), ...decided])
  }
  addPlaceEvidence(found, analysis, place, at.block, at.lexicon)
  if (at.given) found.push(at.given)
  return weigh(found)
}
