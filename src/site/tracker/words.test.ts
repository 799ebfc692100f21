import { describe, expect, it } from 'vitest'
import { parseFuzzyDate } from '../../model/index.ts'
import type { DeadlineStanding } from '../../tracker/index.ts'
import { sayCount, sayStanding, sayTimes, sayTold, sayWhen } from './words.ts'

describe('a date within a sentence', () => {
  it.each([
    ['2023-02-02', 'on 2 February 2023'],
    ['2024-05', 'in May 2024'],
    ['May 2024', 'in May 2024'],
    ['2025', 'in 2025'],
    ['autumn 2025', 'in autumn 2025'],
    ['2024-10-27 to 2024-10-30', 'from 27 to 30 October 2024'],
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

describe('where a deadline stands', () => {
  it.each<[DeadlineStanding, string]>([
    [{ kind: 'kept', daysEarly: 60, isDayKnown: true }, 'Kept 60 days before its last day'],
    [{ kind: 'kept', daysEarly: 1, isDayKnown: true }, 'Kept 1 day before its last day'],
    [{ kind: 'kept', daysEarly: 0, isDayKnown: true }, 'Kept on its last day'],
    [{ kind: 'kept', daysEarly: 61, isDayKnown: false }, 'Kept at least 2 months before its last day'],
    [{ kind: 'kept', daysEarly: 0, isDayKnown: false }, 'Kept in time; on which day is not known'],
    [{ kind: 'late', daysLate: 1248 }, 'Late by at least 3 years and 5 months'],
    [{ kind: 'late', daysLate: 1100 }, 'Late by at least 3 years'],
    [{ kind: 'overdue', daysOverdue: 768 }, 'Overdue for 2 years and 1 month'],
    [{ kind: 'ahead', daysLeft: 61 }, 'Ahead with 2 months left at most'],
    [{ kind: 'ahead', daysLeft: 0 }, 'Ahead until the end of today'],
    [{ kind: 'may-be-overdue' }, 'May be due now: the words allow today and a later day'],
    [{ kind: 'superseded' }, 'Replaced by another promise'],
    [{ kind: 'not-known' }, 'Not known to be met or missed: we found no sign of either'],
  ])('of %o reads as one sentence', (standing, said) => {
    const { word, detail } = sayStanding(standing)
    expect(`${word} ${detail}`).toBe(said)
  })
})

describe('how often', () => {
  it.each([
    [1, 'once'],
    [2, 'twice'],
    [9, '9 times'],
  ])('%i is said "%s"', (count, said) => {
    expect(sayTimes(count)).toBe(said)
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
