import { expect, it } from 'vitest'
import { type Notes, type PageNote, writeNotes } from './notes.ts'
import { parseNotes } from './read-notes.ts'
import { createTexts, rowOf, type Texts, textsOf } from './texts.ts'

const HEAD = { edition: 'e', size: 3, checkpoint: '3:ab' }
const PAGES: readonly (readonly [string, string, string[], string[], string[]])[] = [
  ['/', 'index.html', ['type topic now', 'k'], ['/topics/é', '/#top'], ['content']],
  ['/topics/é', 'topics/~c3a9/index.html', ['record topic é now', 'l'], [], ['content', 'asks']],
  ['/a.csv', 'a.csv', [], [], []],
]

function notesOf(texts: Texts, pages = PAGES): Notes {
  const of = pages.map(([target, file, reads, links, ids]): [string, PageNote] => [
    target,
    {
      file,
      targetNumber: texts.numberOf(target),
      fileNumber: texts.numberOf(file),
      reads: rowOf(texts, reads),
      links: rowOf(texts, links),
      ids: rowOf(texts, ids),
      said: target === '/' ? [7, -1, 0, 2] : null,
    },
  ])
  const parts = new Map([[texts.numberOf('record topic é now'), rowOf(texts, ['topic é', 'source s'])]])
  return { ...HEAD, texts, pages: new Map(of), parts }
}

it('are read as they were written', () => {
  const bytes = writeNotes(notesOf(createTexts()))
  const read = parseNotes(bytes)
  if (read === null) throw new Error('not read')
  expect(read).toMatchObject(HEAD)
  for (const [target, file, reads, links, ids] of PAGES) {
    const note = read.pages.get(target)
    if (note === undefined) throw new Error(`${target} is missing`)
    expect(note.file).toBe(file)
    expect(note.said).toEqual(target === '/' ? [7, -1, 0, 2] : null)
    expect([note.reads, note.links, note.ids].map((row) => textsOf(read.texts, row))).toEqual([
      reads,
      links,
      ids,
    ])
  }
  const part = read.parts.get(read.texts.numberOf('record topic é now'))
  expect(textsOf(read.texts, part ?? rowOf(read.texts, []))).toEqual(['topic é', 'source s'])
  expect(writeNotes(read)).toEqual(bytes)
})

it('are the same bytes in whatever order pages were met and texts were numbered', () => {
  const other = createTexts(['content', 'never met', 'l', '/'])
  expect(writeNotes(notesOf(other, PAGES.toReversed()))).toEqual(writeNotes(notesOf(createTexts())))
})

it.each([
  '',
  'word',
  '{"schema":"holdfast/export-notes@1","edition":"e","size":1,"checkpoint":"1:a"}\n',
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
      expect(() => parseNotes(changed)).not.toThrow()
    }
    expect(() => parseNotes(bytes.subarray(0, at))).not.toThrow()
  }
  expect(parseNotes(bytes.subarray(0, bytes.length - 4 * 9))).toBeNull()
})
