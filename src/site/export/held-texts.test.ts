import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holdTexts } from './held-texts.ts'
import { createTexts, type Texts } from './texts.ts'

/** The same texts as an export finds them that was written after this one. */
function keptOf(texts: Texts, numbers = Array.from({ length: texts.size }, (_, at) => at)): Texts {
  return createTexts(holdTexts(texts.write(Int32Array.from(numbers))))
}

function textsWith(all: readonly string[]): Texts {
  const texts = createTexts()
  for (const each of all) texts.numberOf(each)
  return texts
}

// No half signs: what is written as UTF-8 is read back only where it is text.
const someTexts = fc.uniqueArray(fc.string({ unit: 'grapheme' }))

it('are found and read as they were kept, in the order they were kept in', () => {
  fc.assert(
    fc.property(someTexts, someTexts, (first, more) => {
      const once = keptOf(textsWith(first))
      expect(first.map(once.numberOf)).toEqual(first.map((_, at) => at))
      // Some come, and all change their places.
      const all = [...new Set([...first, ...more])]
      for (const each of all) expect(once.textOf(once.numberOf(each))).toBe(each)
      const numbers = Array.from({ length: once.size }, (_, at) => at).reverse()
      const again = keptOf(once, numbers)
      expect(Array.from({ length: again.size }, (_, at) => again.textOf(at))).toEqual(
        numbers.map(once.textOf),
      )
      for (const each of all) expect(again.textOf(again.numberOf(each))).toBe(each)
      expect(again.size).toBe(all.length)
    }),
  )
})

it('are kept in part', () => {
  const kept = keptOf(textsWith(['a', 'b', 'c', 'd']), [1, 2, 0])
  expect([0, 1, 2].map(kept.textOf)).toEqual(['b', 'c', 'a'])
  expect(kept.size).toBe(3)
  expect(kept.numberOf('d')).toBe(3)
})

it.each([
  ['kept', (texts: Texts) => keptOf(texts)],
  ['fresh', (texts: Texts) => texts],
])('tell what stands before a sign, %s', (_, as) => {
  const texts = as(textsWith(['/topics/x#asks', '/topics/x', '#top', '', '/é#ü', '/é', '/new#a#b']))
  const before = (text: string) => texts.textOf(texts.numberBefore(texts.numberOf(text), '#'))
  expect(['/topics/x#asks', '/topics/x', '#top', '', '/é#ü', '/new#a#b'].map(before)).toEqual([
    '/topics/x',
    '/topics/x',
    '',
    '',
    '/é',
    '/new',
  ])
})
