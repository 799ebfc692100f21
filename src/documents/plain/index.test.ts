import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBlocks } from '../../../test/documents/block-invariants.ts'
import { parsePlain } from './index.ts'

const parse = (text: string) => parsePlain({ text, encoding: 'utf-8', notices: [] })
/** Each block in a line: kind, level, number, and its first words or its cells. */
const outline = (text: string) => {
  const document = parse(text)
  return document.blocks.map((block) => {
    const words = block.cells
      ? block.cells.map((cell) => document.text.slice(cell.start, cell.end)).join(' ¦ ')
      : document.text.slice(block.start, block.end)
    return `${block.kind}${block.level ?? ''}${block.number ? `#${block.number}` : ''} ${words.slice(0, 30)}`
  })
}
const LONG =
  'The trust runs nine kitchens, and every one of them cooks fresh meals for its wards on five days of the week, all year.'
const P = `paragraph ${LONG.slice(0, 30)}`

describe('parsePlain', () => {
  it('keeps the text as it is, so that offsets are those of the file', () => {
    const text = `\u202eשלום 🏥🏥\r\n\r\n${LONG}\r\n  • a 🍲 bullet\r\n`
    const document = parse(text)
    expect(document.text).toBe(text)
    const item = document.blocks.find((block) => block.kind === 'list-item')
    expect(text.slice(item?.start, item?.end)).toBe('a 🍲 bullet')
  })

  it.each<[string, string, string[]]>([
    ['a short line over a paragraph', `Menus\n${LONG}`, ['heading1 Menus', P]],
    ['a question', `What will change?\n\n${LONG}`, ['heading1 What will change?', P]],
    ['a line in capitals', `${LONG}\n\nFOOD AND DRINK\n\n${LONG}`, [P, 'heading1 FOOD AND DRINK', P]],
    [
      'underlined lines',
      `Wards\n=====\n\n${LONG}\n\nMenus\n-----\n\n${LONG}`,
      ['heading1 Wards', P, 'heading2 Menus', P],
    ],
    [
      'numbers, by their depth',
      `1. Wards\n\n${LONG}\n\n1.1 Menus\n\n${LONG}\n\n2. Staff\n\n${LONG}`,
      ['heading1#1 Wards', P, 'heading2#1.1 Menus', P, 'heading1#2 Staff', P],
    ],
    [
      'numbered sections under the heading over them',
      `${LONG}\n\nThe report\n\n${LONG}\n\n1. Wards\n\n${LONG}\n\n2. Staff\n\n${LONG}\n\nOur view\n\n${LONG}`,
      [P, 'heading1 The report', P, 'heading2#1 Wards', P, 'heading2#2 Staff', P, 'heading1 Our view', P],
    ],
    [
      'recommendations with their number',
      `${LONG}\n\nRecommendation 12\n${LONG}`,
      [P, 'heading1#12 Recommendation 12', P],
    ],
    [
      'a chapter over the recommendations in it',
      `Chapter 2: Wards\n\n${LONG}\n\nRecommendation 1\n\n${LONG}`,
      ['heading1#2 Chapter 2: Wards', P, 'heading2#1 Recommendation 1', P],
    ],
  ])('finds headings: %s', (_name, text, expected) => {
    expect(outline(text)).toEqual(expected)
  })

  it.each<[string, string]>([
    ['a line that ends like a sentence', `We agree.\n${LONG}`],
    ['a line that ends a quoted sentence', `“We will repair the kitchens for £5m by June.”\n\n${LONG}`],
    ['a line with nothing below', `${LONG}\n\nJane Elm`],
    ['the opening of a letter', `Dear colleague\n\n${LONG}`],
    ['a date', `12 May 2022\n\n${LONG}`],
    ['an address of the web', `www.elm.example/plans\n\n${LONG}`],
    ['a line that begins small', `and so on\n\n${LONG}`],
  ])('does not take for a heading: %s', (_name, text) => {
    expect(parse(text).blocks.filter((block) => block.kind === 'heading')).toEqual([])
  })

  it('puts headings that return one level down, and one that is set like them', () => {
    const topic = (name: string, more = '') =>
      `${name}\n${LONG}\nOur view\n${LONG}\nNext steps\n${LONG}\n${more}`
    expect(outline([topic('Menus', `Status\n${LONG}\n`), topic('Kitchens')].join('\n'))).toEqual([
      ...['heading1 Menus', P, 'heading2 Our view', P, 'heading2 Next steps', P, 'heading2 Status', P],
      ...['heading1 Kitchens', P, 'heading2 Our view', P, 'heading2 Next steps', P],
    ])
  })

  it('takes a line that returns right above headings for their badge', () => {
    const text = ['A', 'B'].map((topic) => `Campaign win!\nTopic ${topic}\n${LONG}`).join('\n\n')
    const badges = parse(text).blocks.filter((block) => block.isEmphasised)
    expect(badges.map((block) => block.kind)).toEqual(['paragraph', 'paragraph'])
  })

  it.each<[string, string, string[]]>([
    ['bullets', '• a\n• b', ['list-item1 a', 'list-item1 b']],
    [
      'items that go on under their words',
      '• mend it,\n  and pay\n• rest\n(a) go\n    home',
      ['list-item1 mend it,\n  and pay', 'list-item1 rest', 'list-item2#a go\n    home'],
    ],
    [
      'items with other lines under them',
      '• mend it\nThen rest.\n• go\n        far in',
      ['list-item1 mend it', 'paragraph Then rest.', 'list-item1 go', 'paragraph far in'],
    ],
    [
      'dashes and stars',
      '- a\n- b\n\n* c\n* d',
      ['list-item1 a', 'list-item1 b', 'list-item1 c', 'list-item1 d'],
    ],
    ['numbers', '1. fund it\n2. stop it', ['list-item1#1 fund it', 'list-item1#2 stop it']],
    [
      'letters and Roman numbers',
      '(a) fund\n(b) stop\n  (i) now\n  (ii) later\n(c) wait',
      [
        'list-item1#a fund',
        'list-item1#b stop',
        'list-item2#i now',
        'list-item2#ii later',
        'list-item1#c wait',
      ],
    ],
    [
      'bullets inside numbers',
      '1. fund\n  • now\n2. stop',
      ['list-item1#1 fund', 'list-item2 now', 'list-item1#2 stop'],
    ],
    [
      'initials, which are none',
      `A. N. Elm spoke for the council and said that it would act on all of it.`,
      ['paragraph A. N. Elm spoke for the counci'],
    ],
    [
      'amounts and years, which are none',
      '2022 was a bad year for the buses of this county, all told.',
      ['paragraph 2022 was a bad year for the bu'],
    ],
  ])('reads lists: %s', (_name, text, expected) => {
    expect(outline(text)).toEqual(expected)
  })

  it('gives list items their lead-in', () => {
    const { blocks } = parse(
      `${LONG}\n\nThe council will:\n• open the libraries\n• pay the staff\n\n${LONG}\n• more`,
    )
    expect(blocks.map((block) => block.leadIn)).toEqual([undefined, undefined, 1, 1, undefined, undefined])
  })

  it.each<[string, string, string[]]>([
    [
      'tables with pipes',
      '| Ward | Cost |\n|------|------|\n| Elm | £3m |',
      ['table-row Ward ¦ Cost', 'table-row Elm ¦ £3m'],
    ],
    ['tables with tabs', 'Ward\tCost\nElm\t£3m', ['table-row Ward ¦ Cost', 'table-row Elm ¦ £3m']],
    [
      'lists with tabs after their marks, as Word saves them',
      'It should:\n•\tfund\no\tby grants\no\tby loans\n•\treport\n\nThen:\n1.\tpay\n2.\tbuild',
      [
        'paragraph It should:',
        'list-item1 fund',
        'list-item2 by grants',
        'list-item2 by loans',
        'list-item1 report',
        'paragraph Then:',
        'list-item1#1 pay',
        'list-item1#2 build',
      ],
    ],
    [
      'a bullet that was a circle, with one space',
      'It should:\n\no fund the work\no report each year',
      ['paragraph It should:', 'list-item1 fund the work', 'list-item1 report each year'],
    ],
    [
      'tables with tabs whose first cells are numbers',
      'No.\tReply\n1.\tAccepted\n2.\tRejected',
      ['table-row No. ¦ Reply', 'table-row 1. ¦ Accepted', 'table-row 2. ¦ Rejected'],
    ],
    [
      'tables with tabs whose last cells are empty',
      'No\tReply\tBy\n1\tYes\t2027\n2\tNo\t',
      ['table-row No ¦ Reply ¦ By', 'table-row 1 ¦ Yes ¦ 2027', 'table-row 2 ¦ No ¦ '],
    ],
    [
      'quotations of e-mail',
      `> The agency should answer.\n\n${LONG}`,
      ['quote The agency should answer.', P],
    ],
    [
      'whole paragraphs in quotation marks',
      `“The agency should answer the council by May.”\n\n${LONG}`,
      ['quote “The agency should answer the ', P],
    ],
    ['notes in brackets', `${LONG}[1]\n\n[1] Council minutes.`, [P, 'footnote#1 Council minutes.']],
    [
      'notes under their heading',
      `${LONG}\n\nNotes\n\n1. Council minutes, May.\n2. The plan.`,
      [P, 'paragraph Notes', 'footnote#1 Council minutes, May.', 'footnote#2 The plan.'],
    ],
    [
      'a contents list',
      `Contents\n\nWards ..... 3\nMenus ..... 9\nStaff ..... 12\n\n${LONG}`,
      [
        'navigation Contents',
        'navigation Wards ..... 3',
        'navigation Menus ..... 9',
        'navigation Staff ..... 12',
        P,
      ],
    ],
    [
      'furniture of a web page',
      `Skip to main content\nElm Trust\n\nNew menus\n\n${LONG}\n\nShare on Facebook\n12 views3 comments`,
      [
        'navigation Skip to main content',
        'navigation Elm Trust',
        'heading1 New menus',
        P,
        'navigation Share on Facebook',
        'navigation 12 views3 comments',
      ],
    ],
    [
      'a subject that is also a word of menus',
      `Register\n\n${LONG}\n\nRegister\n\nMy account`,
      ['heading1 Register', P, 'navigation Register', 'navigation My account'],
    ],
    [
      'what stands under "Related articles"',
      `${LONG}\n\nRelated articles\nOld menus\nNew wards`,
      [P, 'navigation Related articles', 'navigation Old menus', 'navigation New wards'],
    ],
    [
      'a cookie notice',
      `We use cookies to improve this site.\n\n${LONG}`,
      ['navigation We use cookies to improve this', P],
    ],
  ])('reads %s', (_name, text, expected) => {
    expect(outline(text)).toEqual(expected)
  })

  it('begins a paragraph at a printed label, however full the line above it is', () => {
    const text = [
      'Recommendation 1: The harbour board should light both of its piers from dusk',
      'until dawn, and should say on its own website when any of the lamps are out.',
      'Recommendation 2: The board should paint the old crane before the winter sets',
      'in, as it said that it would when it last replied to recommendation 14, or to',
      'Recommendation 12: it did not then say by when this was to be finished at all.',
      'Response: Agreed in part, because the crane is to be moved to another place in',
      'the spring.',
    ].join('\n')
    expect(outline(text).map((line) => line.split(/[ .:]/)[0])).toEqual([
      ...['paragraph#1', 'paragraph#2', 'paragraph'],
    ])
  })

  it('joins lines wrapped at a fixed width, and breaks where the writer did', () => {
    const text = [
      'The council met on Monday and agreed the plan for the flood defences in',
      'the old town. It will raise the wall by half a metre before the winter, as',
      'it said it would.',
      'Yours sincerely',
      'Jane Elm',
      '',
      '- The wall: work begins in June and will end before the first storms of',
      '  the autumn, if the money comes.',
      '- The pumps.',
    ].join('\n')
    expect(outline(text).map((line) => line.split(' ')[0])).toEqual([
      ...['paragraph', 'paragraph', 'paragraph', 'list-item1', 'list-item1'],
    ])
    expect(parse(text).blocks[0]?.end).toBe(text.indexOf('\nYours'))
  })

  it('keeps one-line paragraphs apart that all happen to be short', () => {
    const lines = [
      'The wall will be raised by half a metre before the winter.',
      'The pumps will be shared with the agency from June on.',
    ]
    expect(parse([...lines, ...lines, ...lines].join('\n')).blocks).toHaveLength(6)
  })

  it('reads form feeds as pages, and their running lines as navigation', () => {
    const text = ['one', 'two', 'three']
      .map((word, n) => `Flood plan\n\n${LONG} ${word}.\n\n${n + 1}\n`)
      .join('\f')
    const document = parse(text)
    expect(
      document.pages?.map(({ number, start, end }) => [
        number,
        text.slice(start, end).includes('\f'),
        end - start > 0,
      ]),
    ).toEqual([
      [1, true, true],
      [2, true, true],
      [3, false, true],
    ])
    expect(document.blocks.map((block) => block.kind)).toEqual(
      ['heading', 'navigation', 'navigation'].flatMap((top) => [top, 'paragraph', 'navigation']),
    )
    expect(parse('no pages').pages).toBeNull()
  })

  it('reads the head of an e-mail', () => {
    const head =
      'From: Elm Council <press@elm.example>\nTo: all@elm.example\nDate: Tue, 3 May 2022 10:11:12 +0100\nSubject: Flood plan'
    expect(parse(`${head}\n\n${LONG}`)).toMatchObject({
      title: 'Flood plan',
      publisher: 'Elm Council',
      date: '2022-05-03',
    })
  })

  it.each<[string, string, string | null]>([
    ['the first heading', `New menus\n\n${LONG}`, 'New menus'],
    [
      'the first line over a date',
      `New menus for every ward\n\n12 May 2022\n\n${LONG}`,
      'New menus for every ward',
    ],
    [
      'lines that go on with each other',
      `Response to\nthe report on\nFlood Defences\n\n${LONG}`,
      'Response to the report on Flood Defences',
    ],
    ['no heading over text that comes first', `${LONG}\n\nMenus\n\n${LONG}`, null],
    ['no heading that stands beside chapters', `Foreword\n\n${LONG}`, null],
    ['no list with its lead-in', 'The council should:\n•\tfund the wall\n•\tshare the pumps\n', null],
  ])('takes for the title %s', (_name, text, title) => {
    expect(parse(text).title).toBe(title)
  })
})

describe('any plain text', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      LONG,
      'Menus',
      '• a',
      '1. b',
      '(a) c',
      '| a | b |',
      '|---|---|',
      'a\tb',
      '====',
      '> q',
      '[1] note',
      'Share this page',
      '',
      '  ',
      '\f',
      '12 May 2022',
    ),
  )
  const text = fc.oneof(
    fc
      .array(line, { maxLength: 40 })
      .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((end) => lines.join(end))),
    fc.string({ unit: 'binary', maxLength: 200 }),
  )

  it('gives blocks in order, in range, apart, and the same each time', () => {
    fc.assert(
      fc.property(text, (input) => {
        const document = parse(input)
        expect(document.text).toBe(input)
        checkBlocks(document)
        expect(parse(input)).toEqual(document)
      }),
      { numRuns: 500 },
    )
  })

  it('loses nothing but white space, marks and rules between the blocks', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { blocks } = parse(input)
        let at = 0
        const gaps = [...blocks, { start: input.length, end: input.length }].map(({ start, end }) => {
          const gap = input.slice(at, start)
          at = end
          return gap
        })
        for (const gap of gaps)
          expect(
            gap
              .replace(
                // Numbers and letters of lists, marks of notes ("[3]", "³"), rules, and "o" as a bullet.
                /\(?[\p{L}\p{N}.]{1,20}[.):\]]|\[\d+\]|^\s*[¹²³⁰⁴-⁹]{1,3}|^[^\p{L}\p{N}]*$|^\s*[oO]\s/gmu,
                '',
              )
              .trim(),
          ).toBe('')
      }),
      { numRuns: 300, examples: [['⁰!']] },
    )
  })
})
