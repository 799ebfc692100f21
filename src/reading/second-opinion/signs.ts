/**
 * The signs of a sentence that the second opinion goes by: its words, form and place, and nothing that the rules made of
 * it. One pass for reading, for fitting and for explaining; only what is done with a sign differs.
 */
import type { Block, StatementKind } from '../../model/index.ts'
import type { Analysis } from '../analysis.ts'
import type { Passage } from '../passages.ts'
import { CAPITALISED, NUMBER, PUNCTUATION } from '../tokens.ts'
import type { DocumentVoice } from '../voices.ts'

/** What kinds of signs there are, by the names that the weights' file gives them. */
export const SIGN_FAMILIES = [
  'voice',
  'document',
  'role',
  'voice and role',
  'block',
  'speech',
  'reported',
  'length',
  'end',
  'form',
  'capitals',
  'place',
  'from the end',
  'after the start',
  'document length',
  'lead-in',
  'frames',
  'subject and modal',
  'modal and role',
  'modal and form',
  'modal and verb',
  'early',
  'before',
  'after',
] as const
/** Index of a family. A number, as dozens are looked up for every sentence. */
export type SignFamily = number

const family = (name: (typeof SIGN_FAMILIES)[number]): SignFamily => SIGN_FAMILIES.indexOf(name)
const VOICE = family('voice')
const DOCUMENT = family('document')
const ROLE = family('role')
const VOICE_AND_ROLE = family('voice and role')
const BLOCK = family('block')
const SPEECH = family('speech')
const REPORTED = family('reported')
const LENGTH = family('length')
const END = family('end')
const FORM = family('form')
const CAPITALS = family('capitals')
const PLACE = family('place')
const FROM_THE_END = family('from the end')
const AFTER_THE_START = family('after the start')
const DOCUMENT_LENGTH = family('document length')
const LEAD_IN = family('lead-in')
const FRAME_COUNT = family('frames')
const SUBJECT_AND_MODAL = family('subject and modal')
const MODAL_AND_ROLE = family('modal and role')
const MODAL_AND_FORM = family('modal and form')
const MODAL_AND_VERB = family('modal and verb')
const EARLY = family('early')
/** What stands before and after; see beside.ts. */
export const BEFORE = family('before')
export const AFTER = family('after')

/** Takes the signs one by one; what is seen twice in a sentence counts once. */
export interface SignTaker {
  readonly see: (family: SignFamily, value: string) => void
  readonly pair: (family: SignFamily, first: string, second: string) => void
  /** A word, or a body or number in its place; `amount` is less the longer the sentence. */
  readonly word: (word: string, amount: number) => void
  /** True for a word that a capital does not make a name. */
  readonly isKnown: (word: string) => boolean
}

/** Where the sentence stands, beyond its passage. */
export interface Standing {
  readonly documentVoice: DocumentVoice
  readonly passage: Passage
  readonly block: Block
  /** Kind that its lead-in gives. */
  readonly lead: StatementKind | null
  readonly isLed: boolean
  /** It opens, or ends, its block. */
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isUnderHeading: boolean
  /** Its number among the document's sentences, and how many there are. */
  readonly index: number
  readonly count: number
}

type Steps = readonly (readonly [below: number, name: string])[]
const LENGTHS: Steps = steps([4, 7, 11, 16, 22, 30, 40])
const SHARES: Steps = steps([0.001, 0.1, 0.2, 0.35, 0.6])
const PLACES: Steps = steps([0.05, 0.15, 0.35, 0.65, 0.85, 0.95])
const STARTS: Steps = steps([1, 2, 3, 5, 8])
const ENDS: Steps = steps([2, 3, 5, 8])
const COUNTS: Steps = steps([10, 20, 40, 100, 400])
const FRAMES: Steps = steps([1, 2, 3])
const MOST_FRAMES = 4
const END_MARKS = new Set(['.', ':', '?', '!', ';', ',', '"', '”'])
const OPEN_QUOTES = new Set(['"', '“', '‘', "'"])

function steps(bounds: readonly number[]): Steps {
  return [...bounds, Number.POSITIVE_INFINITY].map((below) => [below, `<${below}`] as const)
}

function stepOf(value: number, list: Steps): string {
  for (const [below, name] of list) if (value < below) return name
  return ''
}

/** Gives every sign of the sentence to `taker`. */
export function noteSigns(analysis: Analysis, at: Standing, taker: SignTaker): void {
  const length = noteWords(analysis, taker)
  noteForm(analysis, length, taker)
  notePlace(at, taker)
  noteFrames(analysis, taker)
}

/** The words, with bodies and numbers for what they are and names as names; how many there were. */
function noteWords({ sentence }: Analysis, taker: SignTaker): number {
  const { tokens, actors, opening } = sentence
  const { words, flags } = tokens
  const amount = wordAmount(flags)
  const hasActors = actors.size > 0
  let last = ''
  let length = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const span = hasActors ? actors.get(at) : undefined
    const stands = span ? standIn(word, span.end - at, span.class) : maskOf(word, flags[at] ?? 0)
    if (span) at = Math.max(at, span.end - 1)
    const isName =
      stands === word && at > 0 && at !== opening && isCapital(flags[at] ?? 0) && !taker.isKnown(word)
    const sign = isName ? NAME : stands
    // A run of names is one name, a run of numbers one number.
    if (sign === last && sign !== word) continue
    last = sign
    if (length < EARLY_WORDS) taker.see(EARLY, sign)
    length++
    taker.word(sign, amount)
  }
  return length
}

const NAME = '<name>'
// How a sentence opens says more of it than the same words later do.
const EARLY_WORDS = 6
const isCapital = (flag: number): boolean => (flag & CAPITALISED) !== 0

// The longer a sentence, the less each word of it says: by the root, so that a sentence of 13 plain words gives each a 1.
const USUAL = 16
const SPARE = 3

function wordAmount(flags: readonly number[]): number {
  let plain = 0
  for (const flag of flags) if ((flag & (NUMBER | PUNCTUATION)) === 0) plain++
  return Math.sqrt(USUAL / (plain + SPARE))
}

const OWN_WORDS = new Set(['we', 'our', 'us'])
const CLASS_SIGNS: Readonly<Record<string, string>> = {
  self: '<self>',
  government: '<government>',
  reviewer: '<reviewer>',
  body: '<body>',
  named: '<named>',
}

/** A body is its class, so that no name is learnt; "we" stays itself. */
function standIn(word: string, length: number, className: string): string {
  return length === 1 && OWN_WORDS.has(word) ? word : (CLASS_SIGNS[className] ?? '<body>')
}

function maskOf(word: string, flag: number): string {
  if ((flag & NUMBER) === 0) return word
  const first = word.charCodeAt(0)
  if (first === 163 || first === 36 || first === 8364) return '<sum>'
  if (word.endsWith('%')) return '<share>'
  return /^(?:19|20)\d\d$/u.test(word) ? '<year>' : '<number>'
}

function noteForm({ sentence, isQuestion, frames }: Analysis, length: number, taker: SignTaker): void {
  const { words, flags } = sentence.tokens
  let numbers = 0
  let capitals = 0
  let plain = 0
  for (let at = 0; at < words.length; at++) {
    const flag = flags[at] ?? 0
    if ((flag & NUMBER) !== 0) {
      numbers++
      const first = words[at]?.charCodeAt(0)
      if (first === 163 || first === 36 || first === 8364) taker.see(FORM, 'money')
    } else if ((flag & PUNCTUATION) === 0) {
      plain++
      if (at > 0 && isCapital(flag)) capitals++
      const person = personOf(words[at] ?? '')
      if (person !== '') taker.see(FORM, person)
    } else if (words[at] === '"' || words[at] === '“') taker.see(FORM, 'quotes')
  }
  if (numbers > 0) taker.see(FORM, 'a number')
  if (numbers > 1) taker.see(FORM, 'numbers')
  if (isQuestion) taker.see(FORM, 'question')
  if (OPEN_QUOTES.has(words[0] ?? '')) taker.see(FORM, 'opens with a quote')
  if (words[sentence.opening]?.endsWith('ing')) taker.see(FORM, 'opens with -ing')
  const last = words.at(-1) ?? ''
  taker.see(END, END_MARKS.has(last) ? last : 'word')
  taker.see(LENGTH, stepOf(length, LENGTHS))
  taker.see(CAPITALS, stepOf(capitals / Math.max(1, plain), SHARES))
  taker.see(FRAME_COUNT, stepOf(frames.length, FRAMES))
}

function personOf(word: string): string {
  if (word.length > 4) return ''
  if (word === 'we' || word === 'our' || word === 'us') return 'we'
  if (word === 'i' || word === 'my') return 'I'
  return word === 'you' || word === 'your' ? 'you' : ''
}

function notePlace(at: Standing, taker: SignTaker): void {
  const { passage, block, index, count } = at
  taker.see(VOICE, passage.voice)
  taker.see(DOCUMENT, at.documentVoice)
  taker.see(ROLE, passage.role)
  taker.pair(VOICE_AND_ROLE, passage.voice, passage.role)
  taker.see(BLOCK, block.kind)
  if (passage.speech !== null) taker.see(SPEECH, passage.speech)
  if (passage.reported !== null) taker.see(REPORTED, passage.reported)
  taker.see(PLACE, stepOf(index / Math.max(1, count), PLACES))
  taker.see(AFTER_THE_START, stepOf(index, STARTS))
  taker.see(FROM_THE_END, stepOf(count - index, ENDS))
  taker.see(DOCUMENT_LENGTH, stepOf(count, COUNTS))
  if (at.isFirst) taker.see(FORM, at.isLast ? 'alone in its block' : 'opens its block')
  if (block.number !== undefined) taker.see(FORM, 'numbered')
  if (!at.isUnderHeading) taker.see(FORM, 'under no heading')
  if (at.isLed) taker.see(LEAD_IN, at.lead ?? 'none')
}

function noteFrames({ frames }: Analysis, taker: SignTaker): void {
  for (let at = 0; at < frames.length && at < MOST_FRAMES; at++) {
    const frame = frames[at]
    if (!frame) continue
    const { modal } = frame
    taker.pair(SUBJECT_AND_MODAL, frame.subject.class, modal)
    taker.pair(MODAL_AND_ROLE, modal, frame.role)
    if (frame.isNegated) taker.pair(MODAL_AND_FORM, modal, 'not')
    if (frame.isPerfect) taker.pair(MODAL_AND_FORM, modal, 'have been')
    if (frame.isPassive) taker.pair(MODAL_AND_FORM, modal, 'passive')
    if (frame.isState) taker.pair(MODAL_AND_FORM, modal, 'state')
    for (const name of frame.verb.classes) taker.pair(MODAL_AND_VERB, modal, name)
  }
}
