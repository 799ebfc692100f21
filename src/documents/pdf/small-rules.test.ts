import { describe, expect, it } from 'vitest'
import { partsByDirection } from './directions.ts'
import { buildLines, lineOf } from './lines.ts'
import { findMarker } from './markers.ts'
import { withoutReferences } from './note-references.ts'
import type { PageContent } from './page-content.ts'
import { cleanText, readableWords } from './readable-words.ts'
import { readRoman } from './roman.ts'
import { faceFromName } from './text-state.ts'
import { setPage, setText, setWords } from './type-page.ts'

describe('findMarker', () => {
  const cases: [string, string | null, string][] = [
    ['• a bridge', null, 'a bridge'],
    ['− a bridge', null, 'a bridge'],
    ['4. A bridge', '4', 'A bridge'],
    ['2a. A bridge', '2a', 'A bridge'],
    ['(iii) a bridge', 'iii', 'a bridge'],
    ['b) a bridge', 'b', 'a bridge'],
    ['12.3 A bridge', '12.3', 'A bridge'],
    ['A1.5. A bridge', 'A1.5', 'A bridge'],
  ]
  it.each(cases)('%s', (text, number, rest) => {
    expect(findMarker(text)).toMatchObject({ number, rest })
  })

  it.each(['In 2024. The bridge', 'A bridge', '2024 was dark', '£4.5 million', 'i think so'])(
    'none: %s',
    (text) => {
      expect(findMarker(text)).toBeNull()
    },
  )
})

describe('cleanText', () => {
  it.each([
    ['of\ufb01ce', 'office'],
    ['of\uf001ce', 'office'],
    ['\uf002', 'fl'],
    ['\uf0b7', '•'],
    ['zero\u200bwidth', 'zerowidth'],
    ['cafe\u0301', 'café'],
    ['m\u00b2', 'm²'],
    ['🌉', '🌉'],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanText(given)).toBe(clean)
  })
})

describe('readableWords', () => {
  it('drops letters drawn twice for a shadow, not words said twice', () => {
    const page = setPage(1, [
      { text: 'dark dark', y: 100 },
      { text: 'dark', x: 60.8, y: 100.6 },
    ])
    expect(readableWords(page)).toHaveLength(2)
  })

  it('keeps both of two narrow letters that are set one by one', () => {
    const [word] = setWords([{ text: 'l', x: 60, y: 100 }])
    if (word === undefined) throw new Error('a letter was set')
    const width = word.style.size * 0.18
    const set = [60, 60 + width, 60 + width * 1.3].map((x) => ({ ...word, x, width }))
    const page = { ...setPage(1, []), words: set }
    expect(readableWords(page).map(({ x }) => x)).toEqual([60, 60 + width])
  })

  it('names the bullets that are drawn', () => {
    const page = { ...setPage(1, [{ text: 'light it', x: 80, y: 100 }]), dots: [{ x: 70, y: 97, size: 3 }] }
    expect(lineOf(readableWords(page), 1).text).toBe('• light it')
  })
})

describe('partsByDirection', () => {
  const sideways = (texts: readonly string[]) =>
    texts.flatMap((text, line) =>
      setWords([{ text, y: 100 }]).map((word) => ({
        ...word,
        turn: 270,
        x: 200 + line * 20,
        baseline: 842 - word.x,
      })),
    )
  const show = (page: PageContent) => buildLines(readableWords(page), 1).map((line) => line.text)

  it('turns a page upright that is set sideways, rules and all, and leaves out what runs across it', () => {
    const label = setWords([{ text: 'x', y: 20 }])
    const rule = { x: 206, y: 400, width: 1, height: 300, fill: '#000000', isStroked: false }
    const page = { ...setPage(1, [], [rule]), words: [...sideways(['a table set sideways']), ...label] }
    const [part, ...others] = partsByDirection(page)
    expect(others).toEqual([])
    expect([part?.width, part?.height]).toEqual([842, 595])
    expect(part?.shapes).toEqual([{ ...rule, x: 142, y: 206, width: 300, height: 1 }])
    expect(part === undefined ? [] : show(part)).toEqual(['a table set sideways'])
  })

  it('keeps what is said above a table set sideways, first', () => {
    const said = ['The keeper should print the table every year', 'and send it to every harbour there is.']
    const table = ['Bridge one is dark and will be lit by May', 'Bridge two is dark and will be lit by June']
    const page = {
      ...setPage(1, setText(said, 100)),
      words: [...sideways(table), ...setWords(setText(said, 100))],
    }
    expect(partsByDirection(page).flatMap(show)).toEqual([...said, ...table])
  })
})

describe('buildLines', () => {
  const words = setWords([
    { text: 'was closed.', y: 100 },
    { text: '7', x: 115, y: 100, size: 6, rise: 3.4 },
    { text: '8', x: 120, y: 100, size: 6, rise: 3.4 },
    { text: 'Then it opened', x: 130, y: 100 },
    { text: '3', y: 112, size: 6, rise: 3.4 },
    { text: 'A note', x: 64, y: 112, size: 8 },
  ])
  const lines = buildLines(words, 1)

  it('keeps raised marks with the line they stand in', () => {
    expect(lines.map((line) => line.text)).toEqual(['was closed.7 8 Then it opened', '3 A note'])
  })

  it('can be read without them', () => {
    const [first] = lines
    const kept = first === undefined ? [] : withoutReferences(first)
    expect(kept.map((word) => word.text)).toEqual(['was', 'closed.', 'Then', 'it', 'opened'])
  })

  it('keeps raised letters and powers', () => {
    const [line] = buildLines(
      setWords([
        { text: 'the 26', y: 100 },
        { text: 'th', x: 90, y: 100, size: 6, rise: 3.4 },
        { text: 'of 4 km', x: 102, y: 100 },
        { text: '2', x: 137, y: 100, size: 6, rise: 3.4 },
      ]),
      1,
    )
    expect(line === undefined ? 0 : withoutReferences(line).length).toBe(line?.words.length)
  })

  it('leaves no blank where one was painted but nothing shows between', () => {
    const [t, he] = setWords([
      { text: 'T', y: 100 },
      { text: 'he', x: 65, y: 100 },
    ])
    const line = t === undefined || he === undefined ? [] : [t, { ...he, hasSpaceBefore: true }]
    expect(lineOf(line, 1).text).toBe('The')
  })
})

describe('readRoman', () => {
  it.each([
    ['iv', 4],
    ['XLII', 42],
    ['iiii', null],
    ['vi', 6],
    ['mix', 1009],
    ['', null],
  ])('%j is %s', (text, value) => {
    expect(readRoman(text)).toBe(value)
  })
})

describe('faceFromName', () => {
  it.each([
    ['ABCDEF+Arial-BoldMT', true, false],
    ['Plantin-Italic', false, true],
    ['ProximaNova-RegularIt', false, true],
    ['PlantinMT-SemiBoldItalic', true, true],
    ['Roboto-Light', false, false],
    ['TimesNewRomanPSMT', false, false],
  ])('%s', (name, isBold, isItalic) => {
    expect(faceFromName(name, 0.001)).toMatchObject({ isBold, isItalic })
  })
})

describe('bullets set large', () => {
  it('go to the words they stand before, and draw no other words to them', () => {
    const lines = buildLines(
      setWords([
        { text: 'Planning', y: 86, size: 9 },
        { text: '•', y: 99, size: 16 },
        { text: 'Excess lamps', x: 76, y: 97, size: 9 },
      ]),
      1,
    )
    expect(lines.map((line) => line.text)).toEqual(['Planning', '• Excess lamps'])
  })
})
