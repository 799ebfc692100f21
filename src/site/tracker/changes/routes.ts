/** The addresses of what changed: /changes, the history of a record below it, and /compare for a page on two days. */
import type { Context, Hono } from 'hono'
import type { PlainDate } from '../../../model/index.ts'
import {
  keyOf,
  type LogPage,
  RECORD_TYPES,
  type TrackerEvent,
  type TrackerPart,
} from '../../../tracker/index.ts'
import { respond, respondKept, type TrackerSiteOptions } from '../respond.ts'
import { changesPage, ON_A_PAGE, type Shown } from './changes-page.tsx'
import { addCompareRoute } from './compare-route.ts'
import { recordHistoryPage } from './record-history-page.tsx'

export function addChangeRoutes(app: Hono, options: TrackerSiteOptions): void {
  app.get('/changes', (context) => {
    const asked = readAsked(context)
    return respondKept(context, options, () =>
      respond(
        context,
        options,
        (asAt) => readChanges(options, asked, asAt),
        (view, { log }) => {
          const pages = pagesOf(asked.shown === 'all' ? log.total : log.corrections)
          if (asked.page < 1 || asked.page > pages) return null
          return changesPage({ view, pages, ...asked, ...log })
        },
      ),
    )
  })
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

interface Asked {
  readonly shown: Shown
  /** 0 where the address names none. */
  readonly page: number
}

function readAsked(context: Context): Asked {
  const asked = context.req.query('page') ?? '1'
  return {
    shown: context.req.query('show') === 'corrections' ? 'corrections' : 'all',
    page: /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) : 0,
  }
}

const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / ON_A_PAGE))

/** What was recorded by the day asked for, with the records as they are now, which name it. */
async function readChanges(
  { reader }: TrackerSiteOptions,
  { shown, page }: Asked,
  by: PlainDate | null,
): Promise<TrackerPart & { readonly log: LogPage }> {
  const log = await reader.readLog({ shown, by, page: Math.max(1, page), limit: ON_A_PAGE })
  return { ...(await readNames({ reader }, log.events)), log }
}

const readNames = ({ reader }: Pick<TrackerSiteOptions, 'reader'>, events: readonly TrackerEvent[]) =>
  reader.readPart({ kind: 'named', keys: [...new Set(events.map(({ type, id }) => keyOf(type, id)))] }, null)

/** The record's own events, oldest first. */
async function readHistory(
  { reader }: TrackerSiteOptions,
  type: string,
  id: string,
): Promise<TrackerPart & { readonly events: readonly TrackerEvent[] }> {
  const known = RECORD_TYPES.find((each) => each === type)
  const events = known === undefined ? [] : await reader.readHistory(known, id)
  return { ...(await readNames({ reader }, events)), events }
}
