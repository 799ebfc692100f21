/** Where a sentence says two things: its halves at "but", "and" or a semicolon, when each could stand by itself. */
import type { Range } from '../model/index.ts'
import type { Analysis } from './analysis.ts'
import type { Sentence } from './patterns.ts'
import { PUNCTUATION, placesOfTokens, type TokenPlaces } from './tokens.ts'

export interface Halves {
  readonly left: Range
  readonly right: Range
  /** The word or mark between them, which belongs to neither. */
  readonly joint: string
}

const JOINTS = new Set(['but', 'and', 'while', 'whereas', 'although', 'however', 'yet'])
const SUBJECT_OPENERS = new Set(
  'we i it they this these those there the a an our their its his her all no some many'.split(' '),
)
// Fewer words than this say too little to stand alone.
const LEAST_WORDS = 4

/** Every place where the sentence, which stands in `text` at `range`, could be taken apart, in order. Most have none. */
export function findHalves(analysis: Analysis, text: string, range: Range): Halves[] {
  const { sentence } = analysis
  const { words } = sentence.tokens
  const found: Halves[] = []
  let places: TokenPlaces | null = null
  let depth = 0
  for (let at = LEAST_WORDS; at < words.length - LEAST_WORDS; at++) {
    const word = words[at] ?? ''
    if (word === '(' || word === '“' || word === '[') depth++
    if (word === ')' || word === '”' || word === ']') depth--
    if (depth > 0) continue
    const from = jointEnd(sentence, at)
    if (from <= at) continue
    places ??= placesOfTokens(text, range.start, range.end)
    found.push(halvesAt(sentence, places, at, from, word))
  }
  return found
}

/** Index of the first word of the right half where a joint begins at `at`; else `at`. */
function jointEnd(sentence: Sentence, at: number): number {
  const { words } = sentence.tokens
  if (words[at] === ';') {
    const next = JOINTS.has(words[at + 1] ?? '') ? at + 2 : at + 1
    return opensClause(sentence, words[next] === ',' ? next + 1 : next) ? next : at
  }
  if (words[at] === ',' && JOINTS.has(words[at + 1] ?? '')) {
    const next = words[at + 2] === 'so' ? at + 3 : at + 2
    return opensClause(sentence, next) ? next : at
  }
  return at
}

function opensClause(sentence: Sentence, at: number): boolean {
  return sentence.actors.has(at) || SUBJECT_OPENERS.has(sentence.tokens.words[at] ?? '')
}

function halvesAt(
  sentence: Sentence,
  { starts, ends }: TokenPlaces,
  at: number,
  from: number,
  joint: string,
): Halves {
  const { flags } = sentence.tokens
  let last = at - 1
  while (last > 0 && (flags[last] ?? 0) & PUNCTUATION && sentence.tokens.words[last] === ',') last--
  const first = sentence.tokens.words[from] === ',' ? from + 1 : from
  return {
    left: { start: starts[0] ?? 0, end: ends[last] ?? 0 },
    right: { start: starts[first] ?? 0, end: ends.at(-1) ?? 0 },
    joint,
  }
}
