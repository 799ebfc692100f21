import { describe, expect, it } from 'vitest'
import { aTracker, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { foldEvents, type TrackerState } from '../fold.ts'
import { oncePerRecords } from './once.ts'
import { listRecords } from './records.ts'
import { decisionsOf } from './standing.ts'
import { timelineOf } from './timeline.ts'

const state = foldEvents(aTracker(RIVER_TRACKER).events)

describe('what is made of all records', () => {
  function counting() {
    let made = 0
    const count = oncePerRecords((of) => {
      made += 1
      return of.records.topic.size
    })
    return { count, made: () => made }
  }

  it('is made once for states of the same records, and again where any of them is another', () => {
    const { count, made } = counting()
    expect([count(state), count({ ...state }), count({ ...state, head: state.head + 1 })]).toEqual([
      state.records.topic.size,
      state.records.topic.size,
      state.records.topic.size,
    ])
    expect(made()).toBe(1)
    count({ ...state, records: { ...state.records, look: new Map(state.records.look) } })
    count({ ...state, corrections: [...state.corrections] })
    expect(made()).toBe(3)
  })

  it('looks at every type also when it was made before, so that who watches learns what it rests on', () => {
    const { count } = counting()
    count(state)
    const looked: PropertyKey[] = []
    const records = new Proxy(state.records, {
      get(target, type) {
        looked.push(type)
        return Reflect.get(target, type)
      },
    })
    count({ ...state, records } satisfies TrackerState)
    expect(new Set(looked)).toEqual(new Set(Object.keys(state.records)))
  })
})

describe('what is found by an index', () => {
  it('are a topic’s entries of the timeline as looking at each finds them', () => {
    const all = timelineOf(state, null)
    for (const { id } of listRecords(state, 'topic'))
      expect(timelineOf(state, id)).toEqual(all.filter(({ topics }) => topics.includes(id)))
    expect(timelineOf(state, 'nowhere')).toEqual([])
  })

  it('are a topic’s decisions in the order of their days, and of one day as they were recorded', () => {
    const day = { words: '1 May 2024', from: '2024-05-01', to: '2024-05-01' }
    const kept = [...state.records.decision.values()][0]
    const [asked = ''] = kept?.body.answers ?? []
    const twins = ['b', 'c', 'a'].map((id) => [id, { ...kept, id, body: { ...kept?.body, id, on: day } }])
    const decision = new Map(twins as [string, never][]) // bodies of decisions that differ in id and day alone
    const topic = state.records.recommendation.get(asked)?.body.topics[0] ?? ''
    const found = decisionsOf({ ...state, records: { ...state.records, decision } }, topic)
    expect(found.map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  })
})
