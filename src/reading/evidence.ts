/** What speaks for each kind of statement: cues, frames, the passage, the lead-in. It adds up, and says why. */
import type { Decision, StatementKind, Strength } from '../model/index.ts'
import { STATEMENT_KINDS } from '../model/index.ts'
import type { ActorSpan } from './actors.ts'
import type { Analysis } from './analysis.ts'
import type { Frame } from './frames.ts'
import type { Lexicon } from './lexicon.ts'
import type { Speech } from './speech.ts'
import type { SectionRole, Voice } from './voices.ts'

export interface Evidence {
  readonly kind: StatementKind
  readonly weight: number
  /** For a person: "we + recommend", "will + publish". */
  readonly because: string
  readonly frame: Frame | null
  readonly actor: ActorSpan | null
  readonly strength: Strength | null
  readonly decision: Decision | null
  /** Index of the token after the cue's words; -1 for evidence that is no cue. */
  readonly end: number
}

/** Where a sentence stands. */
export interface Place {
  readonly voice: Voice
  readonly section: SectionRole
  readonly speech: Speech | null
  /** An outsider's page, or passage of one, that tells of a government's plan or promises. */
  readonly isOnPlan: boolean
  /** An outsider's page that is a petition or a list of demands. */
  readonly isAsking: boolean
}

export interface Weighing {
  readonly kind: StatementKind
  readonly score: number
  /** Lead over the next kind. */
  readonly margin: number
  /** The evidence for the kind, strongest first. */
  readonly support: readonly Evidence[]
  /** All of it, and the score of each kind in the order of STATEMENT_KINDS. */
  readonly evidence: readonly Evidence[]
  readonly scores: readonly number[]
}

// A plain sentence without any cue is a finding; a cue must weigh more than this to say otherwise.
const FINDING_UNTIL_TOLD = 1.5
// Later frames of a sentence say less about it than the first; frames inside quotation marks less still.
const LATER_FRAME = 0.8
const QUOTED_FRAME = 0.4
const QUESTION = 0.4
const TOLD_AS_EFFECT = 0.2
const DECISION_BY_REVIEWER = 0.4
const JUDGED_IN_ASK = 0.5

export function evidenceFor(
  kind: StatementKind,
  weight: number,
  because: string,
  rest: Partial<Evidence> = {},
): Evidence {
  // Written out, not spread, which copies key by key: several pieces are made for each sentence.
  const { frame = null, actor = null, strength = null, decision = null, end = -1 } = rest
  return { kind, weight, because, frame, actor, strength, decision, end }
}

/** Everything that the words of a sentence say in this voice and passage. */
export function gatherEvidence(analysis: Analysis, place: Place, lexicon: Lexicon): Evidence[] {
  const found: Evidence[] = []
  if (analysis.matches.length > 0) addCueEvidence(found, analysis, place)
  if (analysis.frames.length > 0) addFrameEvidence(found, analysis, place, lexicon)
  return found
}

function addCueEvidence(found: Evidence[], analysis: Analysis, place: Place): void {
  const seen = new Set<string>()
  const { words } = analysis.sentence.tokens
  const demanded = demandedFrom(analysis, place)
  for (const { cue, start, end, actor } of analysis.matches) {
    if (seen.has(cue.id)) continue
    if (cue.voices && !cue.voices.has(place.voice)) continue
    if (cue.sections && !cue.sections.has(place.section)) continue
    seen.add(cue.id)
    const quote = words.slice(start, Math.min(end, start + 7)).join(' ')
    // A review speaks of what was accepted, or asks to be told; it takes nothing up itself. What opens with the
    // government's own present word is the reply all the same, printed under the review's.
    const isDecided = cue.kind === 'decision' && place.voice === 'reviewer' && !isReply(analysis)
    const isDemanded = cue.kind === 'verdict' && start >= demanded
    const factor = isDecided ? DECISION_BY_REVIEWER : isDemanded ? JUDGED_IN_ASK : 1
    found.push(
      evidenceFor(cue.kind, cue.weight * factor, `“${quote}” (${cue.id})`, {
        actor,
        strength: cue.strength,
        decision: cue.decision,
        end,
      }),
    )
  }
}

const REPLIES = new Set([
  'accepts',
  'agrees',
  'supports',
  'notes',
  'rejects',
  'disagrees',
  'does',
  'accept',
  'agree',
  'note',
  'endorses',
  'endorse',
])

/** "The Government notes this recommendation": its word stands within a few of its name, in the present. */
function isReply({ sentence }: Analysis): boolean {
  const actor = sentence.actors.get(sentence.opening)
  if (actor?.class !== 'government') return false
  const { words } = sentence.tokens
  // "The Government is not convinced": the refusal of the one who was asked.
  if (words[actor.end] === 'is' && words[actor.end + 1] === 'not') return true
  return REPLIES.has(words[actor.end] ?? '') || REPLIES.has(words[actor.end + 1] ?? '')
}

const DEMANDS = new Set(['must', 'should', 'need'])

/** Where what is demanded begins: "must be bolder" asks, it does not judge. Past the end where nothing is demanded. */
function demandedFrom({ frames, isQuestion }: Analysis, { voice }: Place): number {
  if (isQuestion || (voice !== 'outsider' && voice !== 'reviewer')) return Number.POSITIVE_INFINITY
  const frame = frames.find((one) => DEMANDS.has(one.modal) && one.role === 'main' && !one.isPerfect)
  return frame ? frame.at : Number.POSITIVE_INFINITY
}

function addFrameEvidence(found: Evidence[], analysis: Analysis, place: Place, lexicon: Lexicon): void {
  let mains = 0
  let isEffect = false
  const isRoutine = tellsRoutine(analysis, place)
  for (const frame of analysis.frames) {
    const isQuoted = place.speech === null && isInsideQuote(analysis.sentence.tokens.words, frame.at)
    const order = frame.role === 'main' && mains++ > 0 ? LATER_FRAME : 1
    const told = isEffect ? TOLD_AS_EFFECT : 1
    const factor = order * told * (isQuoted ? QUOTED_FRAME : 1) * (analysis.isQuestion ? QUESTION : 1)
    // "The change will mean that ports will be able to …": what follows is what the change does, not what a port promises.
    isEffect ||= frame.modal === 'will' && frame.verb.lemma === 'mean' && frame.subject.class !== 'self'
    for (const rule of lexicon.framesFor(frame.modal, place.voice)) {
      if (!rule.holds(frame, place.voice, place.section)) continue
      const because = `${frame.subject.class} + ${frame.modal} + ${frame.verb.lemma || '…'} (${rule.id})`
      const weight = rule.weight * factor * (isRoutine && rule.kind === 'commitment' ? ROUTINE : 1)
      found.push(evidenceFor(rule.kind, weight, because, { frame, actor: frame.subject.actor }))
    }
  }
}

/** "If a report comes late, we will write again": in a review's or guidance's words, how things are done, not a promise. */
function tellsRoutine({ sentence }: Analysis, { voice }: Place): boolean {
  return (
    (voice === 'reviewer' || voice === 'guidance') &&
    ROUTINE_OPENERS.has(sentence.tokens.words[sentence.opening] ?? '')
  )
}
const ROUTINE_OPENERS = new Set(['if', 'once', 'when', 'where', 'whenever', 'after'])
const ROUTINE = 0.3

/** True where a quotation that began after the sentence did is still open at token `at`. */
function isInsideQuote(words: readonly string[], at: number): boolean {
  let isOpen = false
  let isStraightOpen = false
  for (let index = 1; index < at; index++) {
    const word = words[index]
    if (word === '“') isOpen = true
    else if (word === '”') isOpen = false
    else if (word === '"') isStraightOpen = !isStraightOpen
  }
  return (isOpen && words[0] !== '“') || (isStraightOpen && words[0] !== '"')
}

/** Adds the evidence up and names the kind. Of several pieces for one kind the strongest counts whole, the next less. */
export function weigh(evidence: readonly Evidence[]): Weighing {
  if (evidence.length === 0) return UNTOLD
  let kind: StatementKind = 'finding'
  let score = Number.NEGATIVE_INFINITY
  let next = Number.NEGATIVE_INFINITY
  const scores = [...UNTOLD.scores]
  for (let at = 0; at < STATEMENT_KINDS.length; at++) {
    const one: StatementKind = STATEMENT_KINDS[at] ?? kind
    const own = (UNTOLD.scores[at] ?? 0) + sum(evidence, one)
    scores[at] = own
    if (own > score) {
      next = score
      score = own
      kind = one
    } else if (own > next) next = own
  }
  const support = evidence.filter((item) => item.kind === kind)
  if (support.length > 1) support.sort((a, b) => b.weight - a.weight)
  return { kind, score, margin: score - next, support, evidence, scores }
}

/** What a sentence amounts to in which nothing speaks for any kind, as in many. */
const UNTOLD: Weighing = {
  kind: 'finding',
  score: FINDING_UNTIL_TOLD,
  margin: FINDING_UNTIL_TOLD,
  support: [],
  evidence: [],
  scores: STATEMENT_KINDS.map((kind) => (kind === 'finding' ? FINDING_UNTIL_TOLD : 0)),
}

const SHARES = [1, 0.3, 0.15]

function sum(evidence: readonly Evidence[], kind: StatementKind): number {
  let positive: number[] | null = null
  let total = 0
  for (const item of evidence) {
    if (item.kind !== kind) continue
    if (item.weight <= 0) total += item.weight
    else if (positive === null) positive = [item.weight]
    else positive.push(item.weight)
  }
  if (positive === null) return total
  if (positive.length > 1) positive.sort((a, b) => b - a)
  let plus = 0
  for (let index = 0; index < positive.length; index++)
    plus += (positive[index] ?? 0) * (SHARES[index] ?? 0.05)
  return plus + total
}
