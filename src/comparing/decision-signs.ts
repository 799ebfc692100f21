/** What a reply does with what was asked: promises and reports that take it up, and words that put it off. */

import { askedText, weighVerbs } from './asked-acts.ts'
import { keepAsAsked, matchCues } from './cue-matches.ts'
import { type DecisionCue, LEANING_EFFECTS, type LeaningEffect } from './decision-cues.ts'
import type { Question } from './decisions.ts'
import { asksToStop, readPolarity, SHORT_REPLY } from './polarity.ts'
import { twin } from './twin-pattern.ts'
import type { WordReader } from './words.ts'

export interface Signs extends Readonly<Record<LeaningEffect, number>> {
  /** Share of what was asked, by weight, that the sentences which promise or report action take up. */
  readonly echo: number
  /** The same share over every sentence of the reply: near 0 it speaks of something else. */
  readonly presence: number
  /** Share of the asked acts that go on, support or give weight to something; the others ask for something new. */
  readonly isGentle: number
  /** Share of the asked acts that are thought: to consider, to explore. */
  readonly isForThought: number
  /** The reply opens by agreeing with what was asked, or with the view behind it. */
  readonly opensAgreeing: boolean
  /** Its first sentence turns down what was asked. */
  readonly opensRefusing: boolean
  /** As much of `do` as only tells what is so already. */
  readonly standing: number
  /** How near to what was asked the nearest sentence comes that promises or reports something new, and nothing else. */
  readonly granted: number
  /** Sentences that promise or report something new, and put off, hand on or refuse nothing. */
  readonly free: number
  /** The sentences that promise or report, and put off, hand on and refuse nothing. */
  readonly unguarded: readonly string[]
  /** The weight of the hardest refusal that is not conceded, wherever it stands. */
  readonly hardest: number
  /** A sentence refuses in so many words: no plans, no need. */
  readonly isFlat: boolean
  /** The first words found of each kind, for the reader. */
  readonly words: Readonly<Partial<Record<LeaningEffect, string>>>
}

/**
 * What a sentence counts for its kind even where it shares no word with what was asked: much in a short reply, which
 * has no room for anything else; in a long one little if it grants, and next to nothing if it refuses, since long
 * replies refuse other things too.
 */
const floorOf = (sentences: number, isGranting: boolean) =>
  isGranting ? 0.15 + 0.55 / Math.max(1, sentences) ** 0.75 : 0.03 + 1.5 / Math.max(1, sentences) ** 1.15

/** Sentences of one kind count less and less: of long replies the nearest sentences decide, not their number. */
const FADING = 0.5

/** To agree, rather than to be committed already. */
const OPENLY = /\b(?:agree|concur|share|welcome|support|accept)/iu

/** "No plans", "not necessary", "not persuaded": cues of this weight say no by themselves. */
const FLAT_REFUSAL = 1.9

/** "No plans to change the law" grants what asks to keep it. */
const LEFT_AS_IT_IS =
  /\b(?:no|not|n[’']t)\b[^.;]{0,30}\b(?:plan|intend|propos|intention)\w*\b(?: \w+){0,2}? (?:chang|alter|amend|remov|abolish|repeal|end|clos|reduc|cut|withdraw|scrap|weaken|dilut)\w*/iu
const TO_KEEP =
  /\b(?:keep|kept|retain|maintain|preserve|protect|remain|not (?:be )?(?:\w+ )?(?:chang|remov|abolish|clos|reduc|cut|withdraw|scrap|weaken|dilut))/i

/** "A matter for the pay review, which begins in April": what others do there is no promise of one's own. */
const FOR_OTHERS = 1.2
/** "We will pass it to the owners": one's own act, and no promise either. */
const PASSED_ON = 1.3
const OWN_ACT =
  /\b(?:we|i|(?:the|our) (?:\p{L}+ )?(?:government|departments?|ministry|minister|council|board|agency|trust|authority|cabinet|committee|commission|company|service)) (?:\p{L}+ ){0,2}?(?:will|have|has|are|is|shall)\b/iu

/** So near to what was asked a sentence that limits nothing grants some of it, whatever its verb. */
const TOUCHING = 0.3
/** "We already publish this", "asked for it to be reviewed", "for 101 calls": some of what was asked. */
const TAKES_UP = twin(
  /^\W*for (?!the (?:moment|present|time)|now|example|instance|this|these|many|some|our|its)\S+ [^,.]{2,40}? (?:will|is|are|has|have|we)\b|\b(?:do|does|did|done|doing) (?:so|this|it)\b|\balready \p{L}+ (?:so|this|it|them)\b|\bfor it to\b|\bwill (?:pilot|trial|try)\b/iu,
)

/** What would be, or could be, is promised to nobody. */
const PROMISING = /^(?!.*\b(?:would|could|might)\b).*\b(?:will|shall|is|are|am|has|have|was|were|to|can)\b/isu

const CONCEDED = /^\W*(?:al)?though\b|^\W*whil(?:e|st)\b/i

/** After "However" comes what the praise before was leading up to. */
const TURNING = 1.5

export function gatherSigns(
  question: Question,
  cues: readonly DecisionCue[],
  words: WordReader,
  rarity: (stem: string) => number,
): Signs {
  const act = askedText(question.recommendation).replace(/\s+/g, ' ')
  const asked = new Set(words.read(act).topics)
  const total = sumOf(asked, rarity)
  const isStopping = asksToStop(act)
  const isKeeping = TO_KEEP.test(act)
  const verbs = weighVerbs(act)
  const { isGentle } = verbs
  const echoed = new Set<string>()
  const found = new Map<LeaningEffect, number[]>(LEANING_EFFECTS.map((effect) => [effect, []]))
  const quoted: Partial<Record<LeaningEffect, string>> = {}
  const present = new Set<string>()
  const { length } = question.reply
  let opensAgreeing = false
  let opensRefusing = false
  let hardest = 0
  let granted = 0
  let free = 0
  const standing: number[] = []
  const unguarded: string[] = []
  for (const [place, spoken] of question.reply.entries()) {
    const topics = words.read(spoken.text).topics
    const shared = topics.filter((stem) => asked.has(stem))
    for (const stem of shared) present.add(stem)
    const met = matchCues(spoken.text, cues)
    if (isKeeping && LEFT_AS_IT_IS.test(spoken.text)) keepAsAsked(met)
    const handed = met.get('deflect')?.weight ?? 0
    if (handed >= PASSED_ON || (handed >= FOR_OTHERS && !OWN_ACT.test(spoken.text))) met.delete('do')
    const near = isPointing(spoken.text) ? 0.5 : nearness(shared, topics, total, rarity)
    readPolarity(spoken.text, met, near, isStopping, length, isKeeping || isGentle > 0)
    const isLess = met.has('hedge') || met.has('decline') || met.has('deflect')
    if (
      !isLess &&
      ((near >= TOUCHING && /\bwill\b/.test(spoken.text)) || (met.has('do') && TAKES_UP.test(spoken.text)))
    )
      granted = Math.max(granted, TOUCHING)
    if (!isLess && PROMISING.test(spoken.text)) unguarded.push(spoken.text)
    if (met.size === 0) continue
    const isTurning =
      /^\W*(?:however|but|although|while|whilst|nevertheless|nonetheless|that said|at the same time)\b/i.test(
        spoken.text,
      )
    const agreement = met.get('agree')?.text ?? ''
    const isOnPoint = shared.length > 0 || isPointing(spoken.text) || length <= SHORT_REPLY
    if (place === 0 && isOnPoint) {
      opensAgreeing = OPENLY.test(agreement)
      opensRefusing = (met.get('decline')?.weight ?? 0) >= FLAT_REFUSAL
    }
    if ((met.has('do') || met.has('goesOn')) && !met.has('hedge') && !met.has('decline'))
      for (const stem of shared) echoed.add(stem)
    // "Although we have no plans of our own, we support theirs": conceded, and not what the reply comes to.
    if (!CONCEDED.test(spoken.text)) hardest = Math.max(hardest, met.get('decline')?.weight ?? 0)
    const isNew = !met.get('do')?.stands || saysSo(spoken.text)
    if (met.has('do') && isNew && !isLess) {
      granted = Math.max(granted, near)
      free++
    }
    for (const [kind, { weight, text, stands }] of met) {
      const isGranting = kind === 'do' || kind === 'goesOn' || kind === 'agree'
      const turn = isTurning && !isGranting ? TURNING : 1
      const worth = turn * weight * Math.min(1, floorOf(length, isGranting) + 1.5 * near)
      found.get(kind)?.push(worth)
      if (stands && !saysSo(spoken.text)) standing.push(worth)
      quoted[kind] ??= `"${text}"`
    }
  }
  const faded = (kind: LeaningEffect) =>
    (found.get(kind) ?? []).sort((a, b) => b - a).reduce((sum, one, place) => sum + one * FADING ** place, 0)
  return {
    agree: faded('agree'),
    do: faded('do'),
    goesOn: faded('goesOn'),
    hedge: faded('hedge'),
    deflect: faded('deflect'),
    decline: faded('decline'),
    silent: faded('silent'),
    echo: total === 0 ? 0 : sumOf(echoed, rarity) / total,
    presence: total === 0 ? 0 : sumOf(present, rarity) / total,
    ...verbs,
    opensAgreeing,
    opensRefusing,
    standing: standing.reduce((sum, one) => sum + one, 0),
    granted,
    free,
    unguarded,
    hardest,
    isFlat: hardest >= FLAT_REFUSAL,
    words: quoted,
  }
}

/** To share a concern is a courtesy that refusals open with. */
const COURTESY = { leastDeclined: 0.5 } as const
const GRANTING = /\b(?:agree|accept|concur|support)/i

/** How much the reply does, goes on with or agrees to. */
export function promisedBy(signs: Signs): number {
  const isCourteous = signs.decline >= COURTESY.leastDeclined && !GRANTING.test(signs.words.agree ?? '')
  return signs.do + signs.goesOn + (isCourteous ? 0 : signs.agree)
}

/** "This recommendation", "these suggestions": a sentence about what was asked, whatever its words. */
const isPointing = (text: string) =>
  /\b(?:this|these|the|that) (?:recommendation|suggestion|proposal|request|ask)s?\b/i.test(text)

/** "We already publish this": what is so already is what was asked. */
const saysSo = (text: string) => isPointing(text) || /\b(?:this|it|so|them|these)\b(?=\W|$)/i.test(text)

/** How far a sentence is about what was asked: what the two share, against the size of both. */
function nearness(
  shared: readonly string[],
  topics: readonly string[],
  total: number,
  rarity: (stem: string) => number,
): number {
  const size = Math.sqrt(total * sumOf(new Set(topics), rarity))
  return size === 0 ? 0 : sumOf(new Set(shared), rarity) / size
}

function sumOf(stems: ReadonlySet<string>, rarity: (stem: string) => number): number {
  let sum = 0
  for (const stem of stems) sum += rarity(stem)
  return sum
}
