/**
 * Frames: who (subject) will, should, must or may (modal) do what (verb), found around each modal of a sentence. A
 * frame says nothing about the kind of statement yet; the lexicon's frame rules do.
 */
import type { Sentence } from './patterns.ts'
import { findSubject, type Subject } from './subjects.ts'
import type { VerbEntry, VerbTable } from './verbs.ts'

export const MODALS = ['will', 'should', 'must', 'need', 'would', 'could', 'can'] as const
export type Modal = (typeof MODALS)[number]

/** `main`: it carries the sentence; `relative`: hangs on a noun ("which will…"); `condition`: after if, when, whether. */
export type FrameRole = 'main' | 'relative' | 'condition'

export interface Frame {
  readonly modal: Modal
  /** Token index of the modal, and of the main verb (or adjective after "be"). */
  readonly at: number
  readonly verbAt: number
  readonly subject: Subject
  readonly role: FrameRole
  readonly verb: VerbEntry
  readonly isPassive: boolean
  readonly isNegated: boolean
  /** "be" before something other than a verb ("must be clear", "will be the test of"). */
  readonly isState: boolean
  /** "should have been": hindsight. */
  readonly isPerfect: boolean
  /** The verbs that stand between modal and main verb: continue, seek, look, aim, be able. */
  readonly chain: readonly string[]
}

const MODAL_WORDS: ReadonlyMap<string, Modal> = new Map([
  ['will', 'will'],
  ['should', 'should'],
  ['ought', 'should'],
  ['must', 'must'],
  ['would', 'would'],
  ['could', 'could'],
  ['may', 'could'],
  ['might', 'could'],
  ['can', 'can'],
])
// Followed by "to": have to, need to, is to, due to (as a verb).
const TO_MODALS: ReadonlyMap<string, Modal> = new Map([
  ['need', 'need'],
  ['needs', 'need'],
  ['has', 'need'],
  ['have', 'need'],
])
// "Ministers have to stop" is a demand; "children have to move" tells how things are.
const BOUND = new Set<string>(['government', 'body', 'named', 'reviewer'])
const SKIPPED = new Set(
  (
    'not also now then too always never still therefore thus together each both all only just even again first next ' +
    'instead soon further moreover either rather ever often itself themselves hence'
  ).split(' '),
)
const CHAINED = new Set([
  'continue',
  'seek',
  'look',
  'aim',
  'work',
  'try',
  'start',
  'begin',
  'want',
  'endeavour',
  'go',
  'strive',
])
const NO_VERB: VerbEntry = { lemma: '', classes: new Set() }

/** The frames of a sentence in order; one a modal. */
export function findFrames(sentence: Sentence, verbs: VerbTable): Frame[] {
  const { words } = sentence.tokens
  const frames: Frame[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const plain = word === 'shall' ? shall(sentence, at) : MODAL_WORDS.get(word)
    const isTo = words[at + 1] === 'to'
    const modal = plain ?? (isTo ? TO_MODALS.get(word) : undefined)
    if (
      !modal ||
      (!plain && (NOUN_BEFORE.has(words[at - 1] ?? '') || isDenied(words, at))) ||
      (word === 'may' && /^\d/u.test(words[at + 1] ?? '')) ||
      (word === 'will' && WILL_AS_NOUN.has(words[at - 1] ?? ''))
    )
      continue
    const from = plain ? (word === 'ought' && isTo ? at + 2 : at + 1) : at + 2
    const frame = frameAt(sentence, verbs, modal, at, from)
    if (!(word.startsWith('ha') && !BOUND.has(frame.subject.class))) frames.push(frame)
  }
  return frames
}

/** "do not currently need to": nothing is demanded. */
function isDenied(words: readonly string[], at: number): boolean {
  return words[at - 1] === 'not' || (words[at - 2] === 'not' && (words[at - 1] ?? '').endsWith('ly'))
}

// "the need to", "a need to": a noun.
const NOUN_BEFORE = new Set('the a no any this of clear urgent pressing real growing greater'.split(' '))

// "the political will to act": a noun too.
const WILL_AS_NOUN = new Set('the a political good free public popular collective ill living'.split(' '))

/** "We shall" promises; anyone else who shall is told to. */
function shall(sentence: Sentence, at: number): Modal {
  const before = sentence.tokens.words[at - 1] ?? ''
  return before === 'we' || before === 'i' ? 'will' : 'must'
}

/** "should a response be required": a condition turned round. */
function isInverted(sentence: Sentence, at: number): boolean {
  if (sentence.tokens.words[at] !== 'should') return false
  return INVERTED_BEFORE.has(sentence.tokens.words[at + 1] ?? '') && sentence.tokens.words.at(-1) !== '?'
}
const INVERTED_BEFORE = new Set(
  'a an the they it any there this these we you he she circumstances'.split(' '),
)

function frameAt(sentence: Sentence, verbs: VerbTable, modal: Modal, at: number, from: number): Frame {
  const { words } = sentence.tokens
  const located = findSubject(sentence, at)
  let isNegated = false
  const chain: string[] = []
  let isPassive = false
  let isState = false
  let isPerfect = false
  let index = skip(sentence, from, (word) => (isNegated ||= word === 'not' || word === 'never'))
  for (let steps = 0; steps < 4; steps++) {
    const word = words[index] ?? ''
    const next = skip(sentence, index + 1, (w) => (isNegated ||= w === 'not'))
    if (word === 'have' && (words[next] === 'been' || isParticiple(words[next] ?? '', verbs))) {
      isPerfect = true
      index = next
    } else if (
      word === 'be' ||
      word === 'been' ||
      (word === 'get' && isParticiple(words[next] ?? '', verbs))
    ) {
      index = next
      if (words[index] === 'able' && words[index + 1] === 'to') {
        chain.push('able')
        index = skip(sentence, index + 2, () => false)
      } else if (isParticiple(words[index] ?? '', verbs)) {
        isPassive = true
        break
      } else if (!(words[index] ?? '').endsWith('ing')) {
        isState = true
        break
      } else break
    } else if (CHAINED.has(word) && words[index + 1] === 'to') {
      chain.push(word)
      index = skip(sentence, index + 2, () => false)
    } else break
  }
  const verb = verbs.byForm.get(words[index] ?? '') ?? { ...NO_VERB, lemma: words[index] ?? '' }
  return {
    modal,
    at,
    verbAt: index,
    subject: located.subject,
    role: isInverted(sentence, at) ? 'condition' : located.role,
    verb,
    isPassive,
    isNegated,
    isState,
    isPerfect,
    chain,
  }
}

/** Passes adverbs and one set-off phrase ("should, with its partners, publish"); tells `see` each word passed. */
function skip(sentence: Sentence, from: number, see: (word: string) => void): number {
  const { words } = sentence.tokens
  let at = from
  for (let steps = 0; steps < 8; steps++) {
    const word = words[at] ?? ''
    if (
      SKIPPED.has(word) ||
      (word.length > 4 && word.endsWith('ly') && word !== 'apply' && word !== 'supply' && word !== 'rely')
    ) {
      see(word)
      at++
    } else if (word === 'for' && words[at + 2] === 'first' && words[at + 3] === 'time') at += 4
    else if (word === ',' || word === '(') {
      const close = closing(words, at)
      if (close < 0) return at
      at = close + 1
    } else if (word === '“' || word === '"' || word === '‘' || word === "'" || word === ':') at++
    else return at
  }
  return at
}

// Thirty words hold any set-off phrase met in practice; a longer one is read as the end of the clause.
function closing(words: readonly string[], at: number): number {
  const mark = words[at] === '(' ? ')' : ','
  for (let next = at + 1; next < words.length && next - at < 30; next++) if (words[next] === mark) return next
  return -1
}

export function isParticiple(word: string, verbs: VerbTable): boolean {
  return (word.length > 3 && word.endsWith('ed')) || verbs.participles.has(word)
}
