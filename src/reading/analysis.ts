/** One sentence looked at: its tokens, the bodies it names, its frames and the cues that match. */
import { type ActorSpan, findActors } from './actors.ts'
import { type Frame, findFrames } from './frames.ts'
import type { Cue, Lexicon } from './lexicon.ts'
import type { Sentence } from './patterns.ts'
import { CAPITALISED, NUMBER, PUNCTUATION, type Tokens, tokenize } from './tokens.ts'

export interface CueMatch {
  readonly cue: Cue
  readonly start: number
  readonly end: number
  /** The body that opens the match, where the cue reads its speaker. */
  readonly actor: ActorSpan | null
}

export interface Analysis {
  readonly sentence: Sentence
  readonly frames: readonly Frame[]
  readonly matches: readonly CueMatch[]
  readonly isQuestion: boolean
}

const CONNECTIVES = new Set(
  (
    'however but and also so therefore then moreover furthermore thus yet nor hence again finally first firstly ' +
    'second secondly third thirdly lastly additionally similarly likewise instead meanwhile nevertheless nonetheless ' +
    'accordingly consequently equally importantly crucially specifically overall • ● ▪ + » ✓ – - — “ " ‘ * o ◦ · ( )'
  ).split(' '),
)
// "In the meantime, we", "As a result of this, the Board": how far in the comma may stand.
const REACH_OF_OPENING = 9

/** Analyses the text from `start` to `end`. */
export function analyse(
  text: string,
  start: number,
  end: number,
  lexicon: Lexicon,
  selfNames: ReadonlySet<string>,
): Analysis {
  return analyseTokens(tokenize(text, start, end), lexicon, selfNames)
}

/** The same, of a sentence whose tokens are known. */
export function analyseTokens(tokens: Tokens, lexicon: Lexicon, selfNames: ReadonlySet<string>): Analysis {
  const sentence = sentenceOf(tokens, lexicon, selfNames)
  return {
    sentence,
    frames: findFrames(sentence, lexicon.verbs),
    matches: findCues(sentence, lexicon),
    isQuestion: sentence.tokens.words.at(-1) === '?',
  }
}

/** Passes a printed number or letter: "8.", "(b)", "4.12". */
function numberEnd(words: readonly string[], flags: readonly number[]): number {
  let at = words[0] === '(' || words[0] === '[' ? 1 : 0
  const isNumber = ((flags[at] ?? 0) & NUMBER) !== 0
  const isLetter = /^(?:[a-z]|[ivx]{1,5})$/u.test(words[at] ?? '')
  if (!isNumber && !isLetter) return 0
  at++
  if (isNumber && words[at - 1]?.includes('.') && ((flags[at] ?? 0) & CAPITALISED) !== 0) return at
  const isClosed = words[at] === '.' || words[at] === ')' || words[at] === ']' || words[at] === ':'
  return isClosed ? at + 1 : 0
}

/** Only the tokens and bodies: enough to look for other patterns than cues. */
export function readSentence(
  text: string,
  start: number,
  end: number,
  lexicon: Lexicon,
  selfNames: ReadonlySet<string>,
): Sentence {
  return sentenceOf(tokenize(text, start, end), lexicon, selfNames)
}

/** The same, of tokens. */
export function sentenceOf(tokens: Tokens, lexicon: Lexicon, selfNames: ReadonlySet<string>): Sentence {
  const actors = findActors(tokens, lexicon.actors, selfNames)
  return { tokens, actors, opening: openingOf(tokens.words, tokens.flags) }
}

function openingOf(words: readonly string[], flags: readonly number[]): number {
  let at = labelEnd(words, flags) || numberEnd(words, flags)
  while (at < words.length && (CONNECTIVES.has(words[at] ?? '') || (at > 0 && words[at] === ','))) at++
  if (ADVERBIALS.has(words[at] ?? '')) {
    for (let next = at + 1; next < words.length && next - at < REACH_OF_OPENING; next++) {
      if (words[next] === ',') return next + 1
      if ((flags[next] ?? 0) & PUNCTUATION) break
    }
  }
  return at < words.length ? at : 0
}

const LABELS = new Set(
  'response reply decision answer outcome position comment summary action recommendation promise ask verdict'.split(
    ' ',
  ),
)
// "Scottish Government response to recommendation 12a:" is about as long as labels get.
const LONGEST_LABEL = 8

/** Passes a label that the line prints before what it says: "Response:", "Recommendation 4:". 0 where there is none. */
function labelEnd(words: readonly string[], flags: readonly number[]): number {
  for (let at = 1; at < words.length && at <= LONGEST_LABEL; at++) {
    if (words[at] === ':') {
      const last = (flags[at - 1] ?? 0) & NUMBER ? at - 2 : at - 1
      return LABELS.has((words[last] ?? '').replace(/s$/u, '')) ? at + 1 : 0
    }
    if ((flags[at] ?? 0) & PUNCTUATION) return 0
  }
  return 0
}

const ADVERBIALS = new Set(
  'subject in as at on by for from following since to with under within through after before until during given'.split(
    ' ',
  ),
)

/** "Harbour Welcome was founded": a word of a name judges nothing. */
function isInName(sentence: Sentence, at: number): boolean {
  for (const span of sentence.actors.values())
    if (span.start <= at && at < span.end) return span.end - span.start > 1 && span.class !== 'government'
  return false
}

/** The body that opens a match; of one that goes on ("…, but has promised to") the body that opens the sentence. */
function actorOf({ tokens, actors, opening }: Sentence, start: number): ActorSpan | null {
  return actors.get(start) ?? (GOES_ON.has(tokens.words[start] ?? '') ? actors.get(opening) : null) ?? null
}
// Whoever says "our", without a place of its own.
const WRITER: ActorSpan = { class: 'self', start: 0, end: 0, name: '' }
const GOES_ON = new Set(['and', 'but', ',', 'also'])

function findCues(sentence: Sentence, lexicon: Lexicon): CueMatch[] {
  const matches: CueMatch[] = []
  lexicon.cueIndex.find(sentence, (cue, start, end) => {
    if (end - start === 1 && cue.kind === 'verdict' && isInName(sentence, start)) return
    const actor = cue.speaker === null ? null : cue.speaker === 'self' ? WRITER : actorOf(sentence, start)
    matches.push({ cue, start, end, actor })
  })
  return matches
}
