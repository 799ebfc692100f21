import { describe, expect, it } from 'vitest'
import { buildDocx, paragraph } from '../../../test/documents/docx-builder.ts'
import { DEFAULT_LIMITS } from '../source.ts'
import { parseDocx } from './index.ts'

const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`
const FIRST = '<w:vMerge w:val="restart"/>'
const FURTHER = '<w:vMerge/>'
const wide = (columns: number) => `<w:gridSpan w:val="${columns}"/>`

/** Each row's cells, with how many rows a cell reaches over where that is more than its own. */
function cellsOf(rows: string): string[][] {
  const body = `<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>${rows}</w:tbl>`
  const { text, blocks } = parseDocx({ name: 'plan.docx', bytes: buildDocx({ body }) }, DEFAULT_LIMITS)
  return blocks.map(({ cells }) =>
    (cells ?? []).map(({ start, end, rows }) => `${text.slice(start, end)}${rows ? ` ↓${rows}` : ''}`),
  )
}

describe('merged cells of Word tables', () => {
  it.each<[string, string, string[][]]>([
    [
      'reach down over the rows that they cover',
      row(cell('1', FIRST) + cell('Agreed')) +
        row(cell('', FURTHER) + cell('By May')) +
        row(cell('2') + cell('No')),
      [
        ['1 ↓2', 'Agreed'],
        ['', 'By May'],
        ['2', 'No'],
      ],
    ],
    [
      'keep what follows them in its column',
      row(cell('Both', wide(2)) + cell('2030')) + row(cell('a') + cell('b') + cell('c')),
      [
        ['Both', '', '2030'],
        ['a', 'b', 'c'],
      ],
    ],
    ['leave a heading over all columns alone', row(cell('Part one', wide(3))), [['Part one']]],
    [
      'reach down two columns wide',
      row(cell('x', wide(2) + FIRST) + cell('1')) + row(cell('', wide(2) + FURTHER) + cell('2')),
      [
        ['x ↓2', '', '1'],
        ['', '', '2'],
      ],
    ],
    [
      'hide what their later parts hold',
      row(cell('1', FIRST) + cell('a')) + row(cell('old words', FURTHER) + cell('b')),
      [
        ['1 ↓2', 'a'],
        ['', 'b'],
      ],
    ],
    [
      'show a later part that nothing covers',
      row(cell('gone', FIRST) + cell('a'), '<w:del/>') + row(cell('here', FURTHER) + cell('b')),
      [['here', 'b']],
    ],
    [
      'do not count rows that are empty',
      row(cell('1', FIRST) + cell('a')) + row(cell('', FURTHER) + cell('')) + row(cell('2') + cell('b')),
      [
        ['1', 'a'],
        ['2', 'b'],
      ],
    ],
    [
      'end where another cell begins',
      row(cell('1', FIRST) + cell('a')) +
        row(cell('2', FIRST) + cell('b')) +
        row(cell('', FURTHER) + cell('c')),
      [
        ['1', 'a'],
        ['2 ↓2', 'b'],
        ['', 'c'],
      ],
    ],
  ])('%s', (_name, rows, expected) => {
    expect(cellsOf(rows)).toEqual(expected)
  })

  it('keep rows that begin further right in their columns', () => {
    const indented = row(cell('b') + cell('c'), '<w:gridBefore w:val="1"/>')
    expect(cellsOf(row(cell('1') + cell('2') + cell('3')) + indented)).toEqual([
      ['1', '2', '3'],
      ['', 'b', 'c'],
    ])
  })
})
