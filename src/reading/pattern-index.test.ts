import { describe, expect, it } from 'vitest'
import { readSentence } from './analysis.ts'
import { type Cue, compileLexicon } from './lexicon.ts'
import { indexPatterns } from './pattern-index.ts'
import { createNeeds } from './pattern-needs.ts'
import type { Sentence } from './patterns.ts'

const lexicon = compileLexicon()
const sentenceOf = (text: string): Sentence => readSentence(text, 0, text.length, lexicon, new Set())

type Found = readonly [id: string, start: number, end: number]

/** What the index is to find, the slow way: every pattern at every place where it can begin. */
function tryEverywhere(cues: readonly Cue[], sentence: Sentence): Found[] {
  const { words, flags } = sentence.tokens
  return words.flatMap((word, at) =>
    cues.flatMap((cue) =>
      cue.patterns.flatMap((pattern): Found[] => {
        const { start } = pattern
        const begins =
          start.words.includes(word) ||
          (start.isActor && sentence.actors.has(at)) ||
          (start.isNumber && /^[£$€]?\d/u.test(word) && flags[at] !== 0)
        const end = begins ? pattern.open().match(sentence, at) : -1
        return end >= 0 ? [[cue.id, at, end]] : []
      }),
    ),
  )
}

function lookUp(sentence: Sentence): Found[] {
  const found: Found[] = []
  lexicon.cueIndex.find(sentence, (cue, start, end) => found.push([cue.id, start, end]))
  return found
}

const sorted = (found: readonly Found[]): string[] => [...new Set(found.map((one) => one.join(' ')))].sort()

describe('the index of patterns', () => {
  const texts = lexicon.cues.flatMap((cue) => [cue.example, cue.counter])
  it.each([texts, [...texts].reverse()])('finds what trying every pattern everywhere finds', (...round) => {
    for (const text of round) {
      const sentence = sentenceOf(text)
      expect(sorted(lookUp(sentence))).toEqual(sorted(tryEverywhere(lexicon.cues, sentence)))
    }
  })

  const matched = (source: string, text: string): boolean => {
    let isMatched = false
    const index = indexPatterns([{ value: source, pattern: lexicon.parsePattern(source) }])
    const sentence = sentenceOf(text)
    // Twice: what a pattern needs is known from the first time on that it was tried.
    for (let round = 0; round < 2; round++) {
      isMatched = false
      index.find(sentence, () => {
        isMatched = true
      })
    }
    return isMatched
  }
  it.each([
    ['boats ..4 sink', 'boats that leak sink', true],
    ['boats ..4 sink', 'sink the boats', false],
    ['boats sink? fast', 'boats fast', true],
    ['boats !sink ..3 fast', 'boats go fast', true],
    ['old? boats sink', 'boats sink', true],
    ['boats NUMBER|many times', 'boats 4 times', true],
    ['boats ..2 time and again', 'boats time again', false],
  ])('%s in "%s": %s', (source, text, isExpected) => {
    expect(matched(source, text)).toBe(isExpected)
  })
})

describe('needs', () => {
  it('are told with the last place of one of their words', () => {
    const needs = createNeeds()
    const may = needs.add(new Map([['may', []]]))
    const boats = needs.add(
      new Map([
        ['boats', []],
        ['ships', []],
      ]),
    )
    const places = needs.meet(['boats', 'may', 'pass', 'ships']).places
    expect([places[may], places[boats]]).toEqual([1, 3])
    expect(needs.meet(['ferries']).places[boats]).toBe(-1)
  })
  it('have one number each', () => {
    const needs = createNeeds()
    const words = new Map([['may', []]])
    expect(needs.add(words)).toBe(needs.add(words))
    expect(needs.add(new Map(words))).not.toBe(needs.add(words))
  })
})
