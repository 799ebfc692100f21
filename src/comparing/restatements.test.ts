import { describe, expect, it } from 'vitest'
import { indexRestatements } from './restatements.ts'

const index = indexRestatements([
  'Every harbour should keep a public log of the dredging that it carries out each year.',
  'Every harbour should appoint an officer who answers for the safety of its moorings.',
])

describe('indexRestatements', () => {
  it('finds the recommendation a stretch repeats, whole or in part', () => {
    const whole = index.find(
      'Every harbour should keep a public log of the dredging that it carries out each year.',
    )
    expect(whole).toEqual({ which: 0, ofStretch: 1, ofRecommendation: 1 })
    const part = index.find('appoint an officer who answers for the safety of its moorings')
    expect(part?.which).toBe(1)
    expect(part?.ofStretch).toBe(1)
    expect(part?.ofRecommendation).toBeLessThan(1)
  })

  it('tells a reply that quotes a phrase from a repetition', () => {
    const reply = index.find(
      'We agree that a public log of the dredging would help and will fund twelve harbours to try one.',
    )
    expect(reply?.which).toBe(0)
    expect(reply?.ofStretch).toBeLessThan(0.5)
  })

  it.each(['', 'Every harbour', 'Ferries run daily between the islands in summer.'])(
    'finds none in %j',
    (text) => {
      expect(index.find(text)).toBeNull()
    },
  )

  it('undoes the hyphen of a line end', () => {
    expect(index.find('appoint an offi-\ncer who answers for the safety of its moor-\nings')?.ofStretch).toBe(
      1,
    )
  })

  it('prefers the recommendation in hand where two share the words', () => {
    const shared = 'Every harbour should be a tidy place'
    expect(index.find(shared, new Set([1]))?.which).toBe(1)
    expect(index.find(shared, new Set([0]))?.which).toBe(0)
  })
})
