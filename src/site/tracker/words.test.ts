import { describe, expect, it } from 'vitest'
import { parseFuzzyDate } from '../../model/index.ts'
import { sayCount, sayTold, sayWhen } from './words.ts'

describe('a date within a sentence', () => {
  it.each([
    ['2023-02-02', 'on 2 February 2023'],
    ['2024-05', 'in May 2024'],
    ['May 2024', 'in May 2024'],
    ['2025', 'in 2025'],
    ['autumn 2025', 'in autumn 2025'],
    ['2024-10-27 to 2024-10-30', 'from 27 October to 30 October 2024'],
    ['2025-06 to 2025-12', 'from June to December 2025'],
  ])('%s is said "%s"', (written, said) => {
    expect(sayWhen(parseFuzzyDate(written)!)).toBe(said)
  })
})

describe('a date that a version told', () => {
  it.each([
    ['2024-07-30', '30 July 2024'],
    ['spring 2024', 'spring 2024'],
    ['in due course', 'in due course'],
  ])('%s reads "%s"', (told, said) => {
    expect(sayTold(told)).toBe(said)
  })
})

describe('a count', () => {
  it.each([
    [1, '1 promise'],
    [0, '0 promises'],
    [1200, '1,200 promises'],
  ])('of %i has its word', (count, said) => {
    expect(sayCount(count, 'promise', 'promises')).toBe(said)
  })
})
