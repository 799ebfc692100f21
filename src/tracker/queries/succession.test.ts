import { describe, expect, it } from 'vitest'
import { aTracker, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { changesBeside, ladderLine } from './ladders.ts'
import { findRecord } from './records.ts'
import { handoversOf } from './succession.ts'

const { state } = aTracker(RIVER_TRACKER)
const promise = (id: string) => findRecord(state, 'commitment', id)!

describe('a change of government', () => {
  it('says what is recorded of the promise', () => {
    expect(handoversOf(state, promise('stop-spills'))).toMatchObject([
      { government: { id: 'second' }, inheritance: { fate: 'restated' }, isSaidAgain: true },
    ])
  })
  it('says each thing recorded of it under one government, oldest first', () => {
    const line = /^ {2}- \{ id: pass-spills.*$/m.exec(RIVER_TRACKER)?.[0] ?? ''
    const dropped = line
      .replace('pass-spills', 'pass-spills-later')
      .replace('2024-10-01', '2025-11-01')
      .replace('restated', 'dropped')
    const { state: later } = aTracker(RIVER_TRACKER.replace(line, `${dropped}\n${line}`))
    expect(
      handoversOf(later, findRecord(later, 'commitment', 'stop-spills')!).map(
        (each) => each.inheritance?.fate,
      ),
    ).toEqual(['restated', 'dropped'])
  })
  it('says of an open promise that nothing is recorded', () => {
    expect(handoversOf(state, promise('fish-ladders'))).toMatchObject([
      { government: { id: 'second' }, inheritance: null, isSaidAgain: false },
    ])
  })
  it('is none for a promise that is younger, or that had been refused', () => {
    const [version] = promise('fish-ladders').versions
    if (version === undefined) throw new Error('the example has a version')
    const later = { ...version, on: promise('stop-spills').versions.at(-1)?.on ?? version.on }
    expect(handoversOf(state, { ...promise('fish-ladders'), id: 'young', versions: [later] })).toEqual([])
    const refused = { ...version, strength: 'reject' as const }
    expect(handoversOf(state, { ...promise('fish-ladders'), id: 'refused', versions: [refused] })).toEqual([])
  })
})

describe('what a rung does not show', () => {
  it('is less or more of anything but strength', () => {
    const { steps } = ladderLine(promise('stop-spills'))
    // A law became a consultation, which is strength; then a trial with less money for fewer people, a year later.
    expect(steps.map(changesBeside)).toEqual([
      { isMore: false, isLess: false },
      { isMore: false, isLess: false },
      { isMore: false, isLess: true },
    ])
  })
})
