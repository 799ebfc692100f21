import { describe, expect, it } from 'vitest'
import { aTracker, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { foldEvents, type TrackerState } from '../fold.ts'
import { countCitations } from './evidence.ts'
import { nameAnswer, watchAnswers } from './named-answers.ts'
import { findTopic } from './records.ts'
import { standingOfTopic, standingsOfTopics } from './standing.ts'

const whole = foldEvents(aTracker(RIVER_TRACKER).events)

/** A state none of whose records may be read. */
function closed(): { state: TrackerState; seen: string[] } {
  const records = new Proxy(whole.records, {
    get(_, type) {
      throw new Error(`${String(type)} was read`)
    },
  })
  const state = { ...whole, records }
  const seen: string[] = []
  watchAnswers(state, { whole, see: (answers) => seen.push(answers) })
  return { state, seen }
}

describe('an answer with a name', () => {
  const countTopics = nameAnswer('topics', ({ records }) => records.topic.size)

  it('is the same of a state that is watched, whose records are not read for it', () => {
    const { state, seen } = closed()
    expect([countTopics(state), countTopics(whole)]).toEqual([
      whole.records.topic.size,
      whole.records.topic.size,
    ])
    expect(seen).toEqual(['topics'])
  })

  it('is told each time, whoever asked before', () => {
    const { state, seen } = closed()
    countTopics(state)
    countTopics(state)
    expect(seen).toEqual(['topics', 'topics'])
  })

  it('is written as a text that differs where it does', () => {
    const fewer = { ...whole, records: { ...whole.records, topic: new Map() } }
    expect(countTopics.write(whole)).toBe(`${whole.records.topic.size}`)
    expect(countTopics.write(fewer)).toBe('0')
  })
})

describe('the answers that pages share', () => {
  it('tells where every topic stands, as asking for one does', () => {
    const sewage = findTopic(whole, 'sewage')!
    const { state, seen } = closed()
    expect(standingOfTopic(state, sewage)).toEqual(standingOfTopic(whole, sewage))
    expect(seen).toEqual(['standings'])
    expect(standingsOfTopics.write(whole)).toContain('"sewage"')
  })

  it('tells how often each source is cited', () => {
    const { state, seen } = closed()
    expect(countCitations(state)).toEqual(countCitations(whole))
    expect(seen).toEqual(['citations'])
    const [id] = [...countCitations(whole).keys()]
    expect(countCitations.write(whole)).toContain(`"${id}"`)
  })
})
