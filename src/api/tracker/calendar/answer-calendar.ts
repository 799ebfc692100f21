/** Calendars by the address of their page: all deadlines, and those of a topic. */
import type { PlainDate } from '../../../model/index.ts'
import { findTopic, type Need } from '../../../tracker/index.ts'
import { type AnswerOptions, askPart, readDay, readParameters } from '../http/asked.ts'
import { deadlinesCalendar } from './deadlines-calendar.ts'

/** Null where the page has no calendar. Throws Problems. */
export async function answerCalendar(
  request: Request,
  options: AnswerOptions,
  { page }: { page: string },
): Promise<Response | null> {
  const url = new URL(request.url)
  const id = /^\/topics\/([^/]+)$/.exec(page)?.[1]
  if (page !== '/deadlines' && id === undefined) return null
  const asked = readParameters(url, page === '/deadlines' ? ['topic'] : [])
  const asAt = readDay(asked.as_at, options)
  const topicId = id ?? (asked.topic || undefined)
  const ask = askPart(options, { url, asAt })
  const { at, part } = await ask(
    topicId === undefined ? comingFrom(asAt ?? options.today()) : ofTopic(topicId),
  )
  const topic = topicId === undefined ? undefined : findTopic(at.state, topicId)
  if (topicId !== undefined && topic === undefined) return null
  const most = part.run === undefined ? {} : { most: MOST }
  const body = await deadlinesCalendar(at, topic === undefined ? most : { topic })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${at.settings.id}-deadlines${topic ? `-${topic.id}` : ''}.ics"`,
    },
  })
}

/** A calendar of tens of thousands of days helps nobody: of a large record, so many that come next; each topic has all of its own. */
const MOST = 500

const comingFrom = (day: PlainDate): Need => ({
  kind: 'run',
  type: 'deadline',
  order: 'sorted',
  after: { sort: day, first: 0 },
  limit: MOST,
  reach: 'names',
})

const ofTopic = (id: string): Need => ({ kind: 'record', type: 'topic', id, reach: 'all' })
