import { describe, expect, it } from 'vitest'
import { EMPTY_FRONTIER } from '../log/merkle.ts'
import { EMPTY_CHECKPOINT, frontierOf, parseCheckpoint, toRow, writeCheckpoint } from './checkpoint.ts'

describe('a checkpoint', () => {
  it('is read as it was written', () => {
    expect(parseCheckpoint(` ${writeCheckpoint(EMPTY_CHECKPOINT)}\n`)).toEqual(EMPTY_CHECKPOINT)
  })

  it.each([
    '',
    '12',
    `12:${'a'.repeat(63)}`,
    `12:${'A'.repeat(64)}`,
    `-1:${'a'.repeat(64)}`,
    `x:${'a'.repeat(64)}`,
  ])('is not read from "%s"', (text) => {
    expect(() => parseCheckpoint(text)).toThrow('is no checkpoint')
  })

  it('of nothing is that of an empty log', () => {
    expect(frontierOf(undefined)).toEqual(EMPTY_FRONTIER)
    expect(toRow(EMPTY_FRONTIER)).toMatchObject(EMPTY_CHECKPOINT)
  })
})
