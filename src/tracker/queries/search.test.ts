import { describe, expect, it } from 'vitest'
import { aTracker, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { countEdits, nearestWord } from './nearest-word.ts'
import { createSearchIndex } from './search.ts'
import { synonymsOfTracker } from './synonyms.ts'

const { state } = aTracker(RIVER_TRACKER)
const index = createSearchIndex(state, [['csa', 'clear water scheme', 'clear water']])
const found = (query: string) => index.search(query).hits.map(({ type, id }) => `${type} ${id}`)

describe('search', () => {
  it.each([
    ['sewage', 'topic sewage'],
    ['SEWAGE?', 'topic sewage'],
    ['a fish ladder', 'commitment fish-ladders'],
    ['swimming', 'group swimmers'],
    ['how many spills were there', 'conflict how-many'],
    ['csa', 'programme clear-water'],
  ])('for "%s" finds %s', (query, expected) => {
    expect(found(query)).toContain(expected)
  })

  it('puts what is named so before what only speaks of it', () => {
    expect(found('ladders')[0]).toBe('commitment fish-ladders')
  })

  it('asks for every word where one text has them all', () => {
    expect(found('fish ladders')).toContain('commitment fish-ladders')
    expect(found('fish ladders').length).toBeLessThan(found('fish').length)
    expect(index.search('fish ladders')).toMatchObject({ missing: [], isPartial: false })
  })

  it('lets a word go that nothing holds, and says so', () => {
    expect(found('fish zebra')).toEqual(found('fish'))
    expect(index.search('fish zebra')).toMatchObject({ missing: ['zebra'], isPartial: false })
    expect(index.search('zebra how')).toMatchObject({ hits: [], missing: ['zebra'], isPartial: false })
  })

  it('finds what holds most of the words where nothing holds all, and says so', () => {
    const { hits, isPartial } = index.search('fish ladders swimmers')
    expect(isPartial).toBe(true)
    expect(hits[0]?.id).toBe('fish-ladders')
    // Of two words that never meet, the rarer one is meant.
    expect(found('boaters water')).toEqual(found('boaters'))
  })

  it.each([
    ['how many spills were there', 'conflict how-many'],
    ['where can I get a ladder for my fish', 'commitment fish-ladders'],
  ])('asks of "%s" only what it is about', (query, first) => {
    expect(found(query)[0]).toBe(first)
  })

  it.each(['£40 million', '£40m', '40 million', '40m pounds', '£ 40 mn'])(
    'finds a sum put as "%s"',
    (query) => {
      const { state: rich } = aTracker(
        RIVER_TRACKER.replace('Ladders are built.', 'Ladders are built for £40m.'),
      )
      const [hit] = createSearchIndex(rich, []).search(query).hits
      expect(hit?.id).toBe('fish-ladders')
    },
  )

  describe('what is held only as a number', () => {
    const { state: rich } = aTracker(
      RIVER_TRACKER.replace(
        'text: Ladders are built.,',
        'text: Ladders are built., money: { pounds: 126000000, period: for two years }, reach: { number: 12500, of: salmon },',
      ),
    )
    const look = (query: string) => createSearchIndex(rich, []).search(query)

    it.each(['£126m', '126 million', '£126,000,000', '126000000', '£126', '12,500', '12500'])(
      'is found by "%s"',
      (query) => {
        expect(look(query)).toMatchObject({ hits: [{ id: 'fish-ladders' }], missing: [], corrected: [] })
      },
    )

    it('is shown as pages write it', () => {
      expect(look('£126m').hits[0]?.excerpt).toContain('£126m for two years')
    })

    it('is never taken for a number near it', () => {
      expect(look('£127m')).toMatchObject({ hits: [], missing: ['£127m'], corrected: [] })
      expect(look('12,501 salmon')).toMatchObject({ missing: ['12,501'], corrected: [] })
    })
  })

  it('knows a topic by its address too, and puts it before what only speaks of it', () => {
    const { state: named } = aTracker(
      RIVER_TRACKER.replaceAll('title: Sewage in rivers', 'title: Clean water'),
    )
    const [hit] = createSearchIndex(named, []).search('sewage').hits
    expect(hit).toMatchObject({ type: 'topic', id: 'sewage' })
  })

  it.each([
    ['sewge', 'sewage'],
    ['laders', 'ladders'],
    ['sewgae', 'sewage'],
    ['lad', 'ladders'],
    ['sewa', 'sewage'],
  ])('takes "%s" for "%s" and says so', (typed, taken) => {
    const { corrected, hits } = index.search(typed)
    expect(corrected).toEqual([[typed, taken]])
    expect(hits.length).toBeGreaterThan(0)
  })

  it.each([
    [
      'a mistyped word that no page says, and readers say for one that pages do',
      'culvret',
      'culvert',
      'fish-ladders',
    ],
    ['more than one of them', 'culvrets', 'culvert', 'fish-ladders'],
    ['two words run together', 'fishladders', 'fish ladders', 'fish-ladders'],
  ])('takes %s as meant', (_, typed, taken, first) => {
    const { corrected, hits } = createSearchIndex(state, [['culvert', 'ladders']]).search(typed)
    expect(corrected).toEqual([[typed, taken]])
    expect(hits[0]?.id).toBe(first)
  })

  it('takes no word for one that stands for what no page says', () => {
    expect(createSearchIndex(state, [['culvert', 'sluice']]).search('culvret')).toMatchObject({
      hits: [],
      corrected: [],
    })
  })

  it.each(['C.S.A.', 'C.S.A', 'the c.s.a.'])('reads the initials "%s" as one word', (query) => {
    expect(found(query)).toContain('programme clear-water')
    expect(index.search(query)).toMatchObject({ corrected: [], missing: [] })
  })

  it.each(['', '   ', 'the of and', '"<>&;', 'x'.repeat(10_000), '\u0000'])(
    'finds nothing for "%.20s"',
    (query) => {
      expect(found(query)).toEqual([])
    },
  )

  it('shows the words around the first match', () => {
    const hit = index.search('trial').hits.find(({ type }) => type === 'commitment')
    expect(hit?.excerpt).toContain('trial')
    expect(hit?.excerpt.length).toBeLessThanOrEqual(182)
  })
})

describe('synonyms', () => {
  it('come from the tracker’s own list', () => {
    const { state: told } = aTracker(
      RIVER_TRACKER.replace('  title: Rivers', '  title: Rivers\n  synonyms: [[Sluice, Weir]]'),
    )
    expect(synonymsOfTracker(told)).toEqual([['sluice', 'weir']])
  })
  it('come from short names of organisations', () => {
    const { state: named } = aTracker(
      RIVER_TRACKER.replace('name: The Anglers,', 'name: The Anglers, shortName: TA,'),
    )
    expect(synonymsOfTracker(named)).toEqual([['ta', 'the anglers']])
    expect(synonymsOfTracker(state)).toEqual([])
  })
})

describe('the nearest word', () => {
  it.each([
    ['abcd', 'abcd', 0],
    ['abcd', 'abdc', 1],
    ['abcd', 'abc', 1],
    ['abcd', 'axcd', 1],
    ['abcd', 'wxyz', 3],
  ])('%s and %s are %i edits apart (3 stands for more than 2)', (one, other, edits) => {
    expect(countEdits(one, other, 2)).toBe(edits)
  })
  const known = new Map([
    ['care', 1],
    ['cart', 9],
    ['guardian', 4],
    ['guardianship', 2],
    ['needs', 7],
    ['cost', 8],
    ['foster', 1],
  ])
  it.each([
    ['a short word', 'cra', null],
    ['the start of nearly everything', 'ca', null],
    ['the word in use', 'carx', 'cart'],
    ['half a word, by the one in use that it begins', 'guardi', 'guardian'],
    ['the start of a short word', 'car', 'cart'],
    ['half a word, before one that is near', 'fost', 'foster'],
    ['a short name, by no word with another first letter', 'leeds', null],
    ['a long word, also where its first letter is wrong', 'huardian', 'guardian'],
  ])('guesses %s', (_, typed, taken) => {
    expect(nearestWord(typed, known)).toBe(taken)
  })
})
