import { expect, it } from 'vitest'
import { createTopicSpace } from './similarity.ts'
import { createWordReader } from './words.ts'

it('counts words of one meaning for something, and for less than the same word', () => {
  const { read } = createWordReader()
  const [asked, same, akin, other] = [
    'Councils should open hostels',
    'Three hostels',
    'Three shelters',
    'Three bridges',
  ].map(read)
  if (!asked || !same || !akin || !other) throw new Error('four texts')
  const space = createTopicSpace([asked, same, akin, other], true)
  const likeness = (words: typeof asked) =>
    space.compare(space.place(asked, read(''), []), space.place(words, read(''), []))
  expect(likeness(akin)).toBeGreaterThan(likeness(other))
  expect(likeness(same)).toBeGreaterThan(likeness(akin))
})
