import { describe, expect, it } from 'vitest'
import { findDeadlines } from './index.ts'

const DATED = { documentDate: '2025-06-10' }

/** text | the deadline as printed | from | to | precision */
const FOUND: readonly (readonly [string, string, string | null, string | null, string])[] = [
  [
    'We will publish the plan by the end of this year.',
    'by the end of this year',
    '2025-01-01',
    '2025-12-31',
    'year',
  ],
  ['The council should report by March 2026.', 'by March 2026', '2026-03-01', '2026-03-31', 'month'],
  [
    'Bids must be in by midnight on 27 November 2025.',
    'by midnight on 27 November 2025',
    null,
    '2025-11-27',
    'day',
  ],
  ['The scheme will open from 9 October.', 'from 9 October', '2025-10-09', null, 'day'],
  ['A strategy will follow in the spring.', 'in the spring', '2026-03-01', '2026-05-31', 'season'],
  [
    'We will legislate when parliamentary time allows.',
    'when parliamentary time allows',
    null,
    null,
    'vague',
  ],
  ['Ministers will respond in due course.', 'in due course', null, null, 'vague'],
  ['We will test it before the end of 2026.', 'before the end of 2026', null, '2026-12-31', 'year'],
]

describe('findDeadlines', () => {
  it.each(FOUND)('%s', (text, printed, from, to, precision) => {
    const [deadline] = findDeadlines(text, DATED)
    expect(deadline).toMatchObject({ text: printed, from, to, precision })
  })

  it.each([
    'The survey was published in March 2024.',
    'Between 2022 and 2024 the scheme reached nine towns.',
    'Courses run for 12 weeks.',
    'Numbers have risen since 2019.',
    'The Fair Homes Act 1986 should be repealed.',
  ])('finds none in: %s', (text) => {
    expect(findDeadlines(text, DATED)).toEqual([])
  })
})
