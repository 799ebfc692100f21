/** How a large record is shown: lists in pages, and a word on pages that show only what matters most. */
import type { Context, Hono } from 'hono'
import type { ListNeed, TrackerHead } from '../../../tracker/index.ts'
import { deliverOnce } from '../deliver.ts'
import { tooLargeForDayPage } from '../pages/not-found-page.tsx'
import { kindOf } from '../record-title.ts'
import { respond, respondKept, type TrackerSiteOptions, viewOf } from '../respond.ts'
import { LARGE_LISTS, type LargeList, NAMED } from './large-lists.ts'
import { listPage } from './list-page.tsx'

/** Stands before the pages of small records, and leaves those to them. */
export function addLargeRoutes(app: Hono, options: TrackerSiteOptions): void {
  for (const [path, large] of Object.entries(LARGE_LISTS))
    app.get(path, async (context, next) => {
      const head = await options.reader.readHead()
      return head.isLarge ? respondList(context, options, head, large) : next()
    })
  for (const [first, type] of Object.entries(NAMED))
    app.get(`/${first}/:id/all`, async (context, next) => {
      const head = await options.reader.readHead()
      if (!head.isLarge) return next()
      const of = { type, id: context.req.param('id') ?? '' }
      return respondPage(
        context,
        options,
        head,
        { ...askedOf(context, options), list: 'naming', of },
        {
          title: `All that belongs to this ${kindOf(type).toLowerCase()}`,
          sayPart: sayType,
        },
      )
    })
}

const sayType = (part: string): string => kindOf(part as Parameters<typeof kindOf>[0]) // types, as the reader counts them

function askedOf(context: Context, { today }: TrackerSiteOptions): Omit<ListNeed, 'list'> {
  const page = Number(context.req.query('page') ?? 1)
  const show = context.req.query('show') ?? context.req.query('year') ?? ''
  return {
    kind: 'list',
    page: Number.isSafeInteger(page) ? page : 1,
    show: show === '' ? null : show,
    today: today(),
  }
}

const respondList = (
  context: Context,
  options: TrackerSiteOptions,
  head: TrackerHead,
  { list, title, parts = {} }: LargeList,
): Promise<Response> =>
  respondPage(
    context,
    options,
    head,
    { ...askedOf(context, options), list },
    {
      title,
      sayPart: (part) => parts[part] ?? part,
      isHome: list === 'home',
    },
  )

interface Shown {
  readonly title: string
  readonly sayPart: (part: string) => string
  readonly isHome?: boolean
}

function respondPage(
  context: Context,
  options: TrackerSiteOptions,
  head: TrackerHead,
  need: ListNeed,
  shown: Shown,
): Promise<Response> {
  return respondKept(context, options, () =>
    respond(
      context,
      options,
      // The lists are kept as they are now: of a day, only pages about one record can be had.
      async (asAt) =>
        asAt === null ? options.reader.readPart(need, null) : options.reader.readPart({ kind: 'head' }, null),
      (view, { list }) =>
        list === undefined
          ? deliverOnce(tooLargeForDayPage(viewOf(context, options, { head, state: view.state }, null)), 501)
          : listPage({ view, list, show: need.show, ...shown }),
    ),
  )
}
