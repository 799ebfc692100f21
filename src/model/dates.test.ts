import { describe, expect, it } from 'vitest'
import { countDays, parseFuzzyDate, parsePlainDate } from './dates.ts'

const day = (text: string) => parsePlainDate(text)!

describe('parsePlainDate', () => {
  it.each(['2024-02-29', '2023-12-31', '1999-01-01'])('takes %s', (text) => {
    expect(parsePlainDate(text)).toBe(text)
  })
  it.each(['2023-02-29', '2023-13-01', '2023-00-10', '23-01-01', '2023-1-1', '', 'today'])(
    'refuses "%s"',
    (text) => {
      expect(parsePlainDate(text)).toBeNull()
    },
  )
})

describe('parseFuzzyDate', () => {
  it.each([
    ['2023-12-15', '2023-12-15', '2023-12-15'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023', '2023-01-01', '2023-12-31'],
    ['2023-24', '2023-04-01', '2024-03-31'],
    ['December 2023', '2023-12-01', '2023-12-31'],
    ['spring 2024', '2024-03-01', '2024-05-31'],
    ['winter 2024', '2024-12-01', '2025-02-28'],
    ['by the end of 2022', '2022-01-01', '2022-12-31'],
    ['2024 to 2028', '2024-01-01', '2028-12-31'],
    ['Autumn 2025 to March 2026', '2025-09-01', '2026-03-31'],
  ])('reads "%s"', (words, from, to) => {
    expect(parseFuzzyDate(words)).toEqual({ words, from, to })
  })
  it.each(['in due course', '2023-02-30', '2025 to 2024', 'soon 2024', ''])('never guesses "%s"', (words) => {
    expect(parseFuzzyDate(words)).toBeNull()
  })
})

describe('countDays', () => {
  it('counts over a leap day and over the change of clocks', () => {
    expect(countDays(day('2024-02-28'), day('2024-03-01'))).toBe(2)
    expect(countDays(day('2025-03-29'), day('2025-03-31'))).toBe(2)
    expect(countDays(day('2023-01-02'), day('2023-01-01'))).toBe(-1)
  })
})
