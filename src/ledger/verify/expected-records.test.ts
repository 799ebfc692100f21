import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TrackerEvent } from '../../tracker/index.ts'
import { projectEvent, type RecordRow, recordKey } from '../store/project.ts'
import { createExpectedRecords } from './expected-records.ts'

const eventOf = (sequence: number, id: string, words: string | null): TrackerEvent =>
  ({
    sequence,
    recordedAt: '2026-01-31T00:00:00.000Z',
    by: 'a test',
    action: words === null ? 'withdrawn' : 'recorded',
    type: 'group',
    id,
    reason: null,
    body: words === null ? null : { id, name: words, plain: words, order: sequence },
  }) as unknown as TrackerEvent // a group, or none

const events = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.string())), { maxLength: 200 })
  .map((list) => list.map(([id, words], at) => eventOf(at + 1, `g${id}`, words)))

function rowsOf(all: readonly TrackerEvent[]): RecordRow[] {
  const rows = new Map<string, RecordRow>()
  for (const event of all) rows.set(recordKey(event), projectEvent(event, rows.get(recordKey(event)) ?? null))
  return [...rows.values()]
}

const expectedOf = (all: readonly TrackerEvent[]) => {
  const expected = createExpectedRecords(4)
  for (const event of all) expected.add(event)
  return expected
}

describe('what is expected of the records', () => {
  it('is what the log makes of them, whatever was withdrawn and recorded again', () => {
    fc.assert(
      fc.property(events, (all) => {
        const expected = expectedOf(all)
        const rows = rowsOf(all)
        expect(expected.size).toBe(rows.length)
        expect(expected.rest()).toEqual(
          rows.map(({ sequence }) => sequence).sort((one, other) => one - other),
        )
        for (const row of rows) expect(expected.take(row)).toBe('same')
        expect(expected.rest()).toEqual([])
      }),
    )
  })

  it.each([
    ['body', '{}'],
    ['sequence', 7],
    ['first', 2],
    ['recorded_at', '2026-02-01T00:00:00.000Z'],
    ['sort', 'elsewhere'],
  ])('is not a row with another %s', (column, value) => {
    const all = [eventOf(1, 'one', 'first'), eventOf(2, 'two', 'second')]
    const [row] = rowsOf(all)
    expect(expectedOf(all).take({ ...row, [column]: value } as RecordRow)).toBe('other')
  })

  it('knows no row of a record that the log has not, nor one twice', () => {
    const all = [eventOf(1, 'one', 'first')]
    const expected = expectedOf(all)
    const [row] = rowsOf(all)
    expect(expected.take(rowsOf([eventOf(1, 'other', 'first')])[0] as RecordRow)).toBe('unknown')
    expect([expected.take(row as RecordRow), expected.take(row as RecordRow)]).toEqual(['same', 'unknown'])
  })
})
