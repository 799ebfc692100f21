import { describe, expect, it } from 'vitest'
import { parsePlainDate } from '../model/index.ts'
import { standingOf } from './deadline-standing.ts'
import { RECORD_SCHEMAS } from './record/index.ts'

const deadline = (fields: Record<string, unknown>) =>
  RECORD_SCHEMAS.deadline.parse({
    id: 'plan',
    title: 'A plan for the river',
    topics: ['river'],
    by: 'council',
    words: 'spring 2024',
    due: 'spring 2024',
    met: null,
    outcome: 'open',
    text: 'The plan was promised.',
    cites: [{ source: 'A' }],
    ...fields,
  })

describe('standingOf', () => {
  it.each([
    ['before its first day', {}, '2024-02-01', { kind: 'ahead', daysLeft: 120 }],
    ['while its words still allow today', {}, '2024-04-10', { kind: 'may-be-overdue' }],
    ['after its last day', {}, '2024-06-02', { kind: 'overdue', daysOverdue: 2 }],
    [
      'met within it',
      { met: '2024-05-01', outcome: 'kept' },
      '2025-01-01',
      { kind: 'kept', daysEarly: 30, isDayKnown: true },
    ],
    [
      'met on some day of a month within it, which may be the last of that month',
      { met: '2024-04', outcome: 'kept' },
      '2025-01-01',
      { kind: 'kept', daysEarly: 31, isDayKnown: false },
    ],
    [
      'met at some time that may go on after it',
      { met: '2024', outcome: 'kept' },
      '2025-01-01',
      { kind: 'kept', daysEarly: 0, isDayKnown: false },
    ],
    ['met after it', { met: '2024-06-10', outcome: 'late' }, '2025-01-01', { kind: 'late', daysLate: 10 }],
    [
      'with words that name no time',
      { due: null, words: 'in due course' },
      '2025-01-01',
      { kind: 'no-time-named' },
    ],
    ['overtaken by another promise', { outcome: 'superseded' }, '2025-01-01', { kind: 'superseded' }],
    [
      'known to be unmet on a later day, on that day',
      { outcome: 'missed', unmetOn: '2024-07-01' },
      '2024-07-01',
      { kind: 'overdue', daysOverdue: 31 },
    ],
    [
      'known to be unmet on a later day, and nothing known after it',
      { outcome: 'missed', unmetOn: '2024-07' },
      '2026-01-01',
      { kind: 'missed', daysMissed: 31 },
    ],
    ['when nobody knows', { outcome: 'unknown' }, '2025-01-01', { kind: 'not-known' }],
  ])('%s', (_, fields, today, expected) => {
    expect(standingOf(deadline(fields), parsePlainDate(today)!)).toEqual(expected)
  })

  it('is never overdue on the last day that the words can mean', () => {
    expect(standingOf(deadline({ due: '2024-05-31' }), parsePlainDate('2024-05-31')!)).toEqual({
      kind: 'ahead',
      daysLeft: 0,
    })
  })
})
