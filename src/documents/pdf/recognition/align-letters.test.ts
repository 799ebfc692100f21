import { describe, expect, it } from 'vitest'
import { alignLetters } from './align-letters.ts'

const align = (known: string, read: string) =>
  alignLetters(
    [...known].map((letter) => (letter === '?' ? null : letter)),
    [...read],
  )
    .map((letter) => letter ?? '.')
    .join('')

describe('alignLetters', () => {
  it.each([
    ['a letter too many at the end', 'har?our', 'harbourr', '...b...'],
    ['a letter too few at the start', 'the?ea', 'hesea', '...s..'],
    ['signs that were read as one', 'ri?er...', 'river…', '..v.....'],
    ['a neighbour that disagrees', 'h?zb', 'haxbb', '....'],
    ['nothing known', '????', 'abcde', '....'],
    ['nothing read', 'ab', '', '..'],
  ])('%s', (_, known, read, expected) => {
    expect(align(known, read)).toBe(expected)
  })
})
