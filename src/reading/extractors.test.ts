import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findConditionRanges } from './conditions.ts'
import { findTimes } from './deadlines/index.ts'
import { DEFAULT_GROUPS, findGroups } from './groups/index.ts'
import { findMoney } from './money.ts'

interface Found {
  readonly start: number
  readonly end: number
  readonly text?: string
}

const EXTRACTORS: Readonly<Record<string, (text: string) => readonly Found[]>> = {
  times: (text) => findTimes(text, { documentDate: '2025-11-20' }),
  money: findMoney,
  groups: (text) => findGroups(text, DEFAULT_GROUPS),
  conditions: findConditionRanges,
}

// Words that the extractors react to, in any order and beside any signs: far denser than real text.
const WORDS =
  'by before from until in within the end of next this year 2025 2026-27 27 November May spring FY23/24 £ £9 million 10 to pounds per week a where if subject to unless should they kinship carers without an order SGO except only children İ 𝒳 ’ “ ( ) , . ; — \n early mid- three months over parliamentary time allows in due course'.split(
    ' ',
  )
const dense = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '))
const anything = fc.oneof(
  dense,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)

describe.each(Object.entries(EXTRACTORS))('%s on any text', (_name, find) => {
  it('gives places in range, in order, whose text is the slice', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let last = 0
        for (const { start, end, text: printed } of find(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          if (printed !== undefined) expect(text.slice(start, end)).toBe(printed)
          last = start
        }
      }),
      { numRuns: 400 },
    )
  })

  // Any step that grew faster than the text would not end within the test's time on these.
  it.each([
    'by the end of ',
    '£1,',
    '£5 to ',
    '2025-26-',
    'from 2025 to ',
    'where (a, ',
    'mid-',
    'kinship carers with ',
    'except ',
    '1',
    ' ',
  ])('ends on 400,000 characters of %j', (unit) => {
    const text = unit.repeat(Math.ceil(400_000 / unit.length))
    for (const { end } of find(text)) expect(end).toBeLessThanOrEqual(text.length)
  })
})
