/** The decision of a reply: what it says in words, or else what it does with what was asked. */
import type { Decision, Range } from '../model/index.ts'
import type { DecisionCue } from './decision-cues.ts'
import { readSaid } from './decision-said.ts'
import { gatherSigns, type Signs } from './decision-signs.ts'
import { isLater } from './lateness.ts'
import { isFewer } from './shortfalls.ts'
import type { Spoken } from './spoken.ts'
import type { WordReader } from './words.ts'

export interface Judged {
  readonly decision: Decision
  /** Where the reply says it, counted in the document; null where it is inferred. */
  readonly evidence: Range | null
  readonly confidence: number
  readonly because: readonly string[]
}

export interface Question {
  readonly recommendation: string
  readonly reply: readonly Spoken[]
  /** Numbers that mean this recommendation in the response: a decision on another number is not this one's. */
  readonly numbers: readonly string[]
}

/** What judging needs beside the question: the cues, and how much a word tells in this response. */
export interface Bench {
  readonly cues: readonly DecisionCue[]
  readonly words: WordReader
  readonly rarity: (stem: string) => number
}

/** The decision, with the sentence that says it or the signs it is inferred from. */
export function judgeReply(question: Question, bench: Bench): Judged {
  return readSaid(question, bench.cues, bench.words) ?? inferDecision(question, bench)
}

/**
 * How much each sign moves the balance. Fitted by hand to two thirds of the hand-labelled replies, the signs of the
 * weights kept as a reader would have them; the last third was kept aside to measure with.
 */
const WEIGHTS = {
  do: 0.6,
  agree: 0.3,
  hedge: -2.4,
  deflect: -1.4,
  decline: -2.2,
  isForThought: -0.4,
} as const
/** To go on as before grants a request to go on, and little of one for something new. */
const GOES_ON = { gentle: 0.6, fresh: 0.2 } as const
const COURTESY = { leastDeclined: 0.5 } as const
const GRANTING = /\b(?:agree|accept|concur|support)/i
const LEANING = 0
/** What a reply to a gentle request has in its favour: to go on is easily granted. */
const GENTLE = 0.9
/** Naming what was asked, whatever is said of it, counts towards reaching it. */
const PRESENCE = 1.5
/** A new act is granted only where the reply reaches this far towards it; past it, no more is won than this. */
const REACH = { least: 0.95, slope: 3, worst: -1, best: 0.5 } as const
const CONSIDERED = 2.5

/**
 * A reply that opens by agreeing, does something, and nowhere refuses or hands on takes the recommendation up, however
 * much it still means to think through: "we agree …, have begun …, and will consider …".
 */
const OPENED = { mostDeclined: 0.3, mostDeflected: 0.4, leastDone: 0.3, worth: 1.2 } as const
/** Agreement with so much of what was asked, and not a word that limits it, is a yes where little else is said. */
const PLAIN = { leastPresent: 0.3, mostGuarded: 0.1, worth: 1 } as const
/** A refusal this strong is a no, where next to nothing is promised beside it. */
const REFUSAL = { least: 0.5, mostPromised: 0.2, mostAfterFlatNo: 0.8, mostLimiting: 1 } as const
const LIMITS = /^\W*(?:except|limited|only|restricted|apart|with the exception|but only)\b/i

function inferDecision(question: Question, bench: Bench): Judged {
  const signs = gatherSigns(question, bench.cues, bench.words, bench.rarity)
  // To share a concern is a courtesy that refusals open with.
  const isCourteous = signs.decline >= COURTESY.leastDeclined && !GRANTING.test(signs.words.agree ?? '')
  const promised = signs.do + signs.goesOn + (isCourteous ? 0 : signs.agree)
  const isReasoned = signs.isFlat && question.reply.length <= BRIEF.sentences
  const kept = isReasoned ? Math.max(0, promised - signs.standing) : promised
  const mostPromised = signs.opensRefusing ? REFUSAL.mostAfterFlatNo : REFUSAL.mostPromised
  // "Except in an emergency" limits what is granted; with nothing granted in words it is still no refusal.
  const isLimit = signs.decline < REFUSAL.mostLimiting && LIMITS.test(signs.words.decline ?? '')
  if (signs.decline >= REFUSAL.least && !isLimit && kept < mostPromised)
    return inferred('rejected', 0.7, `inferred from ${signs.words.decline ?? 'a refusal'}`)
  // In so few sentences whatever is newly done is done instead, and some of a yes.
  const isBare = question.reply.length > FEW || signs.free === 0
  if (isBare && isTurnedDown(signs, promised))
    return inferred('rejected', 0.6, `inferred from ${signs.words.decline ?? 'a refusal'}`)
  if (signs.silent >= SILENCE.least && promised + signs.hedge < SILENCE.most)
    return inferred('no-response', 0.6, `it says that nothing is promised: ${signs.words.silent ?? ''}`)
  if (handsOn(signs, promised, question.reply.length) || isForOthers(signs, question.reply))
    return inferred('noted', 0.6, `inferred from ${signs.words.deflect ?? 'a matter for others'}`)
  if (isBare && isLeftToOthers(signs, question.reply))
    return inferred('noted', 0.55, `inferred from ${signs.words.deflect ?? 'a matter for others'}`)
  if (isPutOff(signs, question.reply))
    return inferred('noted', 0.55, `inferred from ${signs.words.hedge ?? 'words of waiting'}`)
  const isLate =
    question.reply.length <= BRIEF.sentences &&
    (isLater(...textsOf(question)) || isLater(question.recommendation, nearestText(question, bench.words)))
  if (isLate && promised > 0)
    return inferred('accepted-in-part', 0.65, 'it promises this for later than was asked')
  if (question.reply.length <= BRIEF.sentences && promised > 0 && isFewer(...textsOf(question), bench.words))
    return inferred('accepted-in-part', 0.65, 'it promises fewer than was asked')
  if (isPlainYes(signs, promised, question.reply.length))
    return inferred('accepted', 0.7, explain('accepted', signs))
  const balance = weigh(signs)
  const decision = balance >= 0 ? 'accepted' : 'accepted-in-part'
  return inferred(decision, 0.55 + Math.min(0.35, 0.25 * Math.abs(balance)), explain(decision, signs))
}

/** The sentences that share most words with what was asked: other times than theirs limit other things. */
function nearestText({ recommendation, reply }: Question, words: WordReader): string {
  const asked = new Set(words.read(recommendation).topics)
  const shared = reply.map(
    (spoken) => new Set(words.read(spoken.text).topics.filter((stem) => asked.has(stem))).size,
  )
  return reply
    .filter((_, place) => shared[place] === Math.max(...shared))
    .map((spoken) => spoken.text)
    .join(' ')
}

const textsOf = ({ recommendation, reply }: Question): [string, string] => [
  recommendation,
  reply.map((spoken) => spoken.text).join(' '),
]

/**
 * In a reply of a few sentences there is no room for anything but what was asked: an act or a report of one, and not a
 * word that limits, hands on or refuses, is a yes, whatever words it has in common with the recommendation.
 */
const BRIEF = { sentences: 3, mostGuarded: 0.12, leastPromised: 0.25 } as const

const isPlainYes = (signs: Signs, promised: number, sentences: number) =>
  sentences <= BRIEF.sentences &&
  signs.hedge + signs.deflect + signs.decline + signs.silent < BRIEF.mostGuarded &&
  promised >= BRIEF.leastPromised

/** In so many sentences, or with a list filled in behind them, there is little room for what is done for something else. */
const FEW = 5

/**
 * Refused, and nothing granted that comes near to what was asked: "we train officers already, … every watch would undo
 * it". What is done beside is done for something else.
 */
const TURNED_DOWN = {
  declined: 0.9,
  granted: 0.16,
  done: 0.7,
  goesOn: 0.3,
  agreed: 0.35,
  put: 0.7,
  free: 2,
} as const

const isTurnedDown = (signs: Signs, promised: number) =>
  (signs.isFlat || signs.decline >= TURNED_DOWN.declined) &&
  signs.granted < TURNED_DOWN.granted &&
  signs.do < TURNED_DOWN.done &&
  signs.goesOn < TURNED_DOWN.goesOn &&
  signs.agree < TURNED_DOWN.agreed &&
  signs.hedge < TURNED_DOWN.put &&
  signs.free <= TURNED_DOWN.free &&
  promised > 0

/** Longer replies that leave it to others tell what these have done already; nothing of it comes near to what was asked. */
const LEFT = { deflected: 1, done: 0.6, granted: 0.1, other: 0.25 } as const

const isLeftToOthers = (signs: Signs, reply: readonly Spoken[]) =>
  signs.deflect >= LEFT.deflected &&
  signs.do < LEFT.done &&
  signs.granted < LEFT.granted &&
  signs.isForThought === 0 &&
  Math.max(signs.agree, signs.goesOn, signs.hedge, signs.decline) < LEFT.other &&
  !reply.some((spoken) => OWN_ACT.test(spoken.text))

/** To decide later is all that is said of it: neither granted nor refused. */
const PUT_OFF = { hedged: 0.5, other: 0.3 } as const
const WAITS = /\b(?:decid|determin|conclud|usual way|set out|announced|wait|attraction)/i

/** To ask others, to try it or to have done something already is more than to wait. */
const ACTS = /\b(?:consult(?!ant)|pilot|trial|in force)/i

const isPutOff = (signs: Signs, reply: readonly Spoken[]) =>
  signs.hedge >= PUT_OFF.hedged &&
  signs.isForThought === 0 &&
  signs.free === 0 &&
  Math.max(signs.agree, signs.goesOn, signs.decline) < PUT_OFF.other &&
  WAITS.test(signs.words.hedge ?? '') &&
  !reply.some((spoken) => ACTS.test(spoken.text))

/** Pages that report on a plan say what it leaves out; beside next to no promise that is no answer. */
const SILENCE = { least: 0.3, most: 0.3 } as const

/** A reply that only hands the matter on, and neither grants, weighs nor refuses it, does no more than note it. */
const HANDED_ON = { least: 0.3, most: 0.1, sentences: 2 } as const
const FOR_OTHERS =
  /\b(?:recommendations?|concerns?)\b|\b(?:separately|itself|themselves|directly|referred|forwarded|passed)\b|\battention of\b|\b(?:matters?|decisions?|responsibility)\b|\brests? with\b|\b(?:is|are|remains?) (?:\w+ )?for\b|\boutside\b|\bbeyond\b|\bdevolved\b|\breserved\b|\bto (?:decide|determine|consider|set|judge)\b/i

/** "This recommendation is addressed to the bank": what the bank does is told, and nothing of one's own promised. */
const ADDRESSED = /\b(?:recommendations?|concerns?)\b[^.]{0,20}\b(?:for|addressed to|directed|aimed at)\b/i
const OWN_ACT = /\b(?:we|i) (?:\p{L}+ )?(?:will|have|are|shall)\b/iu

const isForOthers = (signs: Signs, reply: readonly Spoken[]) =>
  ADDRESSED.test(signs.words.deflect ?? '') &&
  reply.length <= BRIEF.sentences &&
  !reply.some((spoken) => OWN_ACT.test(spoken.text))

/** "Is for councils to consider" holds "to consider", and puts nothing off by it. */
const isInside = (inner: string | undefined, outer: string | undefined) =>
  inner !== undefined && (outer ?? '').includes(inner.replaceAll('"', ''))

const handsOn = (signs: Signs, promised: number, sentences: number) =>
  sentences <= HANDED_ON.sentences &&
  FOR_OTHERS.test(signs.words.deflect ?? '') &&
  signs.deflect >= HANDED_ON.least &&
  promised + (isInside(signs.words.hedge, signs.words.deflect) ? 0 : signs.hedge) < HANDED_ON.most &&
  signs.decline < HANDED_ON.least

function weigh(signs: Signs): number {
  const goingOn = (signs.isGentle * GOES_ON.gentle + (1 - signs.isGentle) * GOES_ON.fresh) * signs.goesOn
  const reach =
    REACH.slope *
    (signs.do +
      signs.isForThought * signs.hedge +
      GOES_ON.fresh * signs.goesOn +
      signs.echo +
      PRESENCE * signs.presence -
      REACH.least)
  const granted = Math.max(REACH.worst, Math.min(REACH.best, reach))
  const isOpened =
    signs.opensAgreeing &&
    signs.decline < OPENED.mostDeclined &&
    signs.deflect < OPENED.mostDeflected &&
    signs.do >= OPENED.leastDone
  const isPlain =
    signs.opensAgreeing &&
    signs.presence >= PLAIN.leastPresent &&
    signs.hedge + signs.deflect + signs.decline < PLAIN.mostGuarded
  // To consider is all that was asked, and to consider is what is promised.
  const considered = signs.isForThought * Math.min(CONSIDERED, signs.hedge * -WEIGHTS.hedge)
  const leaning =
    LEANING +
    1.2 * considered +
    (isOpened ? OPENED.worth : 0) +
    (isPlain ? PLAIN.worth : 0) +
    goingOn +
    signs.isGentle * GENTLE +
    (1 - signs.isGentle) * granted
  return (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).reduce(
    (sum, sign) => sum + WEIGHTS[sign] * signs[sign],
    leaning,
  )
}

function explain(decision: Decision, signs: Signs): string {
  const { words } = signs
  if (decision === 'accepted') {
    const sign = words.do ?? words.goesOn ?? words.agree
    return sign ? `inferred from ${sign}` : 'inferred: it asks for no new act, and nothing is refused'
  }
  const sign = words.decline ?? words.deflect ?? words.hedge
  return sign ? `inferred from ${sign}` : 'inferred: the reply takes up little of what is asked'
}

const inferred = (decision: Decision, confidence: number, because: string): Judged => ({
  decision,
  evidence: null,
  confidence,
  because: [because],
})
