import { describe, expect, it } from 'vitest'
import { placesFor } from './search-places.ts'

const paths = (query: string) => placesFor(query).map(({ path }) => path)

describe('pages of the site that a search leads to', () => {
  it.each([
    ['overdue', ['/deadlines']],
    ['missed deadlines', ['/deadlines']],
    ['Broken promises?', ['/promises']],
    ['who is left out', ['/left-out']],
    ['download csv', ['/data']],
    ['corrections', ['/changes']],
  ])('for "%s" are %j', (query, expected) => {
    expect(paths(query)).toEqual(expected)
  })
  it.each(['', 'special guardian', 'the late reply to what the committee asked about leave'])(
    'are none for "%s"',
    (query) => {
      expect(paths(query)).toEqual([])
    },
  )
})
