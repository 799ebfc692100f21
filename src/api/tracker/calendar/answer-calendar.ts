/** Calendars by the address of their page: all deadlines, and those of a topic. */
import { findTopic } from '../../../tracker/index.ts'
import { type AnswerOptions, readDay, readParameters, readStandpoint } from '../http/asked.ts'
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
  const asAt = readDay(asked.as_at)
  const topicId = id ?? (asked.topic || undefined)
  const need =
    id === undefined ? ({ kind: 'whole' } as const) : ({ kind: 'record', type: 'topic', id } as const)
  const at = await readStandpoint(options, { url, asAt, need })
  const topic = topicId === undefined ? undefined : findTopic(at.state, topicId)
  if (topicId !== undefined && topic === undefined) return null
  const body = await deadlinesCalendar(at, topic === undefined ? {} : { topic })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${at.settings.id}-deadlines${topic ? `-${topic.id}` : ''}.ics"`,
    },
  })
}
