import { describe, expect, it } from 'vitest'
import type { Shape } from './page-content.ts'
import { readPages, type SetLine, setPage, setText, showBlocks } from './type-page.ts'

/** One rule in pieces, as a browser paints the borders of cells. */
const pieces = (y: number, ...bounds: number[]): Shape[] =>
  bounds.slice(1).map((to, i) => ({
    x: bounds[i] ?? 0,
    y,
    width: to - (bounds[i] ?? 0),
    height: 0.7,
    fill: '#999999',
    isStroked: false,
  }))

const row = (y: number, ...cells: readonly (readonly [x: number, ...lines: string[]])[]): SetLine[] =>
  cells.flatMap(([x, ...lines]) => setText(lines, y, { x }))

/** Words that reach to within a word's space of the next column, which only the pieces of the rules part. */
const LONG = ['The county will light every ladder on', 'the northern quay']
const HEAD = row(200, [60, 'No'], [100, 'Reply'], [300, 'By']).map((line) => ({ ...line, isBold: true }))
const FIRST = row(220, [60, '1'], [100, ...LONG], [300, '2027'])
const SECOND = row(252, [60, '2'], [100, 'Refused'])
const PROSE = 'After it come plain words that run right across the page to its other edge'

const tableRows = (lines: readonly SetLine[], shapes: readonly Shape[]) =>
  showBlocks(readPages(setPage(1, lines, shapes))).filter((block) => block.startsWith('table-row'))

describe('tables whose rules are drawn cell by cell', () => {
  const under = [206, 238, 258].flatMap((y) => pieces(y, 58, 98, 290, 400))
  const expected = [
    'table-row [header]: No | Reply | By',
    `table-row: 1 | ${LONG.join(' ')} | 2027`,
    'table-row: 2 | Refused | ',
  ]

  it('have a row above the first rule where rules stand under rows', () => {
    const lines = [...HEAD, ...FIRST, ...SECOND, { text: PROSE, y: 290 }, { text: PROSE, y: 302 }]
    expect(tableRows(lines, under)).toEqual(expected)
  })

  it('have a row below the last rule where rules stand over rows', () => {
    const over = [188, 208, 240].flatMap((y) => pieces(y, 58, 98, 290, 400))
    const lines = [{ text: PROSE, y: 150 }, ...HEAD, ...FIRST, ...SECOND, { text: PROSE, y: 300 }]
    expect(tableRows(lines, over)).toEqual(expected)
  })

  it('are two where words run across between them, each with its own columns', () => {
    const second = [406, 426, 446].flatMap((y) => pieces(y, 58, 200, 400))
    const lines = [
      ...HEAD,
      ...FIRST,
      ...SECOND,
      ...setText([PROSE, PROSE, PROSE], 320),
      ...row(400, [60, 'Harbour'], [210, 'Cost']),
      ...row(420, [60, 'North'], [210, 'Low']),
      ...row(440, [60, 'South'], [210, 'High']),
    ]
    expect(tableRows(lines, [...under, ...second])).toEqual([
      ...expected,
      'table-row: Harbour | Cost',
      'table-row: North | Low',
      'table-row: South | High',
    ])
  })

  it('are two where the columns change', () => {
    const lines = [
      ...row(200, [60, 'Harbour'], [100, 'Lit']),
      ...row(220, [60, 'North'], [100, 'Yes']),
      ...row(240, [60, 'South'], [250, 'Low']),
      ...row(260, [60, 'West'], [250, 'High']),
    ]
    const shapes = [206, 226].flatMap((y) => pieces(y, 58, 98, 400))
    expect(tableRows(lines, [...shapes, ...[246, 266].flatMap((y) => pieces(y, 58, 240, 400))])).toEqual([
      'table-row: Harbour | Lit',
      'table-row: North | Yes',
      'table-row: South | Low',
      'table-row: West | High',
    ])
  })

  it('keep a cell whole that its rule does not part', () => {
    const lines = [...HEAD, ...FIRST, ...row(252, [60, 'Part two: what the county owes to crews'])]
    const shapes = [
      ...pieces(206, 58, 98, 290, 400),
      ...pieces(238, 58, 98, 290, 400),
      ...pieces(258, 58, 400),
    ]
    expect(tableRows(lines, shapes).at(-1)).toBe('table-row: Part two: what the county owes to crews |  | ')
  })

  it('are not made of underlined words', () => {
    const lines = [...setText([PROSE, PROSE], 200)]
    const shapes = [...pieces(202, 60, 120, 200), ...pieces(214, 60, 130, 220)]
    expect(tableRows(lines, shapes)).toEqual([])
  })
})
