/** The addresses of what changed: /changes, the history of a record below it, and /compare for a page on two days. */
import type { Context, Hono } from 'hono'
import type { PlainDate } from '../../../model/index.ts'
import {
  keyOf,
  type LogPage,
  RECORD_TYPES,
  type RecordKey,
  type TrackerEvent,
  type TrackerPart,
  targetsOf,
} from '../../../tracker/index.ts'
import { respond, respondKept, type TrackerSiteOptions } from '../respond.ts'
import type { View } from '../view.ts'
import { changesPage, changesPath, ON_A_PAGE, partBefore, type Shown } from './changes-page.tsx'
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
          if (asked.formerPage !== null) return redirectFormer(context, view, asked, log)
          if (asked.part !== null && log.events.length === 0) return null
          return changesPage({ view, ...asked, ...log })
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
  /** Null for the newest; 0 where the address names none. */
  readonly part: number | null
  /** Pages were once counted from the newest, so that each was another after every change; 0 where the address names none. */
  readonly formerPage: number | null
}

function readAsked(context: Context): Asked {
  const { show, part, page } = context.req.query()
  return {
    shown: show === 'corrections' ? 'corrections' : 'all',
    part: part === undefined ? null : parseNumber(part),
    formerPage: page === undefined ? null : parseNumber(page),
  }
}

const parseNumber = (text: string): number => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0)

/** To what stands now where the page was; null where there is no such page. */
function redirectFormer(
  context: Context,
  view: View,
  { shown, formerPage }: Asked,
  { total, corrections }: LogPage,
): Response | null {
  const count = shown === 'all' ? total : corrections
  const older = Math.max(0, count - ((formerPage ?? 1) - 1) * ON_A_PAGE)
  if (formerPage === 0 || (older === 0 && formerPage !== 1)) return null
  return context.redirect(view.href(changesPath(formerPage === 1 ? null : partBefore(older), shown)), 302)
}

/** What was recorded by the day asked for, with the records as they are now, which name it. */
async function readChanges(
  { reader }: TrackerSiteOptions,
  { shown, part, formerPage }: Asked,
  by: PlainDate | null,
): Promise<TrackerPart & { readonly log: LogPage }> {
  const wanted = formerPage === null ? part : null
  const log = await reader.readLog({ shown, by, part: wanted, limit: ON_A_PAGE })
  return { ...(await readNames({ reader }, log.events)), log }
}

const readNames = ({ reader }: Pick<TrackerSiteOptions, 'reader'>, events: readonly TrackerEvent[]) =>
  reader.readPart({ kind: 'named', keys: [...new Set(events.flatMap(namesIn))] }, null)

/** The record, and what one that may be gone is named by. */
const namesIn = ({ type, id, body }: TrackerEvent): readonly RecordKey[] =>
  body !== null && (type === 'assessment' || type === 'look')
    ? [keyOf(type, id), ...targetsOf(body)]
    : [keyOf(type, id)]

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
