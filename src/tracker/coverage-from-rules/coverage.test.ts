import { describe, expect, it } from 'vitest'
import { readFlagship } from '../../../test/builders/flagship.ts'
import { build } from '../../../test/builders/tracker.ts'
import { readEnglandRulebook } from '../../rules/index.ts'
import { listRecords } from '../queries/index.ts'
import { compareCoverage } from './compare-coverage.ts'
import { prepareCells } from './compute-cell.ts'
import { findStaleKnown } from './find-stale.ts'
import { type CoverageLinks, readCoverageLinks } from './links.ts'

const rulebook = readEnglandRulebook()
const links = readCoverageLinks('kinship-england') as CoverageLinks // the file that is there
const content = readFlagship()
const { state } = build(content)
const lastLook = content.settings?.recordedOn ?? ''

describe('a cell worked out from the rules', () => {
  it.each([
    ['informal', 'weekly-allowance', '2026-11-21', [], 'excluded'],
    ['sgo-other', 'weekly-allowance', '2026-02-26', [], 'conditional'],
    ['kinship-foster', 'weekly-allowance', '2025-06-01', [], 'included'],
    ['kinship-foster', 'weekly-allowance', '2026-11-21', [], 'included'],
    ['sgo-after-care', 'weekly-allowance', '2025-06-01', ['review-2022'], 'included'],
    ['sgo-other', 'weekly-allowance', '2025-06-01', ['review-2022'], 'conditional'],
    ['sgo-other', 'weekly-allowance', '2025-06-01', ['ask-without-in-care-test'], 'included'],
    ['informal', 'weekly-allowance', '2025-06-01', ['ask-without-in-care-test'], 'excluded'],
    ['cao-edge-of-care', 'pupil-premium-plus', '2025-06-01', [], 'excluded'],
    ['cao-after-care', 'pupil-premium-plus', '2025-06-01', [], 'included'],
    ['sgo-other', 'unpaid-parental-leave', '2026-04-05', [], 'conditional'],
    ['sgo-other', 'unpaid-parental-leave', '2026-04-06', [], 'included'],
    ['kinship-adoption', 'training-offer', '2025-06-01', [], 'unclear'],
  ] as const)('%s / %s on %s under [%s] is %s', (group, support, on, proposals, wanted) => {
    const cell = prepareCells(links, rulebook, { on, proposals })(group, support)
    expect(cell?.state).toBe(wanted)
    expect(cell?.reasons.every(({ text, sources }) => text !== '' && sources.length > 0)).toBe(true)
  })

  it('says on what it depends where families of the group fare differently', () => {
    const cell = prepareCells(links, rulebook, { on: '2026-04-05', proposals: [] })(
      'sgo-other',
      'unpaid-parental-leave',
    )
    expect(cell?.findSettles()).toEqual(['weeksInJob'])
    expect(new Set(cell?.reasons.map((reason) => reason.state))).toEqual(new Set(['excluded', 'included']))
  })

  it('is none where no rule covers the help', () => {
    expect(
      prepareCells(links, rulebook, { on: '2026-04-05', proposals: [] })('informal', 'role-in-court'),
    ).toBeNull()
  })
})

describe('recorded cells and the rules', () => {
  const found = compareCoverage(state, links, rulebook, lastLook)

  it('links only groups and kinds of help that the tracker and the rulebook have', () => {
    const groups = listRecords(state, 'group').map(({ id }) => id)
    const supports = listRecords(state, 'support').map(({ id }) => id)
    expect(Object.keys(links.groups).sort()).toEqual(groups.sort())
    expect(Object.keys(links.supports).filter((id) => !supports.includes(id))).toEqual([])
    expect(Object.values(links.supports).filter(({ support }) => !rulebook.supports.has(support))).toEqual([])
  })

  it('differ nowhere that nobody has said why', () => {
    expect(
      found
        .filter(({ known }) => known === null)
        .map(({ group, support, on }) => `${group}/${support} ${on}`),
    ).toEqual([])
    expect(findStaleKnown(links, found)).toEqual([])
  })

  it('are seen to differ when one of them changes, with the sources of both', () => {
    const changed: CoverageLinks = {
      ...links,
      groups: { ...links.groups, informal: [{ arrangement: 'kinship-foster' }] },
    }
    const now = compareCoverage(state, changed, rulebook, lastLook).filter(
      ({ group, known }) => group === 'informal' && known === null,
    )
    const allowance = now.find(({ support }) => support === 'weekly-allowance')
    expect(allowance).toMatchObject({ recorded: { state: 'excluded' }, computed: { state: 'included' } })
    expect(allowance?.recorded.cites?.length).toBeGreaterThan(0)
    expect(allowance?.computed.reasons[0]?.sources.length).toBeGreaterThan(0)
  })

  it('tell of a known difference that is none any more', () => {
    const extra = {
      groups: ['informal'],
      support: 'weekly-allowance',
      recorded: 'included' as const,
      computed: 'excluded' as const,
      reason: 'x',
    }
    expect(findStaleKnown({ ...links, known: [extra] }, found)).toEqual(['informal/weekly-allowance'])
  })

  it('are compared for no tracker without links', () => {
    expect(readCoverageLinks('rivers')).toBeNull()
  })
})
