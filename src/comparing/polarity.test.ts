import { describe, expect, it } from 'vitest'
import type { Met } from './cue-matches.ts'
import { asksToStop, isGuardedly, readPolarity } from './polarity.ts'

describe('asksToStop', () => {
  it.each([
    ['The board should stop the sale of maps.', true],
    ['The board should not close the ferry.', true],
    ['The board should open a ferry.', false],
    ['The fee should not exceed two pounds.', false],
  ])('%j: %s', (text, stops) => expect(asksToStop(text)).toBe(stops))
})

describe('readPolarity', () => {
  const read = (text: string, isStopping: boolean, near = 0.5) => {
    const met: Met = new Map()
    readPolarity(text, met, near, isStopping, 3, false)
    return [...met.keys()]
  }
  it.each([
    ['The ferry will not be opened.', false, ['decline']],
    ['There will be no ferry.', false, ['decline']],
    ['The ferry will be opened.', false, []],
    ['The sale will go ahead in May.', true, ['decline']],
    ['Maps will no longer be sold.', true, ['do']],
    ['A ferry at that hour would leave the other pier without one.', false, ['decline']],
    ['A ferry at that hour would be welcome.', false, []],
    ['The old timetable will remain.', false, ['decline']],
    ['The others will continue to be met by bus.', false, ['decline']],
    ['We will continue to run the ferry.', false, []],
    ['The board has instead bought a bus.', false, ['decline']],
  ])('%j (asked to stop: %s) says %j', (text, isStopping, kinds) =>
    expect(read(text, isStopping)).toEqual(kinds),
  )

  it('hears nothing in a sentence about something else', () => {
    expect(read('The ferry will not be opened.', false, 0)).toEqual([])
  })
})

it('tells reasons from reports', () => {
  expect(isGuardedly('The cost would be high.')).toBe(true)
  expect(isGuardedly('Four patients sit on the board.')).toBe(false)
})
