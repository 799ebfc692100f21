/** From a request to the page it asks for: the day, the part of the tracker that the page needs, and what to say where there is none. */
import type { Context } from 'hono'
import { type PlainDate, parsePlainDate } from '../../model/index.ts'
import type { Need, TrackerPart, TrackerReader } from '../../tracker/index.ts'
import { beforeBeginningPage, noSuchDayPage, notFoundPage } from './pages/not-found-page.tsx'
import { linkAsAt, type View } from './view.ts'

export interface TrackerSiteOptions {
  readonly reader: TrackerReader
  /** The clock: deadlines are overdue or not on this day. */
  readonly today: () => PlainDate
}

/** Where a page is made: it returns null where what it is about is not there. */
export type MakePage = (view: View, context: Context) => string | Response | null

/** A page with what it needs of the tracker, told from its address. */
export interface Route {
  readonly need: (context: Context) => Need
  readonly make: MakePage
}

export function viewOf(
  context: Context,
  { today }: TrackerSiteOptions,
  { head, state }: TrackerPart,
  asAt: PlainDate | null,
): View {
  return {
    settings: head.settings,
    staleSince: head.staleSince,
    state,
    today: asAt ?? today(),
    asAt,
    path: context.req.path,
    address: context.req.url,
    href: linkAsAt(asAt),
  }
}

/** `read` gives the part of the tracker that the page needs, as it stood on the day asked for. */
export async function respond<Part extends TrackerPart>(
  context: Context,
  options: TrackerSiteOptions,
  read: (asAt: PlainDate | null) => Promise<Part>,
  make: (view: View, part: Part) => string | Response | null,
): Promise<Response> {
  const asked = context.req.query('as_at') ?? ''
  const asAt = asked === '' ? null : parsePlainDate(asked)
  if (asAt === null && asked !== '') {
    const view = viewOf(context, options, await headOnly(options), null)
    return context.html(noSuchDayPage(view, asked), 400)
  }
  if (asAt !== null) {
    const part = await headOnly(options)
    const first = part.head.firstDay
    if (first === null || asAt < first)
      return context.html(beforeBeginningPage(viewOf(context, options, part, asAt), first))
  }
  const part = await read(asAt)
  const view = viewOf(context, options, part, asAt)
  const page = make(view, part)
  if (page === null) return context.html(notFoundPage(view), 404)
  return typeof page === 'string' ? context.html(page) : page
}

export async function respondNotFound(context: Context, options: TrackerSiteOptions): Promise<Response> {
  return context.html(notFoundPage(viewOf(context, options, await headOnly(options), null)), 404)
}

const headOnly = ({ reader }: TrackerSiteOptions): Promise<TrackerPart> =>
  reader.readPart({ kind: 'head' }, null)
