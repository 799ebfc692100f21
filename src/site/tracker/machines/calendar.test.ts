import { describe, expect, it, vi } from 'vitest'
import { readCalendar } from '../../../../test/builders/read-calendar.ts'
import { aTracker, RIVER_TRACKER } from '../../../../test/builders/tracker.ts'
import { parsePlainDate } from '../../../model/index.ts'
import { createTrackerSite } from '../app.tsx'

const siteOf = (...texts: string[]) =>
  createTrackerSite({ reader: aTracker(...texts).reader, today: () => parsePlainDate('2026-02-01')! })
const site = siteOf(RIVER_TRACKER)
const get = async (path: string, from = site) => {
  const response = await from.request(`https://rivers.example${path}`)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('the calendar of deadlines', () => {
  it('holds each that names a time, on all days its words can mean', async () => {
    const { status, headers, text } = await get('/deadlines.ics')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const { events } = readCalendar(text)
    expect(events.map(({ SUMMARY, DTSTART, DTEND }) => [SUMMARY, DTSTART, DTEND])).toEqual([
      ['Replaced: The law is passed (“spring 2024”)', '2024-03-01', '2024-06-01'],
      ['Kept: The count begins (“in 2024”)', '2024-01-01', '2025-01-01'],
      ['Overdue: The trial ends', '2025-06-30', '2025-07-01'],
    ])
  })

  it('tells of each where it stands, who said it and what it rests on', async () => {
    const { events } = readCalendar((await get('/deadlines.ics')).text)
    expect(events[2]).toMatchObject({
      UID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      DTSTAMP: '20260131T000000Z',
      SEQUENCE: '0',
      URL: 'https://rivers.example/deadlines#trial-2025',
      CATEGORIES: 'Sewage in rivers',
    })
    expect(events[2]?.DESCRIPTION).toBe(
      'Overdue for 7 months\nThe Water Office said: “by 30 June 2025”, which can mean 30 June 2025.\nNo end was told.\nSources: https://rivers.example/sources/SPEECH',
    )
  })

  it('says which it had to leave out', async () => {
    const { header } = readCalendar((await get('/deadlines.ics')).text)
    expect(header['X-WR-CALDESC']).toContain(
      '1 promise names no time and cannot stand in a calendar: Ladders are ready (“in good time”).',
    )
    expect(header['X-WR-CALNAME']).toBe('Rivers: deadlines')
  })

  it('can be of one topic, and as it stood on a day', async () => {
    const { events, header } = readCalendar((await get('/topics/fish.ics')).text)
    expect([events, header['X-WR-CALNAME']]).toEqual([[], 'Rivers: deadlines, Fish'])
    const same = [(await get('/topics/sewage.ics')).text, (await get('/deadlines.ics?topic=sewage')).text]
    expect(same[0]).toBe(same[1])
    const past = readCalendar((await get('/deadlines.ics?as_at=2024-12-01')).text)
    expect(past.events.at(-1)?.SUMMARY).toBe('Ahead: The trial ends')
    expect(readCalendar((await get('/deadlines.ics?as_at=1990-01-01')).text).events).toEqual([])
  })

  it('is the same bytes each time, and the same names at every address', async () => {
    const one = (await get('/deadlines.ics')).text
    expect((await get('/deadlines.ics')).text).toBe(one)
    const there = await (await site.request('https://elsewhere.example/deadlines.ics')).text()
    expect(readCalendar(there).events.map(({ UID }) => UID)).toEqual(
      readCalendar(one).events.map(({ UID }) => UID),
    )
  })

  it.each(['Pacific/Kiritimati', 'America/Los_Angeles'])(
    'names the same days on a machine in %s',
    async (zone) => {
      const one = (await get('/deadlines.ics')).text
      vi.stubEnv('TZ', zone)
      expect((await get('/deadlines.ics')).text).toBe(one)
      vi.unstubAllEnvs()
    },
  )

  it('is broken by no words', async () => {
    const hostile = `a;b, c\\ "d"\\nBEGIN:VEVENT\r\nEND:VCALENDAR \u202E${'é'.repeat(90)}`
    const quoted = JSON.stringify(hostile)
    const content = RIVER_TRACKER.replace('title: Rivers', `title: ${quoted}`)
      .replace('title: The trial ends', `title: ${quoted}`)
      .replace('words: by 30 June 2025', `words: ${quoted}`)
      .replace('text: No end was told.', `text: ${quoted}`)
      .replace('title: Ladders are ready', `title: ${quoted}`)
    const { events, header } = readCalendar((await get('/deadlines.ics', siteOf(content))).text)
    expect(events).toHaveLength(3)
    expect(events[2]?.DESCRIPTION).toContain('END:VCALENDAR')
    expect(header['X-WR-CALNAME']).toContain('BEGIN:VEVENT')
  })

  it.each(['/topics/none.ics', '/promises.ics', '/deadlines.ics?topic=none'])('%s is none', async (path) => {
    expect((await get(path)).status).toBe(404)
  })
})
