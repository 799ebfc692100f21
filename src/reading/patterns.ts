/**
 * Cue patterns over tokens, read from the lexicon's lines. The elements of a line:
 *   word, a|b (either word), {class} (any word or phrase of a class), ACTOR, SELF, GOVERNMENT, BODY, REVIEWER, OTHERS
 *   (a body that is named here), NUMBER, MONEY, DONE (a past participle), DOING (a word in -ing), _ (any word), ..3 (up to
 *   three words), ~3 (the same, but no word that opens a clause: that, which, who, whether, if), trailing ? (may be left
 *   out), leading ! (must not follow), ^ (the sentence opens here), $ (it ends here).
 * Gaps never cross a full stop, semicolon or colon and are at most twelve words, so a match costs few steps.
 */

import type { ActorClass, ActorSpan } from './actors.ts'
import { compileSteps, type Element } from './pattern-steps.ts'
import type { Tokens } from './tokens.ts'

export type WordClasses = ReadonlyMap<string, readonly (readonly string[])[]>

/** What a match can begin with, so that a pattern is tried only where one can start. */
export interface PatternStart {
  readonly words: readonly string[]
  readonly isActor: boolean
  readonly isNumber: boolean
}

export interface Pattern {
  readonly start: PatternStart
  /** The rest of it: read when a text first holds what it can begin with, as most of a lexicon waits in vain. */
  readonly open: () => OpenPattern
}

export interface OpenPattern {
  /** First words by which the match can go on after its first word or body; null where it can go on in other ways. */
  readonly next: readonly Followers[] | null
  /** Words of which each match holds one, at its first token or later: those of the elements that must be there. */
  readonly needs: readonly Followers[]
  /** Index after the match that begins at token `at`, or -1. */
  readonly match: (sentence: Sentence, at: number) => number
}

/** The first words of an element. */
export type Followers = ReadonlyMap<string, unknown>

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

/** Reads patterns over one set of classes; what two patterns share is read once. */
export function createPatternParser(classes: WordClasses): (source: string) => Pattern {
  const known = new Map<string, Element>()
  return (source) => new LatePattern(source, classes, known)
}

/**
 * One pattern, read when it is asked for: which patterns can begin with a word is known from the build, and few of them
 * find one in a page. Both parts throw a plain Error on a class that does not exist: the lexicon is part of the program.
 */
class LatePattern implements Pattern {
  readonly #source: string
  readonly #classes: WordClasses
  readonly #known: Map<string, Element>
  #start: PatternStart | null = null
  #opened: OpenPattern | null = null

  constructor(source: string, classes: WordClasses, known: Map<string, Element>) {
    this.#source = source
    this.#classes = classes
    this.#known = known
  }

  get start(): PatternStart {
    this.#start ??= this.#readStart()
    return this.#start
  }

  open(): OpenPattern {
    this.#opened ??= this.#read()
    return this.#opened
  }

  #readStart(): PatternStart {
    const { parts } = this.#split()
    const first = parts[0] === undefined ? undefined : this.#elementOf(parts[0])
    if (!first || NO_START.has(first.type))
      throw new Error(`The pattern "${this.#source}" must open with a word, a class or a body.`)
    return startOf(parts, (part) => this.#elementOf(part))
  }

  #read(): OpenPattern {
    const { parts, isOpening } = this.#split()
    return openPattern(
      parts.map((part) => this.#elementOf(part)),
      isOpening,
    )
  }

  #split(): { parts: string[]; isOpening: boolean } {
    const parts = this.#source.trim().split(/\s+/u)
    const isOpening = parts[0] === '^'
    if (isOpening) parts.shift()
    return { parts, isOpening }
  }

  #elementOf(part: string): Element {
    const element = this.#known.get(part) ?? parseElement(part, this.#classes, this.#source)
    this.#known.set(part, element)
    return element
  }
}

const NO_START: ReadonlySet<Element['type']> = new Set(['gap', 'any', 'not', 'form'])

function openPattern(elements: readonly Element[], isOpening: boolean): OpenPattern {
  const match = compileSteps(elements)
  return {
    next: followersOf(elements),
    needs: elements.flatMap((element) => (element.type === 'words' ? [element.byFirst] : [])),
    match: isOpening
      ? (sentence, at) => (at === 0 || at === sentence.opening ? match(sentence, at) : -1)
      : match,
  }
}

function startOf(parts: readonly string[], elementOf: (part: string) => Element): PatternStart {
  const words: string[] = []
  let isActor = false
  let isNumber = false
  for (const part of parts) {
    const element = elementOf(part)
    const inner = element.type === 'optional' ? element.of : element
    for (const option of inner.type === 'either' ? inner.of : [inner]) {
      if (option.type === 'words') words.push(...option.byFirst.keys())
      if (option.type === 'actor') isActor = true
      if (option.type === 'number') isNumber = true
    }
    if (element.type !== 'optional') break
  }
  return { words: [...new Set(words)], isActor, isNumber }
}

/** The words that can stand second, where the pattern opens with one word or a body and goes on with words. */
function followersOf(elements: readonly Element[]): readonly Followers[] | null {
  const [first] = elements
  if (first?.type !== 'words' && first?.type !== 'actor') return null
  const isLong = (rests: readonly (readonly string[])[]): boolean => rests.some((rest) => rest.length > 0)
  if (first.type === 'words' && [...first.byFirst.values()].some(isLong)) return null
  const found: Followers[] = []
  for (const element of elements.slice(1)) {
    const inner = element.type === 'optional' ? element.of : element
    if (inner.type !== 'words') return null
    found.push(inner.byFirst)
    if (element.type !== 'optional') return [...new Set(found)]
  }
  return null
}

function parseElement(part: string, classes: WordClasses, source: string): Element {
  if (part.length > 1 && part.startsWith('!'))
    return { type: 'not', of: parseElement(part.slice(1), classes, source) }
  if (part.length > 1 && part.endsWith('?'))
    return { type: 'optional', of: parseElement(part.slice(0, -1), classes, source) }
  if (part === '$') return { type: 'end' }
  if (part === '_') return { type: 'any' }
  if (part.startsWith('..') || (part.startsWith('~') && part.length > 1)) {
    const most = Number(part.replace(/^(?:\.\.|~)/u, ''))
    if (!(most >= 1 && most <= MAX_GAP)) throw new Error(`The gap in "${source}" must be 1 to ${MAX_GAP}.`)
    return { type: 'gap', most, isInClause: part.startsWith('~') }
  }
  const options = part.split('|')
  const bodies = options.filter((option) => ACTOR_WORDS[option] !== undefined)
  const numbers = options.filter(isNumberWord)
  const forms = options.filter(isFormWord)
  const others = options.filter(
    (option) => !bodies.includes(option) && !isNumberWord(option) && !isFormWord(option),
  )
  const parts: Element[] = [
    ...numbers.map((name): Element => ({ type: 'number', isMoney: name === 'MONEY' })),
    ...forms.map((name): Element => formElement(name, classes)),
  ]
  if (bodies.length > 0) parts.push({ type: 'actor', classes: classesOfBodies(bodies) })
  if (others.length > 0)
    parts.push({ type: 'words', byFirst: groupByFirst(phrasesOf(others, classes, source)) })
  const [only] = parts
  return parts.length === 1 && only ? only : { type: 'either', of: parts }
}

function isNumberWord(option: string): boolean {
  return option === 'NUMBER' || option === 'MONEY'
}

function isFormWord(option: string): boolean {
  return option === 'DONE' || option === 'DOING'
}

/** Participles by their look, and those of the lexicon that do not look like one ("sent", "built"). */
function formElement(name: string, classes: WordClasses): Element {
  if (name === 'DOING') return { type: 'form', ending: 'ing', known: new Set() }
  const known = (classes.get('done') ?? []).map((phrase) => phrase[0] ?? '')
  return { type: 'form', ending: 'ed', known: new Set(known) }
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
