import { describe, expect, it } from 'vitest'
import { displayWidth } from './display-width.ts'
import { type Column, fitWidths, renderTable } from './table.ts'
import { plainStyle } from './text-style.ts'

const columns: readonly Column[] = [
  { title: 'No.', least: 3, most: 6, share: 0, align: 'right' },
  { title: 'Text', least: 10, most: 100, share: 1, lines: 2 },
  { title: 'Money', least: 5, most: 10, share: 0 },
]

describe('renderTable', () => {
  it('lays rows out in columns and leaves no space at the end of a line', () => {
    expect(
      renderTable(
        columns,
        [
          ['1', 'Short', '£9'],
          ['12', 'Next', ''],
        ],
        40,
        plainStyle,
      ),
    ).toEqual(['No.  Text   Money', '───  ─────  ─────', '  1  Short  £9', ' 12  Next'])
  })

  it('leaves out a column that no row uses', () => {
    expect(renderTable(columns, [['1', 'Short', '']], 40, plainStyle)[0]).toBe('No.  Text')
  })

  it('wraps, clips, and sets rows that wrap apart', () => {
    expect(
      renderTable(
        columns,
        [
          ['1', 'one two three four five', '£9'],
          ['2', 'six', ''],
        ],
        22,
        plainStyle,
      ),
    ).toEqual([
      'No.  Text        Money',
      '───  ──────────  ─────',
      '  1  one two     £9',
      '     three…',
      '',
      '  2  six',
    ])
  })

  it('stacks rows when the columns cannot fit', () => {
    expect(
      renderTable(
        columns,
        [
          ['1', 'one two three', '£9'],
          ['2', 'six', ''],
        ],
        15,
        plainStyle,
      ),
    ).toEqual(['No.: 1', 'Text: one two', '  three', 'Money: £9', '', 'No.: 2', 'Text: six'])
  })

  it('keeps lines of one cell apart', () => {
    expect(renderTable(columns, [['1', 'a\nb', '']], 40, plainStyle).slice(2)).toEqual(['  1  a', '     b'])
  })

  it('is never wider than it may be', () => {
    const rows = [
      ['1', 'Councils must 日本語 publish what-is-a-very-long-word-of-its-own 👍🏽 now', '£9 million'],
      ['2a', 'x', '€1'],
    ]
    for (let width = 12; width < 120; width++)
      for (const line of renderTable(columns, rows, width, plainStyle))
        expect(displayWidth(line), `${width}: ${line}`).toBeLessThanOrEqual(width)
  })
})

describe('fitWidths', () => {
  it.each([
    ['all fits', [3, 20, 5], 60, [3, 20, 5]],
    ['the shared column gives way', [3, 80, 10], 40, [3, 23, 10]],
    ['nothing fits', [3, 80, 10], 15, undefined],
  ])('%s', (_name, widest, width, expected) => expect(fitWidths(columns, widest, width)).toEqual(expected))
})
