import { describe, expect, it } from 'vitest'
import { type CommitmentVersion, compareAlong, compareVersions } from './drift.ts'
import { RECORD_SCHEMAS } from './record/index.ts'

const cites = [{ source: 'A' }]

function version(fields: Record<string, unknown>): CommitmentVersion {
  const base = { on: '2023', government: 'one', strength: 'commit', text: 'A promise about buses.', cites }
  const commitment = {
    id: 'buses',
    title: 'Buses',
    topics: ['buses'],
    by: 'department',
    versions: [{ ...base, ...fields }],
  }
  return RECORD_SCHEMAS.commitment.parse(commitment).versions[0]!
}

const names = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  compareVersions(version(before), version(after)).map((drift) => `${drift.field} ${drift.name}`)

describe('compareVersions', () => {
  it.each([
    ['a firmer verb', { strength: 'explore' }, { strength: 'pilot' }, ['strength strengthened']],
    ['a softer verb', { strength: 'legislate' }, { strength: 'consult' }, ['strength weakened']],
    ['a refusal', { strength: 'commit' }, { strength: 'reject' }, ['strength dropped']],
    ['more money', { money: { pounds: 40e6 } }, { money: { pounds: 126e6 } }, ['money increased']],
    ['fewer places', { places: { most: 10 } }, { places: { most: 7 } }, ['places reduced']],
    ['a later start', { starts: 'spring 2024' }, { starts: 'autumn 2025' }, ['starts delayed']],
    ['an earlier deadline', { dueBy: '2027' }, { dueBy: '2026' }, ['dueBy brought-forward']],
    ['a deadline that is gone', { dueBy: '2024' }, { dueWords: 'in due course' }, ['dueBy dropped']],
    ['only other words', { text: 'We will do it.' }, { text: 'We remain committed.' }, ['text restated']],
  ])('names %s', (_, before, after, expected) => {
    expect(names(before, after)).toEqual(expected)
  })

  it.each([
    [['a', 'b'], ['a'], 'narrowed'],
    [['a'], ['a', 'b'], 'widened'],
    [['a'], ['b'], 'changed'],
  ])('compares who qualifies: %j to %j is %s', (before, after, name) => {
    const who = (groups: string[]) => ({ qualifies: { groups, text: groups.join(' and ').padEnd(3, '.') } })
    expect(names(who(before), who(after))).toEqual([`qualifies ${name}`])
  })

  it('names several changes at once, in a fixed order', () => {
    const before = { strength: 'explore', starts: 'spring 2024', places: { most: 8 } }
    const after = { strength: 'fund', starts: 'autumn 2025', places: { most: 10 } }
    expect(names(before, after)).toEqual(['strength strengthened', 'places increased', 'starts delayed'])
  })

  it('does not take silence on a field for a change of it', () => {
    expect(names({ money: { pounds: 1e6 } }, {})).toEqual(['text restated'])
  })
})

it.each([
  [{ pounds: 16e6, period: '2024-25' }, { pounds: 40e6, period: 'for the trial' }, 'changed'],
  [{ pounds: 16e6, period: '2024-25' }, { pounds: 40e6, period: 'for the trial', years: 3 }, 'changed'],
  [
    { pounds: 40e6, period: 'for the trial', years: 3 },
    { pounds: 126e6, period: 'for the first two years', years: 2 },
    'increased',
  ],
  [{ pounds: 9e6 }, { pounds: 3e6, period: 'for 18 months' }, 'changed'],
  [{ pounds: 9e6, years: 1 }, { pounds: 3e6, period: 'for 18 months', years: 1.5 }, 'reduced'],
  [{ pounds: 50e6, period: '2025-26' }, { pounds: 55e6, period: '2026-27' }, 'increased'],
  [{ pounds: 50e6, period: '2023-24' }, { pounds: 45e6, period: '2024-25' }, 'reduced'],
  [{ pounds: 50e6, period: 'a year' }, { pounds: 45e6, period: 'a year' }, 'reduced'],
])(
  'calls a sum more or less only where it is for the same time, or surely so: %j, %j',
  (one, other, name) => {
    expect(names({ money: one }, { money: other })).toEqual([`money ${name}`])
  },
)

it('says of which years the money is', () => {
  const before = version({ money: { pounds: 16e6, period: '2024-25' } })
  const after = version({ money: { pounds: 40e6 } })
  expect(compareVersions(before, after)).toEqual([
    { field: 'money', name: 'changed', before: '£16m (2024-25)', after: '£40m' },
  ])
})

describe('compareAlong', () => {
  const along = (...fields: Record<string, unknown>[]) =>
    compareAlong(fields.map(version)).map((drifts) =>
      drifts.map((drift) => `${drift.field} ${drift.name}`).join(', '),
    )
  const qualifies = (...groups: string[]) => ({ qualifies: { groups, text: 'These qualify.' } })

  it('sees past a version that is silent', () => {
    expect(along(qualifies('a', 'b'), { strength: 'pilot' }, qualifies('a'))).toEqual([
      '',
      'strength weakened',
      'strength strengthened, qualifies narrowed',
    ])
  })

  it('drops a date once, where words without a time take its place', () => {
    expect(along({ starts: '2024' }, {}, { dueWords: 'soon' }, { dueWords: 'in due course' })).toEqual([
      '',
      'text restated',
      'starts dropped',
      'text restated',
    ])
  })

  it('compares a date with the last one that was named', () => {
    expect(along({ starts: '2024' }, {}, { dueWords: 'soon' }, { starts: 'autumn 2025' })).toEqual([
      '',
      'text restated',
      'starts dropped',
      'starts delayed',
    ])
  })
})
