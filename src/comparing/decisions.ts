/** The decision of a reply: what it says in words, or else what it does with what was asked. */
import type { Decision, Range } from '../model/index.ts'
import { weigh } from './balance.ts'
import { isCourtesy } from './courtesies.ts'
import type { DecisionCue } from './decision-cues.ts'
import { readSaid } from './decision-said.ts'
import { gatherSigns, promisedBy, type Signs } from './decision-signs.ts'
import { isHandedOn, isLeftOpen, isSilent } from './handed-on.ts'
import { isInPrinciple } from './in-principle.ts'
import { isLater } from './lateness.ts'
import { findNarrowing } from './narrowings.ts'
import { isGuardedly } from './polarity.ts'
import { isFewer } from './shortfalls.ts'
import type { Spoken } from './spoken.ts'
import { isRefused, isTurnedDown } from './turned-down.ts'
import { sortByAsk, splitAsks } from './two-asks.ts'
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

/** "Our response:", "The Department:": whose words follow, and nothing of them. */
const IDLE = /^\W*(?:\p{L}[\p{L}’'&-]* ?){1,5}:\W*$/u

/** The decision, with the sentence that says it or the signs it is inferred from. */
export function judgeReply(question: Question, bench: Bench): Judged {
  const said = readSaid(question, bench.cues, bench.words)
  if (said) return said
  return inferDecision(leaveOutIdle(question), bench)
}

/** Of longer replies a sentence more or less tells nothing. */
const LONG = 10

function leaveOutIdle(question: Question): Question {
  if (question.reply.length > LONG) return question
  const telling = question.reply.filter(({ text }) => !IDLE.test(text) && !isCourtesy(text))
  return telling.length === 0 ? question : { ...question, reply: telling }
}

function inferDecision(question: Question, bench: Bench): Judged {
  const signs = gatherSigns(question, bench.cues, bench.words, bench.rarity)
  const { words } = signs
  const { reply } = question
  if (isInPrinciple(signs, reply))
    return inferred('accepted-in-principle', 0.55, 'the aim is shared, and a condition is set')
  const limit = findLimit(question, signs)
  if (limit) return inferred('accepted-in-part', 0.6, limit)
  const divided = judgeAsks(question, bench)
  if (divided) return divided
  if (isLeftOpen(signs, reply))
    return inferred('noted', 0.6, `inferred from ${words.hedge ?? 'words of waiting'}`)
  if (isRefused(signs, reply.length) || isTurnedDown(signs, reply.length))
    return inferred('rejected', 0.65, `inferred from ${words.decline ?? 'a refusal'}`)
  if (isSilent(signs))
    return inferred('no-response', 0.6, `it says that nothing is promised: ${words.silent ?? ''}`)
  if (isHandedOn(signs, reply))
    return inferred('noted', 0.6, `inferred from ${words.deflect ?? words.hedge ?? 'a matter for others'}`)
  const shortfall = findShortfall(question, bench, promisedBy(signs))
  if (shortfall) return inferred('accepted-in-part', 0.65, shortfall)
  if (isPlainYes(signs, reply.length)) return inferred('accepted', 0.7, explain('accepted', signs))
  const told = tellBySilence(signs, reply)
  if (told) return told
  const balance = weigh(signs)
  const decision = balance >= 0 ? 'accepted' : 'accepted-in-part'
  return inferred(decision, 0.55 + Math.min(0.35, 0.25 * Math.abs(balance)), explain(decision, signs))
}

/** In longer replies what is refused may be something else. */
const MOST_DIVIDED = 6

/** "We will publish the figure. A target would …": one of the things asked for granted, and another refused. */
function judgeAsks(question: Question, bench: Bench): Judged | null {
  if (question.reply.length < 2 || question.reply.length > MOST_DIVIDED) return null
  const asks = splitAsks(question.recommendation)
  const sorted = asks.length < 2 ? null : sortByAsk(asks, question.reply, bench.words, bench.rarity)
  if (!sorted) return null
  const answers = sorted.map((reply, place) =>
    judgeAsk({ ...question, recommendation: `It should ${asks[place] ?? ''}`, reply }, bench),
  )
  const isGranted = answers.includes('accepted')
  const isTold = answers.includes('told')
  return (answers.includes('rejected') && (isGranted || isTold)) || (answers.includes('noted') && isGranted)
    ? inferred('accepted-in-part', 0.65, 'it grants one of the things asked for, and not another')
    : null
}

/** Only what is plain by signs counts here, since reasons alone may be about either; "told" is what is so without a word against it. */
function judgeAsk(question: Question, bench: Bench): 'accepted' | 'rejected' | 'noted' | 'told' | null {
  const signs = gatherSigns(question, bench.cues, bench.words, bench.rarity)
  const { length } = question.reply
  if (isRefused(signs, length) || isTurnedDown(signs, length)) return 'rejected'
  if (isHandedOn(signs, question.reply)) return 'noted'
  if (isPlainYes(signs, length)) return 'accepted'
  return tellBySilence(signs, question.reply)?.decision === 'accepted' ? 'told' : null
}

/** A few sentences without a sign of either: what they tell is done, or why it is not. */
function tellBySilence(signs: Signs, reply: readonly Spoken[]): Judged | null {
  const { agree, goesOn, hedge, deflect, decline, silent } = signs
  if (reply.length > BRIEF.sentences || signs.do + agree + goesOn + hedge + deflect + decline + silent > 0)
    return null
  // To expect it of others is some of a yes.
  if (reply.some((spoken) => /\bexpects?\b/i.test(spoken.text))) return null
  if (reply.some((spoken) => isGuardedly(spoken.text)))
    return inferred('rejected', 0.5, 'it speaks of reasons, and of nothing done')
  return signs.presence < BRIEF.leastPresent
    ? null
    : inferred('accepted', 0.5, 'it tells what is so, and nothing against it')
}

/** Why a short reply grants less than was asked, by its times and numbers; null where neither falls short. */
function findShortfall(question: Question, { words }: Bench, promised: number): string | null {
  if (question.reply.length > BRIEF.sentences || promised <= 0) return null
  const asked = question.recommendation
  const said = question.reply.map((spoken) => spoken.text).join(' ')
  if (isLater(asked, said) || isLater(asked, nearestText(question, words)))
    return 'it promises this for later than was asked'
  return isFewer(asked, said, words) ? 'it promises fewer than was asked' : null
}

/** In longer replies what is limited may be something else. */
const MOST_NARROWED = 4

/** Why what is promised is some of what was asked; a flat no beside it is about the rest only where the two are near. */
function findLimit({ recommendation, reply }: Question, signs: Signs): string | null {
  const isDenied = signs.hardest >= DENIED.hardest && signs.granted < DENIED.granted
  return reply.length > MOST_NARROWED || isDenied ? null : findNarrowing(recommendation, signs.unguarded)
}
const DENIED = { hardest: 1.6, granted: 0.2 } as const

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

/**
 * In a reply of a few sentences there is no room for anything but what was asked: an act or a report of one, and not a
 * word that limits, hands on or refuses, is a yes, whatever words it has in common with the recommendation.
 */
const BRIEF = { sentences: 3, mostGuarded: 0.12, leastPromised: 0.25, leastPresent: 0.2 } as const

const isPlainYes = (signs: Signs, sentences: number) =>
  sentences <= BRIEF.sentences &&
  signs.hedge + signs.deflect + signs.decline + signs.silent < BRIEF.mostGuarded &&
  promisedBy(signs) >= BRIEF.leastPromised

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
