import { describe, expect, it } from 'vitest'
import { findStretches } from './columns.ts'
import { buildLines } from './lines.ts'
import type { SetLine } from './type-page.ts'
import { readPages, setPage, setText, setWords, showBlocks } from './type-page.ts'

const ROWS = [
  ['1', ['Light every bridge on', 'the north bank.'], ['Agreed'], ['Lamps will burn by', 'May 2027.']],
  [
    '2',
    ['Pay every keeper the', 'same wage.'],
    ['Agreed', 'in part'],
    ['Pay will rise in June;', 'rents stay.'],
  ],
  ['3', ['Mend the rails.'], ['Refused'], ['The rails are sound.']],
] as const

/** A table without any line drawn: its columns 6 points apart, in type whose blanks are 5. */
function bareTable(y: number): SetLine[] {
  const head = ['No', 'Recommendation', 'Reply', 'Action']
  const lefts = [60, 76, 187, 233]
  const rows = ROWS.flatMap(([number, ...cells], row) => {
    const top = y + 24 + row * 44
    const texts = cells.flatMap((cell, j) => setText(cell, top, { x: lefts[j + 1] ?? 0 }))
    return [{ text: number, x: 60, y: top }, ...texts]
  })
  return [...head.map((text, j) => ({ text, x: lefts[j] ?? 0, y, isBold: true })), ...rows]
}

const EXPECTED = [
  'table-row [header]: No | Recommendation | Reply | Action',
  'table-row: 1 | Light every bridge on the north bank. | Agreed | Lamps will burn by May 2027.',
  'table-row: 2 | Pay every keeper the same wage. | Agreed in part | Pay will rise in June; rents stay.',
  'table-row: 3 | Mend the rails. | Refused | The rails are sound.',
]

describe('what stands beside the text', () => {
  const text = [
    'the ferry ran late and the bridge stayed dark',
    'in the long winter of that year, and nobody',
    'could say when it would be lit again by those',
    'who were paid to keep it, or by anybody else.',
  ]
  const flows = (...lines: SetLine[][]) =>
    findStretches(buildLines(setWords(lines.flat()), 1)).map(({ lines }) =>
      lines.map((line) => line.text).join(' '),
    )

  it('is read before the text that a heading in the margin names', () => {
    const head = (texts: string[], y: number) => setText(texts, y, { isBold: true })
    expect(
      flows(
        head(['The state of', 'the bridge'], 100),
        setText(text, 100, { x: 170 }),
        head(['What should', 'be done'], 160),
        setText(text, 160, { x: 170 }),
      ),
    ).toEqual(['The state of the bridge', text.join(' '), 'What should be done', text.join(' ')])
  })

  it('is read after all of the text where it is a note let into it', () => {
    expect(
      flows(
        setText(text, 100),
        setText(['Lamps were lent', 'by the harbour', 'in May that year.'], 98, { x: 340, size: 7 }),
        setText(
          ['And this line runs on below the note, from one edge of the page to the other, as the rest does.'],
          148,
        ),
      ),
    ).toEqual([
      `${text.join(' ')} And this line runs on below the note, from one edge of the page to the other, as the rest does.`,
      'Lamps were lent by the harbour in May that year.',
    ])
  })
})

describe('a table without lines', () => {
  it('is read row by row in columns that its cells all start at', () => {
    expect(showBlocks(readPages(setPage(1, bareTable(200))))).toEqual(EXPECTED)
  })

  it('is not what the last, short line of the paragraph above it belongs to', () => {
    const above = setText(
      [
        'The council read the report of the bridges in May, and answers each of its points here, with',
        'who will do it.',
      ],
      160,
    )
    expect(showBlocks(readPages(setPage(1, [...above, ...bareTable(200)])))).toEqual([
      expect.stringMatching(/^paragraph: The council .* who will do it\.$/),
      ...EXPECTED,
    ])
  })
})

describe('what stands below columns', () => {
  const left = [
    'The review took two years, and it heard from',
    'many; we accept most of it, and we will bring a',
    'bill before the winter, a plan by the end of May',
    'lamps and ladders for every bridge in the next',
  ]
  const right = [
    'three years. Where we cannot accept what it asks',
    'this response says why, and what we will do in',
    'its place. This is the beginning of the work and',
    'not the end of it. I thank the chair for hers.',
  ]
  const read = (...below: SetLine[]) =>
    showBlocks(readPages(setPage(1, [...setText(left, 100), ...setText(right, 100, { x: 320 }), ...below])))

  it('is read after them, though it stands where the first does', () => {
    expect(
      read({ text: 'Pat Quay', y: 160, isBold: true }, { text: 'Minister for Bridges', y: 172 }),
    ).toEqual([
      `paragraph: ${left.join(' ')} ${right.join(' ')}`,
      expect.stringContaining('Pat Quay'),
      expect.stringContaining('Minister for Bridges'),
    ])
  })

  it('is part of the first where that goes on', () => {
    const [first] = read(...setText(['winters until all are lit.', 'Then we will look again.'], 148))
    expect(first).toContain('in the next winters until all are lit.')
  })
})
