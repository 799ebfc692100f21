/**
 * The second opinion: how the wording, form and place of a sentence read to weights fitted on labelled pages, put beside
 * what the rules found. It knows nothing of the rules and they nothing of it, so either can change alone; where the two
 * together say another kind than the rules did, the kind follows, and the cues say so.
 */
import { STATEMENT_KINDS, type StatementKind } from '../../model/index.ts'
import { type Evidence, evidenceFor, type Weighing } from '../evidence.ts'
import type { Judged } from '../judge.ts'
import type { Voice } from '../voices.ts'
import { type Beside, createSurroundings } from './beside.ts'
import { certaintyOf } from './certainty.ts'
import { createScorer, type Scorer } from './scorer.ts'
import type { Standing } from './signs.ts'
import { KINDS, type Weights } from './weights.ts'

/** A sentence as it was heard by itself. */
export interface Heard {
  readonly judged: Judged
  readonly at: Standing
  /** What wording and rules together hold likely. */
  readonly chances: Chances
}

/** Hears the sentences of a document one by one, and says of each what it is once those beside it were heard too. */
export interface Adviser {
  readonly hear: (judged: Judged, at: Standing) => Heard
  /** What was judged, of another kind where that is likelier; null for what is not known yet. */
  readonly advise: (heard: Heard, before: Beside | null, after: Beside | null) => Judged
}

/** What weights and rules together hold likely, by kind in the order of STATEMENT_KINDS. */
export type Chances = Float64Array

// How far each is trusted, found on 3,129 sentences of pages that neither had seen (docs/adr/0012): the kind was right as
// often anywhere between .6 and 1.0 of the one and .5 and .8 of the other. More of the rules keeps more asks and
// promises, more of the weights more judgements.
const TRUST_IN_WORDING = 0.8
const TRUST_IN_RULES = 0.6
// Where the rules lead by this much they stand: there, what was overruled was right nearly as often as what came instead.
const SURE_RULES = 3
// Another kind must lead the rules' own by this much of a chance: nearer than that, as many changes were wrong as right.
const LEAST_LEAD = 0.05
// A government's own promises are told by their form too, but not as surely: 1.3 points of precision for none of recall.
const LEAST_LEAD_OVER_PROMISES = 0.35
// What recommends, asks and decides is told by its form, which rules know best: of 36 such sentences that the weights held
// for something else, 16 became right and 8 wrong, and comparing lost rows by it.
const STANDING: ReadonlySet<StatementKind> = new Set(['recommendation', 'ask', 'decision'])
const NOT_RAISED: ReadonlySet<StatementKind> = new Set(['recommendation', 'decision'])
const IS_RAISED = STATEMENT_KINDS.map((kind) => !NOT_RAISED.has(kind))
// A kind without any sign is still possible, and no one rule outweighs everything.
const LEAST_CHANCE = 1e-4
const LEAST_RULED = -1
const MOST_RULED = 8

const NAMES: Readonly<Record<StatementKind, string>> = {
  recommendation: 'a recommendation',
  ask: 'an ask',
  commitment: 'a commitment',
  decision: 'a decision',
  verdict: 'a judgement',
  finding: 'a fact',
  other: 'no statement',
}
// Words that are shown.
const SHOWN = 3

/** One for the reading of one document. */
export function createAdviser(weights: Weights): Adviser {
  const scorer = createScorer(weights)
  const surroundings = createSurroundings(weights)
  const sums = new Float64Array(KINDS)
  return {
    hear: (judged, at) => {
      const chances = weighUp(scorer.sum(judged.analysis, at), judged.weighing)
      return { judged, at, chances }
    },
    advise: ({ judged, at, chances }, before, after) => {
      for (let kind = 0; kind < KINDS; kind++) sums[kind] = Math.log((chances[kind] ?? 0) + LEAST_CHANCE)
      surroundings.add(before, after, sums)
      toChances(sums)
      const best = decide(sums, judged.weighing, at.passage.voice)
      const kind = STATEMENT_KINDS[best] ?? judged.weighing.kind
      const certainty = certaintyOf(sums[best] ?? 0)
      const { start, end, analysis } = judged
      const isRuled = kind === judged.weighing.kind
      const weighing = isRuled ? judged.weighing : overruled(judged, kind, at, scorer)
      return { start, end, analysis, weighing, certainty }
    },
  }
}

/** The chances that the sums and the rules' scores give together; the sums are used up. */
export function weighUp(sums: Float64Array, { scores }: Weighing): Chances {
  const out = new Float64Array(KINDS)
  toChances(sums)
  for (let kind = 0; kind < KINDS; kind++) {
    const score = Math.max(LEAST_RULED, Math.min(MOST_RULED, scores[kind] ?? 0))
    out[kind] = TRUST_IN_WORDING * Math.log((sums[kind] ?? 0) + LEAST_CHANCE) + TRUST_IN_RULES * score
  }
  toChances(out)
  return out
}

function toChances(values: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) if (value > most) most = value
  let sum = 0
  for (let kind = 0; kind < values.length; kind++) {
    const value = Math.exp((values[kind] ?? 0) - most)
    values[kind] = value
    sum += value
  }
  for (let kind = 0; kind < values.length; kind++) values[kind] = (values[kind] ?? 0) / sum
}

/** Index of the kind to be given: the rules' own, unless it may be doubted and another leads it clearly. */
export function decide(chances: Chances, weighing: Weighing, voice: Voice): number {
  const ruled = STATEMENT_KINDS.indexOf(weighing.kind)
  if (isSettled(weighing)) return ruled
  let best = ruled
  for (let at = 0; at < KINDS; at++) if (IS_RAISED[at] && (chances[at] ?? 0) > (chances[best] ?? 0)) best = at
  const least =
    weighing.kind === 'commitment' && voice === 'government' ? LEAST_LEAD_OVER_PROMISES : LEAST_LEAD
  return (chances[best] ?? 0) - (chances[ruled] ?? 0) >= least ? best : ruled
}

function isSettled({ kind, margin, support }: Weighing): boolean {
  return margin >= SURE_RULES || STANDING.has(kind) || (kind === 'commitment' && support.some(isOwnWill))
}

/** "We will": who says so of themselves promises, whatever else the sentence tells. */
const isOwnWill = ({ frame }: Evidence): boolean => frame?.modal === 'will' && frame.subject.class === 'self'

function overruled(
  { analysis, weighing }: Judged,
  kind: StatementKind,
  at: Standing,
  scorer: Scorer,
): Weighing {
  const words = scorer.wordsFor(
    analysis,
    at,
    STATEMENT_KINDS.indexOf(kind),
    STATEMENT_KINDS.indexOf(weighing.kind),
  )
  const quoted = words.slice(0, SHOWN).map((word) => `“${word}”`)
  const because =
    quoted.length > 0
      ? `wording like ${NAMES[kind]}: ${quoted.join(', ')} (second opinion)`
      : `form and place like ${NAMES[kind]} (second opinion)`
  const own = weighing.evidence.filter((item) => item.kind === kind).sort((a, b) => b.weight - a.weight)
  return { ...weighing, kind, margin: 0, support: [evidenceFor(kind, 0, because), ...own] }
}
