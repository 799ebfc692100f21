import { expect, it } from 'vitest'
import written from '../../../lexicon?synonyms'
import { DEFAULT_GROUPS } from './index.ts'
import { synonymsOfGroups } from './synonyms.ts'

it('puts an abbreviation of the vocabulary with what it is short for', () => {
  const sets = synonymsOfGroups(DEFAULT_GROUPS.groups)
  expect(sets).toContainEqual(
    expect.arrayContaining(['sgo', 'special guardianship order', 'special guardians']),
  )
  expect(sets).toContainEqual(expect.arrayContaining(['cao', 'child arrangements order']))
})

it('is what the build writes down', () => {
  expect(written).toEqual(synonymsOfGroups(DEFAULT_GROUPS.groups))
})
