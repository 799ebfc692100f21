import { describe, expect, it } from 'vitest'
import { joinLines, vocabularyOf } from './join-lines.ts'

const vocabulary = vocabularyOf([
  'long-term plans of an inspection',
  'the term was long',
  'a reentry of the post office',
])

describe('joinLines', () => {
  const cases: [string, string, string][] = [
    ['of the', 'bridge', 'of the bridge'],
    ['the inspec-', 'tion of', 'the inspection of'],
    ['the in\u00ad', 'spection', 'the inspection'],
    ['a long-', 'term plan', 'a long-term plan'],
    ['a re-', 'entry of', 'a reentry of'],
    ['an unheard-', 'ofword', 'an unheardofword'],
    ['the post-', 'office row', 'the post-office row'],
    ['a day-to-', 'day matter', 'a day-to-day matter'],
    ['a door-', 'to-door call', 'a door-to-door call'],
    ['in the South-', 'East of', 'in the South-East of'],
    ['from 2019-', '20 on', 'from 2019-20 on'],
    ['and/', 'or both', 'and/or both'],
    ['it was —', 'so they say', 'it was — so they say'],
    ['see gov.uk/a-', 'b', 'see gov.uk/a-b'],
    ['', 'first', 'first'],
  ]
  it.each(cases)('%j and %j make %j', (before, next, joined) => {
    expect(joinLines(before, next, vocabulary)).toBe(joined)
  })
})

describe('vocabularyOf', () => {
  const joinAll = (lines: string[]) => {
    const words = vocabularyOf(lines)
    return lines.reduce((before, next) => joinLines(before, next, words))
  }

  it('takes the parts of broken words for no words where a document breaks its words', () => {
    const lines = [
      'the inspection of ma-',
      'chines by an inspec-',
      'tion of more pop-',
      'ular inspec-',
      'tion',
    ]
    expect(joinAll(lines)).toBe('the inspection of machines by an inspection of more popular inspection')
  })

  it('keeps compounds that the ends of lines part in a document that breaks none', () => {
    const lines = ['the life-', 'saving and low-', 'cost works']
    expect(joinAll(lines)).toBe('the life-saving and low-cost works')
  })
})
