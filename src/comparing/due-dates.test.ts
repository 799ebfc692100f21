import { describe, expect, it } from 'vitest'
import { findDueDate } from './due-dates.ts'
import type { Piece } from './pieces.ts'

const piece = (text: string, role: Piece['role'] = null): Piece => ({
  start: 100,
  end: 100 + text.length,
  text,
  kind: role === null ? 'paragraph' : 'cell',
  level: 0,
  headings: [],
  number: null,
  box: null,
  isEmphasised: false,
  isLedIn: false,
  row: role === null ? null : 1,
  role,
})

const dueOf = (text: string, role: Piece['role'] = null) => findDueDate([piece(text, role)], '2026-01-15')

describe('findDueDate', () => {
  it.each([
    ['Target implementation date: Summer 2027', 'Summer 2027', '2027-08-31'],
    ['Timescale: by the end of March 2027', 'by the end of March 2027', '2027-03-31'],
    ['Date for completion: 30 June 2026', '30 June 2026', '2026-06-30'],
  ])('reads the line "%s"', (text, words, last) => {
    const due = dueOf(text)
    expect(due).toMatchObject({ text: words, to: last })
    expect(due && text.slice(due.start - 100, due.end - 100)).toBe(words)
  })

  it('reads a bare date in the column of dates, and only there', () => {
    expect(dueOf('October 2026', 'date')).toMatchObject({ text: 'October 2026', start: 100, end: 112 })
    expect(dueOf('October 2026', 'other')).toBeNull()
  })

  it.each(['Complete (May 2025)', 'Ongoing', 'n/a', ''])('takes "%s" for no deadline', (text) => {
    expect(dueOf(text, 'date')).toBeNull()
  })

  it('takes no sentence for a line that sets a date', () => {
    expect(dueOf('The date will be set in May 2027.')).toBeNull()
  })
})
