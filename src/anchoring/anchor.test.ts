import fc from 'fast-check'
import { expect, describe as group, it } from 'vitest'
import { anchor, seek } from './anchor.ts'
import { describe } from './selectors.ts'

const plain = (text: string) => ({ text, blocks: [], pages: null })
const describeWords = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return describe(plain(text), { start, end: start + words.length })
}

/** Sentences of a made-up report; none is like another. */
const SENTENCES = [
  'The harbour board opened its books on the first Monday of spring and found nothing owed.',
  'Fishing families were told by letter that moorings would cost twice as much from June.',
  'A ferry for school children has sailed since 1998 without a single winter closed.',
  'Nobody asked the pilots, who know the sandbanks better than any chart does.',
  'We recommend that dredging stops between April and July, when eels come up the river.',
  'The council accepts this recommendation in principle and will publish a plan by autumn 2027.',
  'Ice made the north pier unsafe on 14 days, and the lamp failed on three of them.',
  'Every skipper over seventy may keep the old licence until it is handed on.',
]
const REPORT = SENTENCES.join(' ')

/** Any text: letters, emoji, right-to-left, combining marks, surrogates in pairs. */
const anyText = fc
  .array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('👩‍👧‍👦', 'שלום עולם', 'é', 'ﬁn', ' ', 'مرحبا')),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.length > 0 && isWhole(text))

/** No half of a pair of surrogates. */
const isWhole = (text: string) => !/\p{Surrogate}/u.test(text)

const boundaries = (text: string): number[] => {
  const offsets = [0]
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length)
  return offsets
}

group('describing and finding again', () => {
  it('is the identity in the same text, at UTF-16 offsets, whatever the script', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
        const offsets = boundaries(text)
        const [a = 0, b = 0] = [offsets[one % offsets.length], offsets[other % offsets.length]]
        fc.pre(a !== b)
        const range = { start: Math.min(a, b), end: Math.max(a, b) }
        const selectors = describe(plain(text), range)
        expect(anchor(text, selectors)).toMatchObject({ kind: 'anchored', rung: 'position', ...range })
      }),
      { numRuns: 500 },
    )
  })

  it('keeps characters whole in what stands around', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, pick) => {
        const offsets = boundaries(text)
        const at = pick % (offsets.length - 1)
        const { quote } = describe(plain(text), { start: offsets[at] ?? 0, end: offsets[at + 1] ?? 1 })
        expect(isWhole(quote.prefix) && isWhole(quote.suffix)).toBe(true)
      }),
    )
  })

  it.each([
    [3, 3],
    [5, 2],
    [-1, 4],
    [0, 999],
    [0, 1],
  ])('refuses %d to %d of a family and a word', (start, end) => {
    expect(() => describe(plain('👪 words'), { start, end })).toThrow(RangeError)
  })
})

group('after edits', () => {
  it('still finds a sentence when any others come, go or change places', () => {
    fc.assert(
      fc.property(
        fc.nat(SENTENCES.length - 1),
        fc.shuffledSubarray(SENTENCES),
        fc.array(fc.string({ maxLength: 40 }), { maxLength: 5 }),
        (pick, others, added) => {
          const sentence = SENTENCES[pick] ?? ''
          const selectors = describeWords(REPORT, sentence)
          const kept = [...others.filter((each) => each !== sentence), ...added]
          kept.splice(Math.floor(kept.length / 2), 0, sentence)
          const text = kept.join(' ')
          const found = anchor(text, selectors)
          expect(found.kind === 'lost' ? found.failed : text.slice(found.start, found.end)).toBe(sentence)
        },
      ),
    )
  })

  it('calls a deleted sentence lost, and never names another', () => {
    fc.assert(
      fc.property(fc.nat(SENTENCES.length - 1), fc.shuffledSubarray(SENTENCES), (pick, others) => {
        const sentence = SENTENCES[pick] ?? ''
        const text = others.filter((each) => each !== sentence).join(' ')
        expect(anchor(text, describeWords(REPORT, sentence)).kind).toBe('lost')
      }),
    )
  })

  it.each([
    ['line breaks and spaces', (text: string) => text.replaceAll(' ', '\n   '), 'same-letters'],
    [
      'words broken at line ends',
      (text: string) => text.replace('recommend', 'recom-\nmend'),
      'same-letters',
    ],
    ['a soft hyphen', (text: string) => text.replace('dredging', 'dred\u00adging'), 'same-letters'],
    ['capitals', (text: string) => text.toUpperCase(), 'same-letters'],
    ['a changed word', (text: string) => text.replace('when eels come', 'while eels come'), 'similar'],
    ['a misread letter', (text: string) => text.replace('dredging', 'dredqing'), 'similar'],
  ] as const)('finds the words in spite of %s', (_, edit, rung) => {
    const words = SENTENCES[4] ?? ''
    const text = edit(REPORT)
    const found = anchor(text, describeWords(REPORT, words))
    expect(found).toMatchObject({ rung })
    const stretch = found.kind === 'lost' ? '' : text.slice(found.start, found.end).toLowerCase()
    expect(stretch.replace(/\s+/g, ' ')).toMatch(/^we recom.* the river\.$/)
  })

  it.each([
    ['curly quotes', `the "fair share" of the river's mouth`, 'the “fair share” of the river’s mouth'],
    ['ligatures', 'offices first fly', 'oﬃces ﬁrst ﬂy'],
    ['accents written apart', 'Orléans café prices', 'Orle\u0301ans cafe\u0301 prices'],
    ['a dash for a hyphen', 'a well-known 2022-23 figure', 'a well–known 2022–23 figure'],
  ])('finds the same letters in spite of %s', (_, said, printed) => {
    const before = `It was said that ${said} were agreed upon in the end by all of them.`
    const after = `It was said that ${printed} were agreed upon in the end by all of them.`
    const found = anchor(after, describeWords(before, said))
    expect(found).toMatchObject({ kind: 'moved', rung: 'same-letters', score: 1 })
    expect(found.kind === 'lost' ? '' : after.slice(found.start, found.end)).toBe(printed)
  })

  it.each([
    ['a figure', 'by autumn 2027', 'by autumn 2029'],
    ['a sum', 'nothing owed', 'nothing 40 owed'],
    ['a "not"', 'will publish', 'will not publish'],
    ['a name', 'April and July', 'March and July'],
    ['"without"', 'without a single winter', 'with a single winter'],
  ])('calls words that differ in %s lost, however alike', (_, said, changed) => {
    const sentence = SENTENCES.find((each) => each.includes(said)) ?? ''
    const found = anchor(REPORT.replace(said, changed), describeWords(REPORT, sentence))
    expect(found.kind).toBe('lost')
    expect(found.failed.at(-1)).toMatchObject({ rung: 'similar' })
  })
})

it('does not take the entry beside it in a list of terms for the one that went', () => {
  const list = (...names: string[]) =>
    names.map((name) => `Entry\nCan refer to the ${name} fever or the illness that it causes.`).join('\n')
  const words = 'Can refer to the Lassa fever or the illness that it causes.'
  const found = anchor(list('Volta', 'Kyoto', 'Marne'), describeWords(list('Volta', 'Lassa', 'Kyoto'), words))
  expect(found.kind).toBe('lost')
})

group('words that stand many times', () => {
  const rows = Array.from({ length: 400 }, (_, at) => `Recommendation ${at + 1} on harbours: Accepted.`)

  it('are told apart by what stands around them', () => {
    const text = rows.join('\n')
    const at = text.indexOf('Accepted', text.indexOf('Recommendation 137 '))
    const selectors = describe(plain(text), { start: at, end: at + 8 })
    const after = ['Recommendation 0 on harbours: Accepted.', ...rows].join('\n')
    const found = anchor(after, selectors)
    const row =
      found.kind === 'lost' ? '' : after.slice(after.lastIndexOf('\n', found.start) + 1, found.start)
    expect(row).toBe('Recommendation 137 on harbours: ')
  })

  it('keep the position over a better-looking neighbour only where the surroundings are the same', () => {
    const selectors = describeWords(rows.join('\n'), 'Accepted', rows.slice(0, 9).join('\n').length)
    const swapped = [...rows.slice(0, 9), 'Recommendation X on harbours: Accepted.', ...rows.slice(9)].join(
      '\n',
    )
    const found = anchor(swapped, selectors)
    expect(found).toMatchObject({ kind: 'moved' })
    expect(found.kind === 'lost' ? '' : swapped.slice(found.start - 24, found.start)).toContain(
      '10 on harbours',
    )
  })

  it('are lost where none has the surroundings they had', () => {
    const selectors = describeWords(
      'The board said the plan was accepted on Friday by everyone there.',
      'accepted',
    )
    const found = anchor('Rules are accepted. Tea is accepted. Cash is accepted.', selectors)
    expect(found).toMatchObject({ kind: 'lost' })
    expect(found.failed[1]?.why).toContain('3 times')
  })

  it('of one letter in a text of nothing else are given up, in good time', () => {
    const text = 'a'.repeat(300_000)
    const selectors = { ...describeWords('xxa', 'a'), position: { start: 7, end: 8 } }
    expect(anchor(text, selectors).kind).toBe('lost')
  })
})

group('short quotes', () => {
  it('are lost where they stand once among other words', () => {
    const selectors = describeWords(
      'Ministers said the scheme would be in place by spring next year.',
      'by spring',
    )
    expect(anchor('Daffodils bloom by spring in gardens everywhere.', selectors).kind).toBe('lost')
  })

  it('are found where their surroundings are', () => {
    const before = 'Ministers said the scheme would be in place by spring next year.'
    const found = anchor(`A preface. ${before}`, describeWords(before, 'by spring'))
    expect(found).toMatchObject({ kind: 'moved', rung: 'same-words' })
  })

  it('are not found inside longer words', () => {
    const found = anchor('The unable stable table-maker.', describeWords('He was able to.', 'able'))
    expect(found.kind).toBe('lost')
  })
})

it('gives the same answers from a text that was folded before', () => {
  const selectors = describeWords(REPORT, SENTENCES[2] ?? '')
  expect(anchor(seek(REPORT), selectors)).toEqual(anchor(REPORT, selectors))
})
