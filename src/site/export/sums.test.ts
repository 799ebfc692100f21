import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashOf, mergeSums, NO_FILES, parseSums, type Sums, writeSums } from './sums.ts'

const sumsOf = (files: readonly string[], of = 'a'): Sums =>
  new Map(files.map((file) => [file, hashOf(of + file)]))
const someFiles = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}(\/[a-z]{1,2})?$/), { maxLength: 12 })

it('a list is read as it was written, in whatever order its lines stand', () => {
  fc.assert(
    fc.property(someFiles, (files) => {
      const sums = sumsOf(files)
      const text = writeSums(sums)
      for (const lines of [
        text,
        text
          .split(/(?<=\n)/)
          .reverse()
          .join(''),
      ]) {
        const list = parseSums(lines) ?? NO_FILES
        expect(list.files).toEqual([...files].sort())
        for (const file of files) expect(list.hashAt(list.lineOf(file))).toBe(sums.get(file))
        expect(list.linesFrom(0, files.length)).toBe(text)
        expect(list.lineOf('none')).toBe(-1)
      }
    }),
  )
})

it('lines that stay and those of other files come to the list that is written of all of them', () => {
  fc.assert(
    fc.property(someFiles, someFiles, fc.infiniteStream(fc.boolean()), (before, others, choices) => {
      const list = parseSums(writeSums(sumsOf(before))) ?? NO_FILES
      const stays = Uint8Array.from(list.files, () => (choices.next().value ? 1 : 0))
      const kept = list.files.filter((_, line) => stays[line] === 1)
      const fresh = sumsOf(others, 'b')
      expect(mergeSums(list, stays, fresh)).toBe(writeSums(new Map([...sumsOf(kept), ...fresh])))
    }),
  )
})

it.each([
  'word',
  `${hashOf('a')}  a.html`,
  `${hashOf('a')} a.html\n`,
  `${hashOf('a').toUpperCase()}  a.html\n`,
  `${hashOf('a')}  ../a.html\n`,
  `${hashOf('a')}  /a.html\n`,
  `${hashOf('a')}  a/./b\n`,
  `${hashOf('a')}  a\\b\n`,
  `${hashOf('a')}  a\r\n`,
  `${hashOf('a')}  \n`,
])('is no list of ours: %j', (text) => {
  expect(parseSums(text)).toBeNull()
})
