import { describe, expect, it } from 'vitest'
import { findPublishedDate, parseDay } from './published-date.ts'

const find = (...lines: string[]) => {
  let start = 0
  const blocks = lines.map((line) => {
    const block = { kind: 'paragraph', start, end: start + line.length } as const
    start = block.end + 1
    return block
  })
  return findPublishedDate(lines.join('\n'), blocks)
}

describe('findPublishedDate', () => {
  it.each<[string[], string | null]>([
    [['12 May 2022'], '2022-05-12'],
    [['Thursday 12th May 2022'], '2022-05-12'],
    [['May 12, 2022'], '2022-05-12'],
    [['2022-05-12'], '2022-05-12'],
    [['12/05/2022'], '2022-05-12'],
    [['May 2022'], '2022-05-01'],
    [['By Jane Elm | 3 Sept 2021'], '2021-09-03'],
    [['Published 12 May 2022'], '2022-05-12'],
    [['Held on Tuesday 4 March 2025 at 10.00am in the Quay Room'], '2025-03-04'],
    [['Minutes of the meeting held on 4 March 2025'], '2025-03-04'],
    [['The inquiry was held on 4 March 2025'], null],
    [['March 2025 · CP 1234'], '2025-03-01'],
    [['HC 101-II | 4 November 2024'], '2024-11-04'],
    [['May 2024 CP'], null],
    [['Rivers Office written statement – made on 20 April 2023.'], '2023-04-20'],
    [['Published: 12 May 2022 | Last updated: 24 May 2022'], '2022-05-12'],
    [['Last updated: 24 May 2022'], '2022-05-24'],
    [['Last updated: 24 May 2022', 'Published on 12 May 2022'], '2022-05-12'],
    [['Date of publication: March 2020'], '2020-03-01'],
    [['Presented to Parliament 4 July 2019'], '2019-07-04'],
    [['The review began on 12 May 2022 and will go on for a year.'], null],
    [['It was published in March 2021 after a long delay.'], null],
    [['31 February 2022'], null],
    [['12 May'], null],
    [[`${'x'.repeat(7_000)}`, '12 May 2022'], null],
  ])('%j gives %s', (lines, expected) => {
    expect(find(...lines)).toBe(expected)
  })
})

describe('parseDay', () => {
  it.each([
    ['Tue, 3 May 2022 10:11:12 +0100', '2022-05-03'],
    ['no day at all', null],
  ])('%s', (text, day) => {
    expect(parseDay(text)).toBe(day)
  })
})
