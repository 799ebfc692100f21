/**
 * Cue patterns over tokens. A pattern is a line of elements:
 *   word, a|b (either word), {class} (any word or phrase of a class), ACTOR, SELF, GOVERNMENT, BODY, REVIEWER (a
 *   body that is named here), NUMBER, MONEY, _ (any word), ..3 (up to three words), trailing ? (may be left out), leading ! (must not
 *   follow), ^ (the sentence opens here), $ (it ends here).
 * Gaps never cross a full stop, semicolon or colon and are at most twelve words, so a match costs few steps.
 */

import type { ActorClass, ActorSpan } from './actors.ts'
import { NUMBER, PUNCTUATION, type Tokens } from './tokens.ts'

export type WordClasses = ReadonlyMap<string, readonly (readonly string[])[]>

type Element =
  | { readonly type: 'words'; readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]> }
  | { readonly type: 'actor'; readonly classes: ReadonlySet<ActorClass> | null }
  | { readonly type: 'any' }
  | { readonly type: 'number'; readonly isMoney: boolean }
  | { readonly type: 'gap'; readonly most: number }
  | { readonly type: 'end' }
  | { readonly type: 'either'; readonly of: readonly Element[] }
  | { readonly type: 'not'; readonly of: Element }
  | { readonly type: 'optional'; readonly of: Element }

export interface Pattern {
  readonly elements: readonly Element[]
  readonly isOpening: boolean
}

export interface Sentence {
  readonly tokens: Tokens
  /** Actor spans by the index of their first token. */
  readonly actors: ReadonlyMap<number, ActorSpan>
  /** Index of the first token after connectives ("However,", "In addition,"). */
  readonly opening: number
}

const ACTOR_WORDS: Readonly<Record<string, readonly ActorClass[] | null | undefined>> = {
  ACTOR: null,
  SELF: ['self'],
  GOVERNMENT: ['government'],
  BODY: ['government', 'body', 'named'],
  REVIEWER: ['reviewer'],
  OTHERS: ['government', 'body', 'reviewer', 'named'],
}
const MAX_GAP = 12

/** Reads one pattern. Throws a plain Error on a class that does not exist: the lexicon is part of the program. */
export function parsePattern(source: string, classes: WordClasses): Pattern {
  const parts = source.trim().split(/\s+/u)
  const isOpening = parts[0] === '^'
  const elements = (isOpening ? parts.slice(1) : parts).map((part) => parseElement(part, classes, source))
  const first = elements[0]
  if (!first || first.type === 'gap' || first.type === 'any' || first.type === 'not')
    throw new Error(`The pattern "${source}" must open with a word, a class or a body.`)
  return { elements, isOpening }
}

function parseElement(part: string, classes: WordClasses, source: string): Element {
  if (part.length > 1 && part.startsWith('!'))
    return { type: 'not', of: parseElement(part.slice(1), classes, source) }
  if (part.length > 1 && part.endsWith('?'))
    return { type: 'optional', of: parseElement(part.slice(0, -1), classes, source) }
  if (part === '$') return { type: 'end' }
  if (part === '_') return { type: 'any' }
  if (part.startsWith('..')) {
    const most = Number(part.slice(2))
    if (!(most >= 1 && most <= MAX_GAP)) throw new Error(`The gap in "${source}" must be 1 to ${MAX_GAP}.`)
    return { type: 'gap', most }
  }
  const options = part.split('|')
  const bodies = options.filter((option) => ACTOR_WORDS[option] !== undefined)
  const numbers = options.filter(isNumberWord)
  const others = options.filter((option) => !bodies.includes(option) && !isNumberWord(option))
  const parts: Element[] = numbers.map((name) => ({ type: 'number', isMoney: name === 'MONEY' }))
  if (bodies.length > 0) parts.push({ type: 'actor', classes: classesOfBodies(bodies) })
  if (others.length > 0)
    parts.push({ type: 'words', byFirst: groupByFirst(phrasesOf(others, classes, source)) })
  const [only] = parts
  return parts.length === 1 && only ? only : { type: 'either', of: parts }
}

function isNumberWord(option: string): boolean {
  return option === 'NUMBER' || option === 'MONEY'
}

function classesOfBodies(names: readonly string[]): ReadonlySet<ActorClass> | null {
  const all = names.map((name) => ACTOR_WORDS[name] ?? null)
  return all.includes(null) ? null : new Set(all.flatMap((classes) => classes ?? []))
}

function phrasesOf(options: readonly string[], classes: WordClasses, source: string): (readonly string[])[] {
  return options.flatMap((word) => {
    if (/\p{Lu}/u.test(word)) throw new Error(`The pattern "${source}" holds ${word}: words are lower-case.`)
    if (!word.startsWith('{')) return [[word]]
    const phrases = classes.get(word.slice(1, -1))
    if (!phrases) throw new Error(`The pattern "${source}" names the class ${word}, which does not exist.`)
    return [...phrases]
  })
}

function groupByFirst(phrases: readonly (readonly string[])[]): Map<string, (readonly string[])[]> {
  const byFirst = new Map<string, (readonly string[])[]>()
  for (const phrase of phrases) {
    const first = phrase[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase.slice(1)])
  }
  for (const rests of byFirst.values()) rests.sort((a, b) => b.length - a.length)
  return byFirst
}

/** Index after the match of `pattern` at token `at`, or -1. */
export function matchPattern(pattern: Pattern, sentence: Sentence, at: number): number {
  if (pattern.isOpening && at !== 0 && at !== sentence.opening) return -1
  return matchFrom(pattern.elements, 0, sentence, at)
}

function matchFrom(elements: readonly Element[], index: number, sentence: Sentence, at: number): number {
  const element = elements[index]
  if (element === undefined) return at
  if (element.type === 'optional') {
    for (const end of endsOf(element.of, sentence, at)) {
      const rest = matchFrom(elements, index + 1, sentence, end)
      if (rest >= 0) return rest
    }
    return matchFrom(elements, index + 1, sentence, at)
  }
  if (element.type === 'not') {
    if (endsOf(element.of, sentence, at).length > 0) return -1
    return matchFrom(elements, index + 1, sentence, at)
  }
  for (const end of endsOf(element, sentence, at)) {
    const rest = matchFrom(elements, index + 1, sentence, end)
    if (rest >= 0) return rest
  }
  return -1
}

const NOWHERE: readonly number[] = []

/** Every index at which a match of the one element, begun at `at`, can end; longest phrase first, shortest gap first. */
function endsOf(element: Element, sentence: Sentence, at: number): readonly number[] {
  const { words, flags } = sentence.tokens
  switch (element.type) {
    case 'words':
      return phraseEnds(element.byFirst, words, at)
    case 'actor': {
      const span = sentence.actors.get(at)
      return span && (!element.classes || element.classes.has(span.class)) ? [span.end] : NOWHERE
    }
    case 'either':
      return element.of.flatMap((option) => endsOf(option, sentence, at))
    case 'any':
      return at < words.length && !((flags[at] ?? 0) & PUNCTUATION) ? [at + 1] : NOWHERE
    case 'number': {
      if (((flags[at] ?? 0) & NUMBER) === 0) return NOWHERE
      return !element.isMoney || /^[£$€]/u.test(words[at] ?? '') ? [at + 1] : NOWHERE
    }
    case 'gap': {
      const ends = [at]
      for (let next = at; next < words.length && next - at < element.most; next++) {
        if (isStop(words[next])) break
        ends.push(next + 1)
      }
      return ends
    }
    case 'end':
      return at >= words.length || (at === words.length - 1 && (flags[at] ?? 0) & PUNCTUATION)
        ? [at]
        : NOWHERE
    default:
      return NOWHERE
  }
}

function isStop(word: string | undefined): boolean {
  return word === '.' || word === ';' || word === ':' || word === '?' || word === '!'
}

function phraseEnds(
  byFirst: ReadonlyMap<string, readonly (readonly string[])[]>,
  words: readonly string[],
  at: number,
): readonly number[] {
  const rests = byFirst.get(words[at] ?? '')
  if (!rests) return NOWHERE
  const ends: number[] = []
  for (const rest of rests) {
    let length = 0
    while (length < rest.length && words[at + 1 + length] === rest[length]) length++
    if (length === rest.length) ends.push(at + 1 + length)
  }
  return ends
}

/** What a match of the pattern can begin with: words, or classes of bodies. Used to look only where one can start. */
export function startsOf(pattern: Pattern): { words: string[]; actors: boolean; numbers: boolean } {
  const words: string[] = []
  let hasActors = false
  let hasNumbers = false
  for (const element of pattern.elements) {
    const inner = element.type === 'optional' ? element.of : element
    for (const option of inner.type === 'either' ? inner.of : [inner]) {
      if (option.type === 'words') words.push(...option.byFirst.keys())
      if (option.type === 'actor') hasActors = true
      if (option.type === 'number') hasNumbers = true
    }
    if (element.type !== 'optional') break
  }
  return { words, actors: hasActors, numbers: hasNumbers }
}
