import { describe, expect, it } from 'vitest'
import { markWords } from './mark-words.ts'

const show = (pieces: readonly { text: string; isMarked: boolean }[] = []) =>
  pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')

describe('markWords', () => {
  it.each([
    ['up to ten areas', 'up to seven areas', 'up to [ten] areas', 'up to [seven] areas'],
    [
      'all carers in ten areas',
      'all carers in ten areas',
      'all carers in ten areas',
      'all carers in ten areas',
    ],
    [
      'a trial in ten areas',
      'a trial in ten areas from next spring on',
      'a trial in ten areas',
      'a trial in ten areas[ from next spring on]',
    ],
  ])('marks what differs between "%s" and "%s"', (earlier, later, before, after) => {
    const marked = markWords(earlier, later)
    expect(show(marked?.earlier)).toBe(before)
    expect(show(marked?.later)).toBe(after)
  })

  it('keeps every letter of both', () => {
    const [earlier, later] = [
      'Ladders for fish in two rivers, soon.',
      'Ladders for eels in two rivers, by June.',
    ]
    const marked = markWords(earlier, later)
    expect(marked?.earlier.map(({ text }) => text).join('')).toBe(earlier)
    expect(marked?.later.map(({ text }) => text).join('')).toBe(later)
  })

  it('marks nothing where the two are told in different words', () => {
    expect(markWords('Look into it and say more.', 'Seven zones were named today, with money.')).toBeNull()
  })
})

describe('a word with another capital', () => {
  it('is not marked, and stands on each side as it was written', () => {
    const marked = markWords('All special guardians qualify', 'Special guardians qualify')
    expect(marked?.earlier.map(({ text }) => text).join('')).toBe('All special guardians qualify')
    expect(marked?.earlier.filter(({ isMarked }) => isMarked)).toEqual([{ text: 'All ', isMarked: true }])
    expect(marked?.later).toEqual([{ text: 'Special guardians qualify', isMarked: false }])
  })
})
