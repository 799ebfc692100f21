import { describe, expect, it } from 'vitest'
import type { Shape } from './page-content.ts'
import { readPages, type SetLine, setPage, setText, showBlocks } from './type-page.ts'

const LEFTS = [60, 90, 260, 340] as const
const RIGHT = 520
const area = (x: number, y: number, width: number, height: number): Shape => ({
  x,
  y,
  width,
  height,
  fill: '#dddddd',
  isStroked: false,
})
const names = (y: number): SetLine[] =>
  ['No', 'Recommendation', 'Reply', 'Action'].map((text, j) => ({ text, x: LEFTS[j] ?? 0, y, isBold: true }))
/** Rows 40 points high from `top`; the type of each begins 14 points below its upper edge. */
const rows = (top: number): SetLine[] =>
  [
    ['1', ['Light every bridge', 'on the north bank.'], ['Agreed'], ['Lamps by May.']],
    ['2', ['Pay every keeper', 'the same wage.'], ['In part'], ['Pay rises in June,', 'rents stay.']],
    ['3', ['Mend the rails.'], ['Refused'], ['The rails are sound.']],
    ['4', ['Count the boats.'], ['Agreed'], ['Counted each week.']],
  ].flatMap((cells, row) =>
    cells.flatMap((cell, j) => setText([cell].flat(), top + 14 + row * 40, { x: LEFTS[j] ?? 0 })),
  )
/** A cell's ground each, as word processors draw them. */
const stripe = (y: number): Shape[] => LEFTS.map((x, j) => area(x - 4, y, (LEFTS[j + 1] ?? RIGHT) - x, 40))

const EXPECTED = [
  'table-row [header]: No | Recommendation | Reply | Action',
  'table-row: 1 | Light every bridge on the north bank. | Agreed | Lamps by May.',
  'table-row: 2 | Pay every keeper the same wage. | In part | Pay rises in June, rents stay.',
  'table-row: 3 | Mend the rails. | Refused | The rails are sound.',
  'table-row: 4 | Count the boats. | Agreed | Counted each week.',
]
const PROSE = setText(
  ['The council read the report of the bridges in May,', 'and answers each point here.'],
  120,
)
const AFTER = setText(['It will look at this plan again in the autumn.', 'Nobody else was asked.'], 410)

describe('a table', () => {
  it('has the names that stand above its first rule', () => {
    const rules = [0, 1, 2, 3, 4].map((row) => area(56, 200 + row * 40, 460, 0.7))
    const page = setPage(1, [...PROSE, ...names(194), ...rows(200), ...AFTER], rules)
    expect(showBlocks(readPages(page)).slice(1, -1)).toEqual(EXPECTED)
  })

  it('has its names below a title that stands close', () => {
    const rules = [0, 1, 2, 3, 4].map((row) => area(56, 200 + row * 40, 460, 0.7))
    const title = { text: 'What the council answers', x: 60, y: 172, size: 18 }
    const page = setPage(1, [title, ...names(194), ...rows(200), ...AFTER], rules)
    expect(showBlocks(readPages(page)).slice(0, -1)).toEqual([
      'heading1: What the council answers',
      ...EXPECTED,
    ])
  })

  it.each([
    ['even', [240, 320]],
    ['odd', [200, 280]],
  ])('has the rows between its stripes, where the %s ones are tinted', (_which, tops) => {
    const page = setPage(1, [...PROSE, ...names(190), ...rows(200), ...AFTER], tops.flatMap(stripe))
    const blocks = showBlocks(readPages(page))
    expect(blocks.slice(1, -1)).toEqual(EXPECTED)
    expect([blocks[0], blocks.at(-1)]).toEqual([
      expect.stringMatching(/^paragraph: The council .* here\.$/),
      expect.stringMatching(/^paragraph: It will .* asked\.$/),
    ])
  })

  it('does not take up text that runs across its columns, or stands further away', () => {
    const rules = [0, 1, 2, 3, 4].map((row) => area(56, 200 + row * 40, 460, 0.7))
    const caption = { text: 'Table 2: what the council answers to each of the points', x: 60, y: 194 }
    const page = setPage(1, [...PROSE, caption, ...rows(200), ...names(420)], rules)
    expect(showBlocks(readPages(page)).filter((block) => block.startsWith('table-row'))).toEqual(
      EXPECTED.slice(1),
    )
  })
})
