import { describe, expect, it } from 'vitest'
import { aTracker, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { parsePlainDate } from '../../model/index.ts'
import { firstDayOf, stateAsAt } from './as-at.ts'
import { historyOf, thenAndNow } from './commitment-history.ts'
import { deadlinesOn } from './deadlines.ts'
import { citationsOf, evidenceOf } from './evidence.ts'
import { ladderOfTopic, yearsOfPromises } from './ladders.ts'
import { leftOutOf } from './left-out.ts'
import { findRecord, findTopic, listRecords, listTopics } from './records.ts'
import { deliveryOf, standingOfTopic } from './standing.ts'
import { lastChanges, timelineOf } from './timeline.ts'

const { state, settings } = aTracker(RIVER_TRACKER)
const day = (text: string) => parsePlainDate(text)!
const asAt = (text: string) => stateAsAt(state, day(text), settings.recordedOn)

describe('the tracker as it stood on a day', () => {
  it.each([
    ['2023-02-28', 0],
    ['2023-03-01', 1],
    ['2024-06-30', 1], // "2024" can mean its last day
    ['2024-10-01', 3], // what stands before a version that was said was said too
    ['2026-01-31', 3],
  ])('on %s shows %i versions', (text, count) => {
    expect(findRecord(asAt(text), 'commitment', 'stop-spills')?.versions.length ?? 0).toBe(count)
  })

  it('forgets what became of an ask and a deadline', () => {
    expect(findRecord(asAt('2023-06-01'), 'ask', 'ask-count')).toMatchObject({ state: 'open' })
    expect(findRecord(asAt('2023-06-01'), 'ask', 'ask-count')?.stateReason).toBeUndefined()
    expect(findRecord(asAt('2024-06-01'), 'ask', 'ask-count')?.state).toBe('met')
    expect(findRecord(asAt('2024-01-01'), 'deadline', 'count-2023')).toMatchObject({
      met: null,
      outcome: 'open',
    })
    expect(findRecord(asAt('2024-06-01'), 'deadline', 'count-2023')?.met).not.toBeNull()
  })

  it('knows a deadline from the version that named it', () => {
    expect(findRecord(asAt('2024-09-30'), 'deadline', 'trial-2025')).toBeUndefined()
    expect(findRecord(asAt('2024-10-01'), 'deadline', 'trial-2025')).toBeDefined()
  })

  it('keeps only the figures of periods that were over, and the looks and verdicts there were', () => {
    const past = asAt('2024-03-01')
    expect(findRecord(past, 'indicator', 'spills')?.series).toHaveLength(1)
    expect(listRecords(past, 'look')).toEqual([])
    expect(listRecords(past, 'assessment').map(({ id }) => id)).toEqual(['judged-2024'])
    expect(listRecords(past, 'government').map(({ id }) => id)).toEqual(['first'])
  })

  it('is the state itself from the day it was recorded, and knows its own first day', () => {
    expect(asAt('2026-01-31')).toBe(state)
    expect(firstDayOf(state)).toBe('2022-06-01')
    expect(firstDayOf(asAt('2000-01-01'))).toBeNull()
  })

  it('never shows more on an earlier day than on a later one', () => {
    const days = [
      '2022-01-01',
      '2022-06-01',
      '2023-03-01',
      '2024-05-31',
      '2024-10-01',
      '2025-07-01',
      '2026-01-20',
    ]
    const sizes = days.map((text) => timelineOf(asAt(text), null).length)
    expect([...sizes].sort((one, other) => one - other)).toEqual(sizes)
    expect(sizes[0]).toBe(0)
  })
})

describe('where a topic stands', () => {
  it('takes each axis from its own record', () => {
    const standing = standingOfTopic(state, findTopic(state, 'sewage')!)
    expect(standing.reply?.id).toBe('dec-stop')
    expect(standing.promise?.version.strength).toBe('pilot')
    expect(standing.delivery).toMatchObject({ kind: 'event', event: { id: 'spills-unclear' } })
    expect(standing.verdict?.id).toBe('judged-2026')
  })

  it('tells nothing found from not looked at', () => {
    expect(deliveryOf(state, 'fish-ladders')).toMatchObject({
      kind: 'nothing-found',
      look: { id: 'look-ladders' },
    })
    expect(deliveryOf(asAt('2025-01-01'), 'fish-ladders')).toEqual({ kind: 'not-looked-at' })
  })

  it('is found by the id it used to have, and listed in order', () => {
    expect(findTopic(state, 'spills')?.id).toBe('sewage')
    expect(listTopics(state).map(({ id }) => id)).toEqual(['sewage', 'fish'])
  })
})

describe('promises over time', () => {
  it('gives each version its rung', () => {
    const [line] = ladderOfTopic(state, 'sewage')
    expect(line?.steps.map(({ strength, rung }) => [strength, rung])).toEqual([
      ['legislate', 8],
      ['consult', 4],
      ['pilot', 5],
    ])
    expect(yearsOfPromises(state)).toEqual([2023, 2024])
    expect(yearsOfPromises(asAt('2020-01-01'))).toBeNull()
  })

  it('names what each version changed', () => {
    const commitment = findRecord(state, 'commitment', 'stop-spills')!
    const names = historyOf(commitment).map(({ drifts }) =>
      drifts.map(({ field, name }) => `${field} ${name}`),
    )
    expect(names[0]).toEqual([])
    expect(names[1]).toEqual(['strength weakened'])
    expect(names[2]).toEqual(
      expect.arrayContaining([
        'strength strengthened',
        'money reduced',
        'dueBy delayed',
        'qualifies narrowed',
      ]),
    )
  })

  it('sets two versions side by side, and takes silence for no change', () => {
    const { versions } = findRecord(state, 'commitment', 'stop-spills')!
    const pair = thenAndNow(versions[0]!, versions[1]!)
    expect(pair.fields.find(({ field }) => field === 'money')).toEqual({
      field: 'money',
      earlier: '£2m',
      later: null,
    })
    expect(pair.drifts.map(({ name }) => name)).toEqual(['weakened'])
  })
})

describe('who is left out', () => {
  it('has a cell for every pair, the help that reaches most first', () => {
    const { rows, groups } = leftOutOf(state)
    expect(groups.map(({ id }) => id)).toEqual(['swimmers', 'boaters'])
    expect(rows.map(({ support, cells }) => [support.id, cells.map((cell) => cell.state)])).toEqual([
      ['alerts', ['included', 'excluded']],
      ['hotline', ['not-looked-at', 'not-looked-at']],
    ])
    expect(rows[0]?.cells[0]?.history).toHaveLength(2)
  })
  it('is as it was', () => {
    expect(leftOutOf(asAt('2024-01-01')).rows[0]?.cells[0]?.state).toBe('conditional')
  })
})

describe('deadlines on a day', () => {
  it.each([
    ['2025-06-30', 'ahead'],
    ['2025-07-01', 'overdue'],
  ])('on %s one is %s', (text, kind) => {
    const trial = deadlinesOn(state, day(text)).find(({ deadline }) => deadline.id === 'trial-2025')
    expect(trial?.standing.kind).toBe(kind)
  })
  it('are in order, those without a day last', () => {
    expect(deadlinesOn(state, day('2026-01-31')).map(({ deadline }) => deadline.id)).toEqual([
      'law-2024',
      'count-2023',
      'trial-2025',
      'ladders-someday',
    ])
    expect(deadlinesOn(state, day('2026-01-31'), 'fish')).toHaveLength(1)
  })
})

describe('what happened', () => {
  it('is told in order, by topic', () => {
    const days = timelineOf(state, 'sewage').map(({ on }) => on.from)
    expect([...days].sort()).toEqual(days)
    expect(timelineOf(state, 'fish').map(({ id }) => id)).toEqual(['fish-ladders'])
  })
  it('last is newest first and holds no opinion', () => {
    expect(lastChanges(state, 2).map(({ id }) => id)).toEqual(['spills-unclear', 'stop-spills'])
  })
  it('last is the end of the whole, however many are asked for', () => {
    const kinds = ['promised', 'replied', 'done']
    const all = timelineOf(state, null).filter(({ what }) => kinds.includes(what))
    for (const count of [0, 1, 2, 3, 5, all.length, all.length + 3])
      expect(lastChanges(state, count)).toEqual(all.toReversed().slice(0, count))
  })
})

describe('evidence', () => {
  it('keeps place, quote and note, and passes over a source that is gone', () => {
    const cites = [{ source: 'LETTER', at: 'p. 2', quote: 'stop' }, { source: 'GONE' }]
    expect(evidenceOf(state, cites)).toEqual([
      { source: findRecord(state, 'source', 'LETTER'), at: 'p. 2', quote: 'stop', note: null },
    ])
  })
  it('finds every record that rests on a source', () => {
    const cited = citationsOf(state, 'LETTER').map(({ type, id }) => `${type} ${id}`)
    expect(cited).toEqual([
      'organisation anglers',
      'recommendation rec-stop',
      'ask ask-count',
      'assessment judged-2024',
      'position anglers-on-plan',
      'conflict how-many',
    ])
  })
})
