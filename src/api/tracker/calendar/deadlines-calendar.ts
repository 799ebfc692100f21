/** Deadlines as a calendar (RFC 5545): whole days, a range where the words can mean several, none where they name none. */
import type { ICalCalendar } from 'ical-generator'
import { deadlinesOn, nameOf, type StandingDeadline } from '../../../tracker/index.ts'
import { cleanLine, cleanXml } from '../clean-text.ts'
import { stableUuid } from '../stable-id.ts'
import { addressOf, pageOf, type Standpoint } from '../standpoint.ts'
import { sayDate, sayDay, sayStanding } from '../words.ts'

interface CalendarOf {
  /** Only deadlines of this topic. */
  readonly topic?: { readonly id: string; readonly title: string }
  /** Set where there are more than a calendar can hold: these are the next so many. */
  readonly most?: number
}

const ONE_DAY = 86_400_000

/**
 * The same deadlines as on the page, told as of the day. Dates that an event ends on are the day after, as RFC 5545
 * counts them. Loads the calendar writer.
 */
export async function deadlinesCalendar(at: Standpoint, { topic, most }: CalendarOf = {}): Promise<string> {
  const { default: createCalendar } = await import('ical-generator')
  const all = deadlinesOn(at.state, at.today, topic?.id)
  const dated = all.filter(({ deadline }) => deadline.due !== null)
  const calendar = createCalendar({
    prodId: { company: 'Holdfast', product: 'Tracker', language: 'EN' },
    name: inHeader(`${at.settings.title}: deadlines${topic ? `, ${topic.title}` : ''}`),
    description: inHeader(
      `${most === undefined ? '' : `The next ${most} at most; the calendar of a topic has all of its own. `}${describe(at, all)}`,
    ),
    url: addressOf(at, topic ? `/topics/${topic.id}` : '/deadlines'),
    ttl: 24 * 60 * 60,
  })
  for (const each of dated) addDeadline(calendar, at, each)
  return `${calendar.toString()}\r\n`
}

/**
 * ical-generator escapes what stands in events and not what stands in the calendar's own name and description: a line
 * break there would begin a line of its own.
 */
const inHeader = (text: string): string =>
  cleanLine(text).replaceAll(/[\\;,]/g, (character) => `\\${character}`)

function describe({ settings, today }: Standpoint, all: readonly StandingDeadline[]): string {
  const vague = all.filter(({ deadline }) => deadline.due === null)
  const left =
    vague.length === 0
      ? ''
      : ` ${vague.length} ${vague.length === 1 ? 'promise names' : 'promises name'} no time and cannot stand in a calendar: ${vague
          .map(({ deadline }) => `${deadline.title} (“${deadline.words}”)`)
          .join('; ')}.`
  return `Times by which something was promised, as known on ${sayDay(today)}. Where the words can mean several days, the event covers them all.${left} ${settings.keeper}`
}

function addDeadline(calendar: ICalCalendar, at: Standpoint, { deadline, standing }: StandingDeadline): void {
  const { id, title, by, words, due, met, text, cites, topics } = deadline
  if (due === null) return
  const kept = at.state.records.deadline.get(id)
  const { word, detail } = sayStanding(standing)
  const range = due.from === due.to ? '' : ` (“${cleanLine(words)}”)`
  const sources = cites.map(({ source }) => pageOf(at, 'source', source))
  const lines = [
    `${word} ${detail}`.trim(),
    `${nameOf(at.state, by)} said: “${words}”, which can mean ${sayDate({ ...due, words: '' })}.`,
    ...(met === null ? [] : [`Met: ${sayDate(met)}.`]),
    text,
    `Sources: ${[...new Set(sources)].join(' ')}`,
  ]
  const recorded = new Date(kept?.recordedAt ?? `${at.settings.recordedOn}T00:00:00Z`)
  calendar.createEvent({
    id: stableUuid(at.settings.id, 'deadline', id),
    sequence: Math.max(0, (kept?.events.length ?? 1) - 1),
    stamp: recorded,
    lastModified: recorded,
    allDay: true,
    timezone: 'UTC',
    start: new Date(due.from),
    end: new Date(Date.parse(due.to) + ONE_DAY),
    summary: `${word}: ${cleanLine(title)}${range}`,
    description: cleanXml(lines.join('\n')),
    url: pageOf(at, 'deadline', id),
    categories: topics.map((topic) => ({
      name: cleanLine(at.state.records.topic.get(topic)?.body.title ?? topic),
    })),
  })
}
