import { expect, it } from 'vitest'
import { describeValue, pounds } from './step.ts'
import { UNKNOWN } from './truth.ts'

it.each([
  [0, '£0.00'],
  [5, '£0.05'],
  [2605, '£26.05'],
  [100_000, '£1,000.00'],
  [123_456_789, '£1,234,567.89'],
])('writes %i pence as %s', (pence, text) => expect(pounds(pence)).toBe(text))

const money = { kind: 'number', unit: 'GBP per week' } as const
const choice = { kind: 'choice', values: ['a', 'b', 'c'] } as const
it.each([
  [{ type: { kind: 'truth' }, low: UNKNOWN, high: 0 }, 'not known'],
  [{ type: money, low: 100, high: 100 }, '£1.00 per week'],
  [{ type: money, low: 0, high: 100 }, 'between £0.00 per week and £1.00 per week'],
  [{ type: money, low: Number.NaN, high: Number.NaN }, 'rate not held for this day'],
  [{ type: { kind: 'number', unit: 'years' }, low: 7, high: 7 }, '7 years'],
  [{ type: { kind: 'number', unit: 'percent' }, low: 90, high: 90 }, '90%'],
  [{ type: { kind: 'number', unit: 'date' }, low: 0, high: 0 }, '1 January 1970'],
  [{ type: choice, low: 0b010, high: 0 }, 'b'],
  [{ type: choice, low: 0b011, high: 0 }, 'a or b'],
  [{ type: choice, low: 0b111, high: 0 }, 'not known'],
] as const)('describes %o as %s', (value, text) => expect(describeValue(value)).toBe(text))
