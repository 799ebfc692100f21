/** The elements of a pattern as steps: each tries its part and hands on to the next, so nothing is built on the way. */
import type { ActorClass } from './actors.ts'
import type { Sentence } from './patterns.ts'
import { NUMBER, PUNCTUATION } from './tokens.ts'

export type Element =
  | { readonly type: 'words'; readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]> }
  | { readonly type: 'actor'; readonly classes: ReadonlySet<ActorClass> | null }
  | { readonly type: 'any' }
  | { readonly type: 'number'; readonly isMoney: boolean }
  | { readonly type: 'gap'; readonly most: number; readonly isInClause: boolean }
  | { readonly type: 'form'; readonly ending: string; readonly known: ReadonlySet<string> }
  | { readonly type: 'end' }
  | { readonly type: 'either'; readonly of: readonly Element[] }
  | { readonly type: 'not'; readonly of: Element }
  | { readonly type: 'optional'; readonly of: Element }

/** Index after the match from token `at` on, or -1. */
export type Step = (sentence: Sentence, at: number) => number

const ARRIVED: Step = (_sentence, at) => at

/** One step for the whole row of elements. */
export function compileSteps(elements: readonly Element[]): Step {
  return elements.reduceRight<Step>((next, element) => stepOf(element, next), ARRIVED)
}

function stepOf(element: Element, next: Step): Step {
  switch (element.type) {
    case 'words':
      return wordsStep(element.byFirst, next)
    case 'actor':
      return (sentence, at) => {
        const span = sentence.actors.get(at)
        return span && (!element.classes || element.classes.has(span.class)) ? next(sentence, span.end) : -1
      }
    case 'number':
      return (sentence, at) => (isNumber(sentence, at, element.isMoney) ? next(sentence, at + 1) : -1)
    case 'any':
      return (sentence, at) => (isWord(sentence, at) ? next(sentence, at + 1) : -1)
    case 'gap':
      return gapStep(element.most, element.isInClause, next)
    case 'form':
      return (sentence, at) => (isForm(sentence, at, element) ? next(sentence, at + 1) : -1)
    case 'end':
      return (sentence, at) => (isEnd(sentence, at) ? next(sentence, at) : -1)
    case 'either':
      return eitherStep(element.of.map((option) => stepOf(option, next)))
    case 'optional':
      return eitherStep([stepOf(element.of, next), next])
    case 'not': {
      const part = stepOf(element.of, ARRIVED)
      return (sentence, at) => (part(sentence, at) >= 0 ? -1 : next(sentence, at))
    }
  }
}

function eitherStep(steps: readonly Step[]): Step {
  return (sentence, at) => {
    for (const step of steps) {
      const end = step(sentence, at)
      if (end >= 0) return end
    }
    return -1
  }
}

function wordsStep(byFirst: ReadonlyMap<string, readonly (readonly string[])[]>, next: Step): Step {
  return (sentence, at) => {
    const { words } = sentence.tokens
    const rests = byFirst.get(words[at] ?? '')
    if (!rests) return -1
    for (const rest of rests) {
      let length = 0
      while (length < rest.length && words[at + 1 + length] === rest[length]) length++
      if (length < rest.length) continue
      const end = next(sentence, at + 1 + length)
      if (end >= 0) return end
    }
    return -1
  }
}

function gapStep(most: number, isInClause: boolean, next: Step): Step {
  return (sentence, at) => {
    const { words } = sentence.tokens
    for (let skipped = 0; skipped <= most && at + skipped <= words.length; skipped++) {
      const end = next(sentence, at + skipped)
      if (end >= 0) return end
      if (isStop(words[at + skipped]) || (isInClause && CLAUSE_OPENERS.has(words[at + skipped] ?? '')))
        return -1
    }
    return -1
  }
}

const CLAUSE_OPENERS = new Set(['that', 'which', 'who', 'whether', 'if', 'where', 'when'])

// A word this short in -ed or -ing is a noun or a plain verb ("bed", "need", "ring").
const SHORTEST_FORM = 5

function isForm({ tokens }: Sentence, at: number, form: Extract<Element, { type: 'form' }>): boolean {
  const word = tokens.words[at] ?? ''
  return (word.length >= SHORTEST_FORM && word.endsWith(form.ending)) || form.known.has(word)
}

function isStop(word: string | undefined): boolean {
  return word === '.' || word === ';' || word === ':' || word === '?' || word === '!'
}

function isWord({ tokens }: Sentence, at: number): boolean {
  return at < tokens.words.length && ((tokens.flags[at] ?? 0) & PUNCTUATION) === 0
}

function isNumber({ tokens }: Sentence, at: number, isMoney: boolean): boolean {
  if (((tokens.flags[at] ?? 0) & NUMBER) === 0) return false
  const first = tokens.words[at]?.charCodeAt(0)
  return !isMoney || first === 163 || first === 36 || first === 8364
}

/** After the last word, a closing mark aside. */
function isEnd({ tokens }: Sentence, at: number): boolean {
  const { length } = tokens.words
  return at >= length || (at === length - 1 && ((tokens.flags[at] ?? 0) & PUNCTUATION) !== 0)
}
