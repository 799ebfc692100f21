import { expect, it } from 'vitest'
import { aTracker, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { foldEvents } from '../../tracker/index.ts'
import { type Look, trackState } from './tracked-state.ts'

const whole = foldEvents(aTracker(RIVER_TRACKER).events)

it('tells each part that is looked at, once, and again for the next page', () => {
  const looks: Look[] = []
  const { state, rearm } = trackState(whole, (at) => looks.push(at))
  const look = () => [state.records.topic, state.records.topic, state.corrections, state.settings]
  const found = [whole.records.topic, whole.records.topic, whole.corrections, whole.settings]
  expect(look()).toEqual(found)
  expect(looks).toEqual(['type topic', 'corrections'])
  look()
  expect(looks).toHaveLength(2)
  rearm()
  expect(look()).toEqual(found)
  expect(looks).toEqual(['type topic', 'corrections', 'type topic', 'corrections'])
  expect([state.records.look, state.head]).toEqual([whole.records.look, whole.head])
  expect(looks.slice(4)).toEqual(['type look', 'whole'])
})

it('has every type, as the state has', () => {
  expect(Object.keys(trackState(whole, () => undefined).state.records)).toEqual(Object.keys(whole.records))
})
