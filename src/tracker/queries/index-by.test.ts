import { describe, expect, it } from 'vitest'
import { aTracker, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { foldEvents } from '../fold.ts'
import { decisionsAnswering, indexBy } from './index-by.ts'
import { listRecords } from './records.ts'

const state = foldEvents(aTracker(RIVER_TRACKER).events)

describe('records by what they name', () => {
  it('are those that looking at each one finds, in the same order', () => {
    const answering = listRecords(state, 'decision').flatMap(({ answers }) => answers)
    expect(answering.length).toBeGreaterThan(0)
    for (const id of answering)
      expect(decisionsAnswering(state, id)).toEqual(
        listRecords(state, 'decision').filter(({ answers }) => answers.includes(id)),
      )
  })

  it('are there once where they name a thing twice, and not at all for a name that nothing has', () => {
    const twice = indexBy('topic', ({ id }) => [id, id])
    expect(twice(state, 'sewage')).toHaveLength(1)
    expect(twice(state, 'nowhere')).toEqual([])
    expect(twice(state, 'constructor')).toEqual([])
  })

  it('are those of the state that is asked', () => {
    const none = { ...state, records: { ...state.records, decision: new Map() } }
    for (const { answers } of listRecords(state, 'decision'))
      for (const id of answers) expect(decisionsAnswering(none, id)).toEqual([])
  })
})
