import { describe, expect, it } from 'vitest'
import { aTracker, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { RECORD_TYPES } from '../../tracker/index.ts'
import { titleOf } from './record-title.ts'

const { state } = aTracker(RIVER_TRACKER)

describe('titleOf', () => {
  it('tells a look by what was looked for, and when', () => {
    expect(titleOf(state, 'look', 'look-ladders')).toMatch(/^Looked for: .*, 1 December 2025$/)
  })
  it('tells every record in words, not by its id', () => {
    const told = RECORD_TYPES.flatMap((type) =>
      [...state.records[type].keys()].map((id) => ({ id, title: titleOf(state, type, id) })),
    )
    expect(told.length).toBeGreaterThan(20)
    for (const { id, title } of told) expect(title.split(': ')[1]).not.toBe(id)
  })
})
