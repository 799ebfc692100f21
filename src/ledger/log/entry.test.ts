import { describe, expect, it } from 'vitest'
import type { TrackerEvent } from '../../tracker/index.ts'
import { parseEntry, START, writeEntry } from './entry.ts'
import { sha256 } from './hash.ts'

const event = {
  sequence: 1,
  recordedAt: '2026-01-31T00:00:00.000Z',
  by: 'An editor',
  action: 'withdrawn',
  type: 'topic',
  id: 'sewage',
  reason: 'It was there twice.',
  body: null,
} satisfies TrackerEvent

describe('an entry', () => {
  const one = sha256('one')
  const other = sha256('other')
  const written = writeEntry({ event, documents: [one, other], previous: START })

  it('is written in one spelling, whatever the order it came in', () => {
    expect(written.text).toBe(
      `{"documents":["${[one, other].sort().join('","')}"],"event":{"action":"withdrawn","body":null,"by":"An editor",` +
        `"id":"sewage","reason":"It was there twice.","recordedAt":"2026-01-31T00:00:00.000Z","sequence":1,"type":"topic"},` +
        `"previous":"${START}"}`,
    )
    expect(writeEntry({ documents: [other, one], previous: START, event: { ...event } })).toEqual(written)
  })

  it('has the hash of a leaf: a zero byte, then the text', () => {
    expect(written.hash).toBe(sha256(`\0${written.text}`))
  })

  it('is read back as it was', () => {
    expect(writeEntry(parseEntry(written.text))).toEqual(written)
  })

  it.each([
    ['the event', { event: { ...event, by: 'Another editor' } }],
    ['the documents', { documents: [one] }],
    ['what stood before', { previous: other }],
  ])('gets another hash when %s changes', (_, change) => {
    expect(writeEntry({ event, documents: [one, other], previous: START, ...change }).hash).not.toBe(
      written.hash,
    )
  })
})
