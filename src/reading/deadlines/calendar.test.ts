import { describe, expect, it } from 'vitest'
import { addDays, addMonths, easterSunday, formatDay, makeDay, monthsSpan, parseDay } from './calendar.ts'

const day = (iso: string) => {
  const parsed = parseDay(iso)
  if (!parsed) throw new Error(`no day: ${iso}`)
  return parsed
}

describe('calendar', () => {
  it.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-11-20', 3, '2026-02-20'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -13, '2023-12-15'],
  ])('%s and %i months', (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to)
  })

  it('moves days over the ends of months and years', () => {
    expect(formatDay(addDays(day('2024-02-28'), 1))).toBe('2024-02-29')
    expect(formatDay(addDays(day('2025-01-01'), -1))).toBe('2024-12-31')
  })

  it('knows which days there are', () => {
    expect(makeDay(2025, 2, 29)).toBeUndefined()
    expect(parseDay('2025-13-01')).toBeUndefined()
  })

  it('ends a winter in the next year', () => {
    const { from, to } = monthsSpan(2027, 12, 3, 'season')
    expect([from && formatDay(from), to && formatDay(to)]).toEqual(['2027-12-01', '2028-02-29'])
  })

  // Easter Sundays as printed in almanacs.
  it.each(['2000-04-23', '2008-03-23', '2011-04-24', '2024-03-31', '2025-04-20', '2026-04-05', '2038-04-25'])(
    'Easter %s',
    (iso) => {
      expect(formatDay(easterSunday(Number(iso.slice(0, 4))))).toBe(iso)
    },
  )
})
