import { describe, expect, it } from 'vitest'
import {
  addYears,
  formatDay,
  latestBirth,
  parseDay,
  sayDay,
  schoolYear,
  wholeMonths,
  wholeYears,
} from './plain-date.ts'

const day = (text: string) => parseDay(text) ?? Number.NaN

describe('days', () => {
  it.each(['2023-02-29', '2023-13-01', '2023-1-1', '01-01-2023', '', '2023-06-31'])('"%s" is none', (text) =>
    expect(parseDay(text)).toBeNull(),
  )

  it('are the same after being written and read', () => {
    for (const text of ['2020-02-29', '1999-12-31', '2100-01-01']) expect(formatDay(day(text))).toBe(text)
    expect(sayDay(day('2026-06-05'))).toBe('5 June 2026')
  })

  it.each([
    ['2020-01-31', '2020-02-28', 0, 0],
    ['2020-01-31', '2020-03-31', 2, 0],
    ['2019-03-01', '2026-02-28', 83, 6],
    ['2019-03-01', '2026-03-01', 84, 7],
    ['2020-02-29', '2021-02-28', 11, 0],
    ['2020-02-29', '2021-03-01', 12, 1],
    ['2026-01-01', '2025-01-01', 0, 0],
  ])('from %s to %s are %i months and %i years', (from, to, months, years) => {
    expect(wholeMonths(day(from), day(to))).toBe(months)
    expect(wholeYears(day(from), day(to))).toBe(years)
  })

  it.each([
    ['2025-04-06', 1, '2026-04-06'],
    ['2020-02-29', 1, '2021-03-01'],
    ['2020-02-29', -4, '2016-02-29'],
  ])('%s and %i years is %s', (from, years, to) => expect(formatDay(addYears(day(from), years))).toBe(to))

  it.each([
    ['2020-09-01', '2025-08-31', -1],
    ['2020-09-01', '2025-09-01', 0],
    ['2021-08-31', '2025-09-01', 0],
    ['2021-09-01', '2025-09-01', -1],
    ['2010-01-01', '2025-09-01', 11],
    ['2009-08-31', '2025-09-01', 12],
  ])('a child born on %s is on %s in school year %i', (born, on, year) =>
    expect(schoolYear(day(born), day(on))).toBe(year),
  )
})

describe('the latest birth of a child of an age', () => {
  it.each([
    ['2026-06-15', 7, '2019-06-15'],
    ['2028-02-29', 4, '2024-02-29'],
    ['2028-02-29', 2, '2026-02-28'],
    ['2027-03-01', 3, '2024-03-01'],
    ['2027-02-28', 3, '2024-02-28'],
  ])('on %s, aged %i, is %s', (on, age, birth) => {
    expect(formatDay(latestBirth(day(on), age))).toBe(birth)
    expect(wholeYears(day(birth), day(on))).toBe(age)
    expect(wholeYears(day(birth) + 1, day(on))).toBe(age - 1)
  })
})
