/** The addresses of what changed: /changes, the history of a record below it, and /compare for a page on two days. */
import type { Context, Hono } from 'hono'
import { HoldfastError } from '../../../model/index.ts'
import type { RecordType, TrackerEvent, TrackerPart } from '../../../tracker/index.ts'
import { RECORD_TYPES } from '../../../tracker/index.ts'
import { respond, respondKept, type TrackerSiteOptions } from '../respond.ts'
import type { View } from '../view.ts'
import { changesPage, ON_A_PAGE } from './changes-page.tsx'
import { addCompareRoute } from './compare-route.ts'
import { recordHistoryPage } from './record-history-page.tsx'

export function addChangeRoutes(app: Hono, options: TrackerSiteOptions): void {
  app.get('/changes', (context) =>
    respondKept(context, options, () =>
      respond(
        context,
        options,
        (asAt) => readChanges(options, asAt),
        (view, part) => changes(context, view, part),
      ),
    ),
  )
  app.get('/changes/:type/:id{.+}', (context) => {
    const [type, id] = [context.req.param('type'), context.req.param('id')]
    return respondKept(context, options, () =>
      respond(
        context,
        options,
        () => readHistory(options, type, id),
        (view, { events }) => (events.length === 0 ? null : recordHistoryPage(view, events)),
      ),
    )
  })
  addCompareRoute(app, options)
}

interface EventsPart extends TrackerPart {
  readonly events: readonly TrackerEvent[]
}

/** A record of more events is told by its newest. */
const MOST_EVENTS = 50_000

/** All events by the day asked for, oldest first; the whole state for their names, where it is not too large. */
async function readChanges(options: TrackerSiteOptions, asAt: string | null): Promise<EventsPart> {
  const { reader } = options
  const part = await readWhole(options)
  const { size } = part.head
  const events = await reader.readEvents({ after: Math.max(0, size - MOST_EVENTS), limit: MOST_EVENTS })
  return {
    ...part,
    events: asAt === null ? events : events.filter(({ recordedAt }) => recordedAt.slice(0, 10) <= asAt),
  }
}

async function readWhole({ reader }: TrackerSiteOptions): Promise<TrackerPart> {
  try {
    return await reader.readPart({ kind: 'whole' }, null)
  } catch (error) {
    // Names then come from the events themselves.
    if (error instanceof HoldfastError && error.code === 'record_too_large')
      return reader.readPart({ kind: 'head' }, null)
    throw error
  }
}

function changes(context: Context, view: View, { events }: EventsPart): string | null {
  const shown = context.req.query('show') === 'corrections' ? 'corrections' : 'all'
  const corrected = events.filter(({ action }) => action !== 'recorded')
  const chosen = shown === 'all' ? events : corrected
  const pages = Math.max(1, Math.ceil(chosen.length / ON_A_PAGE))
  const asked = context.req.query('page') ?? '1'
  const page = /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) : 0
  if (page < 1 || page > pages) return null
  const end = chosen.length - (page - 1) * ON_A_PAGE
  return changesPage({
    view,
    shown,
    page,
    pages,
    events: chosen.slice(Math.max(0, end - ON_A_PAGE), end).reverse(),
    total: events.length,
    corrections: corrected.length,
    retold: new Set(corrected.map(({ type, id }) => `${type} ${id}`)),
  })
}

const AT_ONCE = 5000

/** The record's own events, oldest first; of a withdrawn one they are only in the log. */
async function readHistory(options: TrackerSiteOptions, type: string, id: string): Promise<EventsPart> {
  const known = RECORD_TYPES.find((each) => each === type)
  const { reader } = options
  if (known === undefined) return { ...(await reader.readPart({ kind: 'head' }, null)), events: [] }
  const part = await reader.readPart({ kind: 'record', type: known, id }, null)
  const kept = part.state.records[known].get(id)?.events
  return { ...part, events: kept ?? (await findInLog(options, known, id, part.head.size)) }
}

async function findInLog(
  { reader }: TrackerSiteOptions,
  type: RecordType,
  id: string,
  size: number,
): Promise<TrackerEvent[]> {
  const found: TrackerEvent[] = []
  for (let after = Math.max(0, size - MOST_EVENTS); after < size; after += AT_ONCE) {
    const events = await reader.readEvents({ after, limit: AT_ONCE })
    found.push(...events.filter((event) => event.type === type && event.id === id))
  }
  return found
}
