import { describe, expect, it } from 'vitest'
import { labelDate, labelDateRange, labelDocumentDate } from './plain-date.ts'

describe('labelDate', () => {
  it.each([
    ['2022-05-24', '24 May 2022'],
    ['2023-01-01', '1 January 2023'],
    ['sometime', 'sometime'],
    ['2023-13-01', '2023-13-01'],
  ])('writes %s as %s', (date, expected) => expect(labelDate(date)).toBe(expected))
})

describe('labelDocumentDate', () => {
  it.each([
    ['2022-05-24', '24 May 2022'],
    ['2026-01-01', 'January 2026'],
    ['sometime', 'sometime'],
  ])('writes %s as %s', (date, expected) => expect(labelDocumentDate(date)).toBe(expected))
})

describe('labelDateRange', () => {
  it.each([
    ['2023-01-01', '2023-12-31', '2023'],
    ['2024-05-01', '2024-05-31', 'May 2024'],
    ['2024-02-01', '2024-02-29', 'February 2024'],
    ['2023-02-01', '2023-02-28', 'February 2023'],
    ['2024-03-01', '2024-05-31', 'March to May 2024'],
    ['2023-04-01', '2024-03-31', 'April 2023 to March 2024'],
    ['2024-05-02', '2024-05-02', '2 May 2024'],
    ['2024-05-02', '2024-06-03', '2 May to 3 June 2024'],
    ['2024-05-02', '2025-06-03', '2 May 2024 to 3 June 2025'],
    ['2024-02-01', '2024-02-28', '1 to 28 February 2024'],
    [null, '2024-05-02', 'until 2 May 2024'],
    ['2024-05-02', null, 'from 2 May 2024'],
    [null, null, null],
  ])('writes %s to %s as %s', (from, to, expected) => expect(labelDateRange(from, to)).toBe(expected))
})
