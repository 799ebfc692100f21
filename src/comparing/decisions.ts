/** The decision of a reply: what it says in words, or else what it does with what was asked. */
import type { Decision, Range } from '../model/index.ts'
import { isAsking } from './asks.ts'
import { DECISION_OF, type DecisionCue, SAID_EFFECTS, type SaidEffect } from './decision-cues.ts'
import { parseNumberList } from './labels.ts'
import { sentenceStarts } from './split-pieces.ts'
import type { WordReader } from './words.ts'

export interface Judged {
  readonly decision: Decision
  /** Where the reply says it, counted in the document; null where it is inferred. */
  readonly evidence: Range | null
  readonly confidence: number
  readonly because: readonly string[]
}

/** A sentence of the reply, with its place in the document. */
export interface Spoken extends Range {
  readonly text: string
}

export interface Question {
  readonly recommendation: string
  readonly reply: readonly Spoken[]
  /** Numbers that mean this recommendation in the response: a decision on another number is not this one's. */
  readonly numbers: readonly string[]
}

/** The sentences of a stretch of text. */
export function splitSpoken(text: string, start: number): Spoken[] {
  const starts = sentenceStarts(text)
  return starts.map((from, place) => {
    const raw = text.slice(from, starts[place + 1] ?? text.length)
    const lead = raw.length - raw.trimStart().length
    const sentence = raw.trim()
    return { text: sentence, start: start + from + lead, end: start + from + lead + sentence.length }
  })
}

export function judgeReply(question: Question, cues: readonly DecisionCue[], words: WordReader): Judged {
  return readSaid(question, cues) ?? inferDecision(question, cues, words)
}

interface Said {
  readonly effect: SaidEffect
  readonly spoken: Spoken
  readonly words: string
}

function readSaid(question: Question, cues: readonly DecisionCue[]): Judged | null {
  const said = question.reply.flatMap((spoken) => findSaid(spoken, question.numbers, cues))
  const first = said[0]
  if (!first) return null
  const effects = new Set(said.map((one) => one.effect))
  const isSplit = effects.has('accept') && effects.has('reject')
  const qualified = said.find((one) => one.effect === 'in-part' || one.effect === 'in-principle')
  // "Accepted. We accept the recommendation in part": the qualified words are the fuller ones.
  const chosen = first.effect === 'accept' && qualified ? qualified : first
  const decision = isSplit ? 'accepted-in-part' : settleNoted(DECISION_OF[chosen.effect], question, cues)
  const why = isSplit ? 'accepts one part and rejects another' : `says "${chosen.words}"`
  return {
    decision,
    evidence: { start: chosen.spoken.start, end: chosen.spoken.end },
    confidence: isSplit ? 0.85 : decision === DECISION_OF[chosen.effect] ? 0.95 : 0.7,
    because: [why],
  }
}

/** Whatever follows "noted": work towards what was asked makes it a yes in part. */
function settleNoted(decision: Decision, question: Question, cues: readonly DecisionCue[]): Decision {
  if (decision !== 'noted') return decision
  const leaning = question.reply.flatMap((spoken) => cues.filter((cue) => cue.pattern.test(spoken.text)))
  return leaning.some((cue) => cue.effect === 'do' || cue.effect === 'hedge') ? 'accepted-in-part' : 'noted'
}

const HYPOTHETICAL =
  /\b(?:if|whether(?: or not)? to|were|unless|should|previous|former|last|then|had)\b[^.]{0,60}$/i
const NEGATED = /\b(?:not|n[’']t|never|cannot|no longer|unable to)\b[^,.;]{0,40}$/i

function findSaid(spoken: Spoken, numbers: readonly string[], cues: readonly DecisionCue[]): Said[] {
  const found: Said[] = []
  for (const clause of splitClauses(spoken.text))
    for (const cue of cues) {
      if (!isSaid(cue.effect)) continue
      const match = cue.pattern.exec(clause)
      if (!match) continue
      const before = clause.slice(0, match.index)
      if (HYPOTHETICAL.test(before) || (cue.effect !== 'reject' && NEGATED.test(before))) continue
      if (!isAboutThis(clause.slice(match.index), numbers)) continue
      found.push({ effect: cue.effect, spoken, words: match[0].trim().slice(0, 80) })
      break
    }
  return found
}

const isSaid = (effect: string): effect is SaidEffect => SAID_EFFECTS.some((one) => one === effect)

/** "accepts the first part but does not accept the second": each side of the "but" is judged alone. */
const splitClauses = (text: string) => text.split(/(?:;|,?\s\b(?:but|whereas|although|though)\b)/i)

/** False where the decision names other recommendations only: "as we accepted Recommendation 2". */
function isAboutThis(text: string, numbers: readonly string[]): boolean {
  const named = /\brecommendations?\s+((?:\d{1,3}[a-z]?(?:\([a-z]\))?(?:\s*(?:,|and|to|–|-|&)\s*)?)+)/i.exec(
    text,
  )
  if (!named?.[1] || numbers.length === 0) return true
  const list = parseNumberList(named[1])
  const stems = new Set(numbers.map((number) => number.replace(/[a-z]+$/, '')))
  return list.some((number) => stems.has(number.replace(/[a-z]+$/, '')))
}

/** Cues of one kind count less and less: three sentences of consideration are hardly more than two. */
const FADING = 0.6

function inferDecision(question: Question, cues: readonly DecisionCue[], words: WordReader): Judged {
  const signs = gatherSigns(question, cues, words)
  const yes = 0.6 * signs.agree + 0.7 * signs.do + 1.6 * signs.echo
  const isSoftAsk = /\b(?:consider|explore|examine|review|look at|assess)\b/i.test(question.recommendation)
  const no = signs.hedge * (isSoftAsk ? 0.6 : 1) + signs.deflect + signs.decline
  const balance = yes - no
  if (signs.decline >= 1.7 && yes < 0.5)
    return inferred('rejected', 0.7, [`no yes, and ${signs.words.decline ?? 'a refusal'}`])
  if (yes < 0.2 && no < 0.3) return inferred('noted', 0.4, ['neither accepts nor refuses'])
  const decision = balance >= 0 ? 'accepted' : 'accepted-in-part'
  const confidence = Math.min(0.9, 0.55 + 0.15 * Math.abs(balance))
  const why =
    decision === 'accepted'
      ? (signs.words.do ?? signs.words.agree)
      : (signs.words.decline ?? signs.words.deflect ?? signs.words.hedge)
  return inferred(decision, confidence, why ? [`inferred from ${why}`] : ['inferred'])
}

const inferred = (decision: Decision, confidence: number, because: string[]): Judged => ({
  decision,
  evidence: null,
  confidence,
  because,
})

type Leaning = 'agree' | 'do' | 'hedge' | 'deflect' | 'decline'
interface Signs extends Record<Leaning, number> {
  /** Share of what was asked that the sentences which promise or report action take up. */
  readonly echo: number
  /** The first words found of each kind, for the reader. */
  readonly words: Partial<Record<Leaning, string>>
}

function gatherSigns(question: Question, cues: readonly DecisionCue[], words: WordReader): Signs {
  const asked = new Set(askedTopics(question.recommendation, words))
  const echoed = new Set<string>()
  const sums: Record<Leaning, number> = { agree: 0, do: 0, hedge: 0, deflect: 0, decline: 0 }
  const seen: Partial<Record<Leaning, string>> = {}
  const counts: Record<Leaning, number> = { agree: 0, do: 0, hedge: 0, deflect: 0, decline: 0 }
  for (const spoken of question.reply) {
    const met = new Map<Leaning, { weight: number; words: string }>()
    for (const cue of cues) {
      if (isSaid(cue.effect)) continue
      const match = cue.pattern.exec(spoken.text)
      if (match && cue.weight > (met.get(cue.effect)?.weight ?? 0))
        met.set(cue.effect, { weight: cue.weight, words: `"${match[0].trim().slice(0, 60)}"` })
    }
    const topics = new Set(words.read(spoken.text).topics)
    const near = nearness(topics, asked)
    if (met.has('do') && !met.has('hedge')) for (const stem of topics) if (asked.has(stem)) echoed.add(stem)
    for (const [kind, { weight, words: quoted }] of met) {
      sums[kind] += weight * (0.4 + near) * FADING ** counts[kind]
      counts[kind]++
      seen[kind] ??= quoted
    }
  }
  return { ...sums, echo: asked.size === 0 ? 0 : echoed.size / asked.size, words: seen }
}

/** 0 to 0.6 and more: how much of a sentence's topic is what was asked. */
function nearness(topics: ReadonlySet<string>, asked: ReadonlySet<string>): number {
  if (topics.size === 0) return 0
  let shared = 0
  for (const stem of topics) if (asked.has(stem)) shared++
  return Math.min(0.8, (2 * shared) / Math.max(6, topics.size))
}

function askedTopics(recommendation: string, words: WordReader): readonly string[] {
  const sentences = splitSpoken(recommendation, 0).filter((one) => isAsking(one.text))
  const text = sentences.length > 0 ? sentences.map((one) => one.text).join(' ') : recommendation
  return words.read(text).topics
}
