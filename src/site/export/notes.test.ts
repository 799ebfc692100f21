import { expect, it } from 'vitest'
import { type Notes, type PageNote, type ToNote, writeNotes } from './notes.ts'
import { createPages } from './pages.ts'
import { parseNotes } from './read-notes.ts'
import { createTexts, rowOf, type Texts, textsOf } from './texts.ts'

const HEAD = { edition: 'e', size: 3, checkpoint: '3:ab' }
const PAGES: readonly (readonly [string, string, string[], string[], string[]])[] = [
  ['/', 'index.html', ['type topic now', 'k'], ['/topics/é', '/#top'], ['content']],
  ['/topics/é', 'topics/~c3a9/index.html', ['record topic é now', 'l'], [], ['content', 'asks']],
  ['/a.csv', 'a.csv', [], [], []],
]

function noteOf(texts: Texts, [target, file, reads, links, ids]: (typeof PAGES)[number]): PageNote {
  return {
    file,
    targetNumber: texts.numberOf(target),
    fileNumber: texts.numberOf(file),
    reads: rowOf(texts, reads),
    links: rowOf(texts, links),
    ids: rowOf(texts, ids),
    said: target === '/' ? [7, -1, 0, 2] : null,
  }
}

function notesOf(texts: Texts, of = PAGES): ToNote {
  const pages = createPages(texts)
  for (const each of of) pages.set(texts.numberOf(each[0]), noteOf(texts, each))
  const parts = new Map([[texts.numberOf('record topic é now'), rowOf(texts, ['topic é', 'source s'])]])
  return { ...HEAD, texts, pages, parts }
}

/** As an export after one that wrote `bytes`, with every page kept but those that are `anew`. */
function notedAgain(bytes: Buffer, anew: readonly string[] = []): { now: ToNote; noted: Notes['pages'] } {
  const { pages: noted, ...read } = readOf(bytes)
  const pages = createPages(read.texts, noted)
  for (const each of PAGES) {
    const target = read.texts.numberOf(each[0])
    if (anew.includes(each[0])) pages.set(target, noteOf(read.texts, each))
    else pages.keep(noted.placeOf(target))
  }
  return { now: { ...read, pages }, noted }
}

function readOf(bytes: Buffer): Notes {
  const read = parseNotes(bytes)
  if (read === null) throw new Error('not read')
  return read
}

it('are read as they were written', () => {
  const bytes = writeNotes(notesOf(createTexts()))
  const read = readOf(bytes)
  expect(read).toMatchObject(HEAD)
  expect(read.pages.size).toBe(PAGES.length)
  for (const [target, file, reads, links, ids] of PAGES) {
    const note = read.pages.at(read.pages.placeOf(read.texts.numberOf(target)))
    expect(note.file).toBe(file)
    expect(note.said).toEqual(target === '/' ? [7, -1, 0, 2] : null)
    expect([note.reads, note.links, note.ids].map((row) => textsOf(read.texts, row))).toEqual([
      reads,
      links,
      ids,
    ])
  }
  expect(read.pages.placeOf(read.texts.numberOf('/none'))).toBe(-1)
  const part = read.parts.get(read.texts.numberOf('record topic é now'))
  expect(textsOf(read.texts, part ?? rowOf(read.texts, []))).toEqual(['topic é', 'source s'])
})

it('are read wherever their bytes lie in memory', () => {
  const bytes = writeNotes(notesOf(createTexts()))
  const shifted = Buffer.concat([Buffer.alloc(1), bytes]).subarray(1)
  const { now, noted } = notedAgain(shifted)
  expect(writeNotes(now, noted)).toEqual(bytes)
})

it('are the same bytes where pages stay, and where some are noted anew', () => {
  const bytes = writeNotes(notesOf(createTexts()))
  for (const anew of [[], ['/topics/é'], ['/', '/a.csv'], PAGES.map(([target]) => target)]) {
    const { now, noted } = notedAgain(bytes, anew)
    expect(now.pages.size).toBe(PAGES.length)
    expect(writeNotes(now, noted)).toEqual(bytes)
  }
})

it('are those of the pages that are left, and of those that came', () => {
  const [first, second, third] = PAGES as [
    (typeof PAGES)[number],
    (typeof PAGES)[number],
    (typeof PAGES)[number],
  ]
  const {
    now: { texts, ...now },
    noted,
  } = notedAgain(writeNotes(notesOf(createTexts(), [first, third])), ['/a.csv'])
  const pages = createPages(texts, noted)
  pages.keep(noted.placeOf(texts.numberOf('/')))
  pages.set(texts.numberOf('/topics/é'), noteOf(texts, second))
  expect(writeNotes({ ...now, texts, pages }, noted)).toEqual(
    writeNotes(notesOf(createTexts(), [first, second])),
  )
  expect([...pages].map(({ file }) => file)).toEqual(['index.html', 'topics/~c3a9/index.html'])
})

it('are the same bytes in whatever order pages were met and texts were numbered', () => {
  const other = createTexts()
  for (const text of ['content', 'never met', 'l', '/']) other.numberOf(text)
  expect(writeNotes(notesOf(other, PAGES.toReversed()))).toEqual(writeNotes(notesOf(createTexts())))
})

it.each([
  '',
  'word',
  '{"schema":"holdfast/export-notes@1","edition":"e","size":1,"checkpoint":"1:a"}\n',
  '{"schema":"holdfast/export-notes@4","rows":-9,"texts":3}       \n',
  '{"schema":"holdfast/export-notes@4","rows":0,"texts":1e99}     \n',
  '{',
])('are not read from %j', (text) => {
  expect(parseNotes(Buffer.from(text))).toBeNull()
})

it('are not read, and end, where somebody changed any byte of them or cut them short', () => {
  const bytes = writeNotes(notesOf(createTexts()))
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes)
    for (const byte of [0x00, 0x39, 0x7f, 0xff]) {
      changed[at] = byte
      expect(() => useAll(parseNotes(changed))).not.toThrow()
    }
    expect(() => useAll(parseNotes(bytes.subarray(0, at)))).not.toThrow()
  }
  expect(parseNotes(bytes.subarray(0, bytes.length - 4 * 9))).toBeNull()
})

/** All that an export asks of notes before it knows that nobody touched them, and what it asks of them then. */
function useAll(notes: Notes | null): void {
  if (notes === null) return
  const { texts, pages } = notes
  for (let number = 0; number < texts.size; number += 1) {
    texts.textOf(number)
    texts.numberBefore(number, '#')
  }
  for (const text of ['/', 'content', 'not there']) texts.numberOf(text)
  for (let place = 0; place < pages.size; place += 1) {
    const { file, reads, links, ids, said } = pages.at(place)
    expect([file.length, reads.length, links.length, ids.length, said?.length ?? 0]).not.toContain(-1)
  }
}
