import { describe, expect, it } from 'vitest'
import { buildDocument } from './build-document.ts'
import type { Shape } from './page-content.ts'
import { NO_FACTS, readPages, type SetLine, setPage, setText, showBlocks } from './type-page.ts'

/** Lines that run to one edge, as many as asked. */
const prose = (count: number, y: number, rest: Omit<SetLine, 'text' | 'y'> = {}): SetLine[] =>
  setText(
    Array.from(
      { length: count },
      () => 'the ferry ran late and the bridge stayed dark in the long winter of that year',
    ),
    y,
    rest,
  )

const tint = (x: number, y: number, width: number, height: number): Shape => ({
  x,
  y,
  width,
  height,
  fill: '#dde6f0',
  isStroked: false,
})
const rule = (x: number, y: number, width: number, height: number): Shape => ({
  x,
  y,
  width,
  height,
  fill: '#000000',
  isStroked: false,
})

describe('paragraphs', () => {
  it('drops soft hyphens, where they broke a word and where they might have', () => {
    const page = setPage(1, setText(['The bo\u00adard will co\u00adoper\u00ad', 'ate with crews.'], 200))
    expect(showBlocks(readPages(page))).toEqual(['paragraph: The board will cooperate with crews.'])
  })

  it('joins lines, and parts them at a wider step', () => {
    const page = setPage(1, [
      ...setText(['One keeper looks after', 'three bridges.'], 200),
      ...setText(['Nobody looks after', 'the fourth.'], 240),
    ])
    expect(showBlocks(readPages(page))).toEqual([
      'paragraph: One keeper looks after three bridges.',
      'paragraph: Nobody looks after the fourth.',
    ])
  })

  it('joins a paragraph that goes on over the page, its page turning inside it', () => {
    const document = readPages(
      setPage(1, [...prose(3, 200), { text: 'and the keeper of the bridge', y: 236 }]),
      setPage(2, [{ text: 'went home.', y: 100 }, ...prose(2, 130)]),
    )
    expect(document.blocks).toHaveLength(2)
    const second = document.pages?.[1]
    expect(document.text.slice(second?.start).startsWith('went home.')).toBe(true)
  })

  it('puts the notes of the first page before a paragraph that goes on', () => {
    const document = readPages(
      setPage(1, [
        ...prose(8, 200),
        { text: 'and the keeper', y: 296 },
        { text: '1 A note.', y: 700, size: 7 },
      ]),
      setPage(2, [{ text: 'went home.', y: 100 }, ...prose(4, 130)]),
    )
    expect(document.blocks.map((block) => block.kind)).toEqual(['footnote', 'paragraph', 'paragraph'])
  })

  it('is not parted line by line where its numbers stand off their baselines', () => {
    const page = setPage(
      1,
      [0, 1, 2, 3, 4, 5].flatMap((row) => [
        { text: `1.${row}`, y: 190 + row * 60 },
        ...setText(['The keeper of the bridge went home', 'and the ferry ran late.'], 200 + row * 60, {
          x: 100,
        }).map((line, i) => ({ ...line, y: line.y + i * 2 })),
      ]),
    )
    const whole = /: (?:1\.\d )?The keeper of the bridge went home and the ferry ran late\.$/
    expect(showBlocks(readPages(page)).filter((block) => whole.test(block))).toHaveLength(6)
  })

  it('takes a number in the margin out of the words', () => {
    const page = setPage(1, [
      { text: '45.', y: 200 },
      ...prose(3, 200, { x: 90 }),
      { text: '46.', y: 250 },
      ...prose(3, 250, { x: 90 }),
    ])
    const [first, second] = readPages(page).blocks
    expect([first?.kind, first?.number, second?.number]).toEqual(['paragraph', '45', '46'])
    expect(readPages(page).text.startsWith('the ferry')).toBe(true)
  })
})

describe('type as browsers print it', () => {
  it('takes raised and lowered type five sixths as high into its line', () => {
    const style = { size: 12 * (5 / 6), y: 200 }
    const page = setPage(1, [
      { text: 'An area of 100 m', y: 200, size: 12 },
      { text: '2', x: 157, rise: 4, ...style },
      { text: 'was dry', x: 169, y: 200, size: 12 },
      { text: '3', x: 212, rise: 4, ...style },
    ])
    expect(showBlocks(readPages(page))).toEqual(['paragraph: An area of 100 m2 was dry'])
  })

  it('reads letters that are set apart as words', () => {
    const letters = [...'THE REPORT'].flatMap((text, i) =>
      text === ' ' ? [] : [{ text, x: 60 + i * 9, y: 100, size: 12 }],
    )
    const page = setPage(1, [...letters, ...prose(5, 130), { text: 'Keepers A and B, or A to C', y: 200 }])
    expect(showBlocks(readPages(page))[0]).toBe('heading1: THE REPORT')
    expect(readPages(page).text).toContain('Keepers A and B, or A to C')
  })

  it('puts a drop capital before its word, over lines and all', () => {
    const page = setPage(1, [
      { text: 'W', y: 226, x: 60, size: 44 },
      { text: 'hen the ferry ran late and the bridge stayed dark', y: 202, x: 86 },
      { text: 'the keeper went home, and a lamp was lit for him', y: 214, x: 86 },
      { text: 'by those who lived there in the long winter of that', y: 226, x: 86 },
      { text: 'year, so that he should not fall.', y: 238, x: 60 },
    ])
    expect(showBlocks(readPages(page))).toEqual([
      'paragraph: When the ferry ran late and the bridge stayed dark the keeper went home, and a lamp was lit for him by those who lived there in the long winter of that year, so that he should not fall.',
    ])
  })

  it('keeps a drop capital that is a word by itself apart', () => {
    const page = setPage(1, [
      { text: 'A', y: 214, x: 60, size: 30 },
      { text: 'bridge that nobody keeps is a bridge that closes', y: 202, x: 84 },
      { text: 'and three of them are closed: each was once a bridge', y: 214, x: 84 },
      { text: 'that people crossed.', y: 226, x: 60 },
    ])
    expect(readPages(page).text).toMatch(/^A bridge that nobody keeps is a bridge/)
  })

  it('reads a large figure with the lines that explain it', () => {
    const page = setPage(1, [
      { text: '72%', y: 214, x: 60, size: 36 },
      { text: 'of keepers told us that nobody', y: 198, x: 130 },
      { text: 'had asked what they needed,', y: 210, x: 130 },
      { text: 'in the year of the ferry.', y: 222, x: 130 },
    ])
    expect(showBlocks(readPages(page))).toEqual([
      'paragraph: 72% of keepers told us that nobody had asked what they needed, in the year of the ferry.',
    ])
  })

  it('keeps lines whole that stand beside larger type', () => {
    const page = setPage(1, [
      { text: 'Harbours', y: 214, x: 60, size: 30 },
      { text: 'the keeper of the bridge went home', y: 204, x: 230 },
      { text: 'and the ferry ran late that night', y: 216, x: 230 },
      { text: 'so that nobody was there to see', y: 228, x: 230 },
    ])
    expect(readPages(page).text).toContain('the ferry ran late that night')
  })

  it('keeps a heading below two columns out of the first', () => {
    const left = 'the ferry ran late and the bridge'
    const right = 'stayed dark in the long winter'
    const page = setPage(1, [
      ...setText(Array(8).fill(left), 100),
      ...setText(Array(7).fill(right), 100, { x: 320 }),
      { text: 'What we ask', y: 224, size: 16 },
      ...prose(3, 250),
    ])
    const { text } = readPages(page)
    expect(text.indexOf('What we ask')).toBeGreaterThan(text.lastIndexOf(right))
  })
})

describe('furniture', () => {
  it('is nothing where each page says one thing alone', () => {
    const pages = [1, 2, 3, 4].map((number) =>
      setPage(number, [
        { text: `Promise kept in year ${number}`, y: 60 },
        { text: String(number), x: 290, y: 800 },
      ]),
    )
    expect(showBlocks(readPages(...pages)).join('\n')).toMatch(/year 1[\s\S]*year 4/)
    expect(readPages(...pages).text).not.toMatch(/^\d$/m)
  })

  const pages = [1, 2, 3, 4].map((number) =>
    setPage(number, [
      { text: 'Bridges by Night', y: 40, size: 8 },
      { text: `Keeper ${number} of the north bank was heard`, y: 200 },
      ...prose(5, 224),
      { text: `Page ${number + 4}`, y: 810, size: 8 },
    ]),
  )

  it('leaves out running headers and page numbers, and keeps what only looks alike', () => {
    const { text } = readPages(...pages)
    expect(text).not.toContain('Bridges by Night')
    expect(text).not.toContain('Page 5')
    expect(text.match(/Keeper \d/g)).toHaveLength(4)
  })

  it('gives pages the numbers they print', () => {
    expect(readPages(...pages).pages?.map((page) => page.label)).toEqual(['5', '6', '7', '8'])
  })

  it('keeps titles that count up from page to page', () => {
    const counted = [1, 2, 3].map((number) =>
      setPage(number, [
        { text: `Recommendation ${number}`, y: 60, size: 14, isBold: true },
        ...prose(5, 100),
      ]),
    )
    expect(showBlocks(readPages(...counted)).filter((line) => line.startsWith('heading'))).toHaveLength(3)
  })

  it('leaves out heads that change by chapter, told by the number they count', () => {
    const heads = ['4 Keepers of old', 'What keepers earn 5', '6 Keepers of old', 'How bridges fall 7']
    const chapters = heads.map((text, i) =>
      setPage(i + 1, [
        { text, y: 40, size: 8 },
        { text: `${i + 1} years ago it was dark`, y: 200 },
        ...prose(5, 224),
      ]),
    )
    const { text, pages: named } = readPages(...chapters)
    expect(text).not.toMatch(/Keepers of old|keepers earn|bridges fall/)
    expect(text.match(/years ago/g)).toHaveLength(4)
    expect(named?.map((page) => page.label)).toEqual(['4', '5', '6', '7'])
  })

  it('keeps the text of a page that is marked as an artifact, which nobody means', () => {
    const lines = prose(6, 60, { tag: 'Artifact' })
    expect(readPages(setPage(1, lines)).text.match(/ferry/g)).toHaveLength(6)
  })

  it('leaves out what the file marks as an artifact at the edge', () => {
    const page = setPage(1, [{ text: 'Chapter head', y: 40, tag: 'Artifact' }, ...prose(3, 200)])
    expect(readPages(page).text).not.toContain('Chapter head')
  })
})

describe('footnotes', () => {
  const page = setPage(1, [
    ...prose(6, 200),
    { text: 'It was closed in May.', y: 272 },
    { text: '12', x: 165, y: 272, rise: 3.5, size: 6 },
    { text: 'Then it was lit again.', x: 178, y: 272 },
    { text: '12 Minutes of the bridge board,', y: 740, size: 7 },
    { text: 'second sitting.', y: 749, size: 7 },
    { text: '13 As above.', y: 758, size: 7 },
  ])

  it('stand apart, one block each', () => {
    expect(showBlocks(readPages(page)).slice(1)).toEqual([
      'footnote: 12 Minutes of the bridge board, second sitting.',
      'footnote: 13 As above.',
    ])
  })

  it('leave no number in the running text', () => {
    expect(readPages(page).text).toContain('closed in May. Then it was lit')
  })
})

describe('columns', () => {
  it('are read one after the other, below what stands across both', () => {
    const left = setText(
      Array.from({ length: 8 }, (_, i) => `left column line ${i} and more of it`),
      140,
    )
    const right = setText(
      Array.from({ length: 8 }, (_, i) => `right column line ${i} and more of it`),
      145,
      { x: 310 },
    )
    const title = {
      text: 'A title right across the head of the page, over both of the columns',
      y: 100,
      size: 14,
    }
    const { text } = readPages(setPage(1, [title, ...left, ...right]))
    expect(text.indexOf('left column line 7')).toBeLessThan(text.indexOf('right column line 0'))
    expect(text.indexOf('A title')).toBe(0)
  })

  it('are read one after the other beside the close lines of a figure', () => {
    const left = setText(
      Array.from({ length: 10 }, () => 'the ferry ran late and the bridge stayed'),
      100,
    )
    const label = { text: 'wording of a label that is close', x: 320, size: 5 }
    const right = left.flatMap(({ y }) => [
      { ...label, y },
      { ...label, y: y + 5 },
    ])
    const blocks = readPages(setPage(1, [...left, ...right])).blocks.map((block) => block.kind)
    expect(blocks).not.toContain('table-row')
  })

  it('are not what a list of contents has', () => {
    const entries = ['Foreword', 'The crossings', 'The keepers', 'The money', 'The lamps'].flatMap(
      (title, i) => [
        { text: title, y: 200 + i * 16 },
        { text: String(i + 3), x: 500, y: 200 + i * 16 },
      ],
    )
    const blocks = showBlocks(readPages(setPage(1, [{ text: 'Contents', y: 160, size: 16 }, ...entries])))
    expect(blocks[2]).toBe('navigation: The crossings 4')
    expect(blocks).toHaveLength(6)
  })
})

describe('headings', () => {
  it('are told by size, weight and wording, and ranked by style', () => {
    const section = (y: number, title: string): SetLine[] => [
      { text: title, y, isBold: true },
      ...prose(6, y + 24),
    ]
    const page = (number: number) =>
      setPage(number, [
        { text: `Part of the work of year ${number}`, y: 120, size: 16 },
        ...section(160, 'The lamps'),
        ...section(300, 'The rails'),
        ...section(440, 'Recommendation 4'),
      ])
    const headings = readPages(page(1), page(2), page(3)).blocks.filter((block) => block.kind === 'heading')
    expect(headings.slice(0, 4).map((block) => block.level)).toEqual([1, 2, 2, 2])
    expect(headings[3]?.number).toBe('4')
  })

  it('are not whole sentences of the text, whatever they are tagged as', () => {
    const page = setPage(1, [
      { text: 'Bridges by Night', y: 100, size: 16, tag: 'H1' },
      ...prose(5, 130),
      { text: 'The board should pay for new timbers in all of its bridges by May.', y: 230, tag: 'H1' },
    ])
    expect(showBlocks(readPages(page)).at(-1)).toMatch(/^paragraph: The board/)
  })

  it('are not whole sentences in bold, which are stressed paragraphs', () => {
    const page = setPage(1, [
      ...prose(6, 200),
      ...prose(3, 290, { isBold: true }),
      { text: 'in bold.', y: 326, isBold: true },
    ])
    expect(showBlocks(readPages(page))[1]).toMatch(/^paragraph \[stressed\]: .*in bold\.$/)
  })
})

describe('lists', () => {
  it('have markers, depth and the words that lead them in', () => {
    const page = setPage(1, [
      ...prose(4, 160),
      { text: 'The board should:', y: 230 },
      { text: '• light the north bank;', x: 80, y: 250 },
      { text: '• light the south bank:', x: 80, y: 264 },
      { text: '(i) by boat, and', x: 104, y: 278 },
      { text: '(ii) by rail.', x: 104, y: 292 },
    ])
    expect(showBlocks(readPages(page)).slice(2)).toEqual([
      'list-item1 [under 1]: light the north bank;',
      'list-item1 [under 1]: light the south bank:',
      'list-item2 (i) [under 1]: by boat, and',
      'list-item2 (ii) [under 1]: by rail.',
    ])
  })
})

describe('boxes', () => {
  it('are shared by what stands on one tint, and by nothing else', () => {
    const page = setPage(
      1,
      [
        ...prose(4, 160),
        { text: 'Light every bridge by May.', x: 70, y: 240 },
        { text: 'Pay every keeper by June.', x: 70, y: 270 },
        ...prose(4, 320),
        { text: 'Mend every rail.', x: 70, y: 420 },
      ],
      [tint(55, 222, 400, 60), tint(55, 405, 400, 30)],
    )
    expect(readPages(page).blocks.map((block) => block.box)).toEqual([undefined, 1, 1, undefined, 2])
  })

  it('are framed by four lines too', () => {
    const frame = [rule(55, 222, 400, 1), rule(55, 282, 400, 1), rule(55, 222, 1, 60), rule(454, 222, 1, 60)]
    const page = setPage(1, [...prose(4, 160), { text: 'Light every bridge.', x: 70, y: 250 }], frame)
    expect(readPages(page).blocks.map((block) => block.box)).toEqual([undefined, 1])
  })

  it('are not the whole page', () => {
    const page = setPage(1, prose(4, 160), [tint(0, 0, 595, 842)])
    expect(readPages(page).blocks[0]?.box).toBeUndefined()
  })
})

describe('tables', () => {
  const grid = (top: number, rows: number, height: number, isOpen = false): Shape[] => [
    ...Array.from({ length: rows + (isOpen ? 0 : 1) }, (_, i) => rule(60, top + i * height, 460, 1)),
    ...[60, 250, 520].map((x) => rule(x, top, 1, rows * height)),
  ]
  const names = (y: number): SetLine[] => [
    { text: 'Recommendation', x: 66, y, isBold: true },
    { text: 'Response', x: 256, y, isBold: true },
  ]

  it('give rows of cells in the order of their columns', () => {
    const page = setPage(
      1,
      [
        ...names(216),
        ...setText(['Light every', 'bridge.'], 246, { x: 66 }),
        ...setText(['Accepted. We will light', 'them by May.'], 246, { x: 256 }),
      ],
      grid(200, 2, 30),
    )
    expect(showBlocks(readPages(page))).toEqual([
      'table-row [header]: Recommendation | Response',
      'table-row: Light every bridge. | Accepted. We will light them by May.',
    ])
  })

  it('go on over the page, their names dropped and a parted row joined', () => {
    const first = setPage(
      1,
      [
        ...names(216),
        { text: 'Light every bridge.', x: 66, y: 246 },
        { text: 'Accepted. We will light', x: 256, y: 246 },
      ],
      grid(200, 2, 30, true),
    )
    const second = setPage(
      2,
      [
        ...names(96),
        { text: 'them by May.', x: 256, y: 126 },
        { text: 'Mend the rails.', x: 66, y: 156 },
        { text: 'Rejected.', x: 256, y: 156 },
      ],
      grid(80, 3, 30),
    )
    const document = readPages(first, second)
    expect(showBlocks(document).slice(1)).toEqual([
      'table-row: Light every bridge. | Accepted. We will light them by May.',
      'table-row: Mend the rails. | Rejected.',
    ])
    expect(document.text.slice(document.pages?.[1]?.start).startsWith('them by May.')).toBe(true)
  })

  it('are known by rules between their rows alone', () => {
    const page = setPage(
      1,
      ['North', 'South', 'East', 'West'].flatMap((name, i) => [
        { text: `${name} bank bridge`, x: 66, y: 216 + i * 20 },
        { text: `Keeper ${i}`, x: 300, y: 216 + i * 20 },
      ]),
      Array.from({ length: 5 }, (_, i) => rule(60, 200 + i * 20, 400, 0.5)),
    )
    expect(showBlocks(readPages(page))[2]).toBe('table-row: East bank bridge | Keeper 2')
  })

  it('are not the axes and bars of a chart', () => {
    const page = setPage(
      1,
      [
        { text: '100', x: 66, y: 216 },
        { text: '250', x: 256, y: 246 },
      ],
      grid(200, 2, 30),
    )
    expect(readPages(page).blocks.some((block) => block.kind === 'table-row')).toBe(false)
  })
})

describe('a document', () => {
  it('has blocks in order inside its text, and pages that cover it', () => {
    const document = readPages(setPage(1, prose(6, 100)), setPage(2, []), setPage(3, prose(6, 100)))
    let end = 0
    for (const block of document.blocks) {
      expect(block.start).toBeGreaterThanOrEqual(end)
      end = block.end
    }
    expect(end).toBe(document.text.length)
    const pages = document.pages ?? []
    expect(pages[0]?.start).toBe(0)
    expect(pages.at(-1)?.end).toBe(document.text.length)
    expect(pages.every((page, i) => i === 0 || page.start === pages[i - 1]?.end)).toBe(true)
    expect(pages[1]?.start).toBe(pages[1]?.end)
  })

  it('takes its title from the largest type, and its date from the title page', () => {
    const document = readPages(
      setPage(1, [
        { text: 'The Valleys Assembly Committee', y: 100, size: 14 },
        { text: 'Bridges by Night', y: 200, size: 30 },
        { text: 'Ordered to be printed 3 May 2024 and published 9 May 2024', y: 400 },
      ]),
      setPage(2, prose(9, 100)),
    )
    expect(document.title).toBe('Bridges by Night')
    expect(document.publisher).toBe('The Valleys Assembly Committee')
    expect(document.date).toBe('2024-05-09')
  })

  it('has no title where nothing is larger than its text, and no publisher in words on its printing', () => {
    const front = [{ text: 'Published by authority of the House of Commons', y: 100 }]
    const sentences = setText(Array(6).fill('The ferry ran late in the long winter of that year.'), 200)
    const document = readPages(setPage(1, [...sentences, ...front]))
    expect([document.title, document.publisher]).toEqual([null, null])
  })

  it('is not named after a person, with initials or without', () => {
    const page = setPage(1, [{ text: 'Department for Ferries', y: 100 }, ...prose(5, 200)])
    const by = (author: string) =>
      buildDocument([page], { ...NO_FACTS, metadata: { title: null, author } }, []).publisher
    expect(['J Keeper', 'Dr A.B. McKeeper', 'Ann Keeper-Lamp', 'Ferries Trust'].map(by)).toEqual([
      ...Array(3).fill('Department for Ferries'),
      'Ferries Trust',
    ])
  })
})
