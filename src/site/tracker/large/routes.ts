/** How a large record is shown: lists in pages, and a word on pages that show only what matters most. */
import type { Context, Hono } from 'hono'
import type { ListNeed, Need } from '../../../tracker/index.ts'
import { promisesPage } from '../pages/promises-page.tsx'
import { kindOf } from '../record-title.ts'
import { respond, respondKept, type TrackerSiteOptions } from '../respond.ts'
import { KINDS_OF_HELP, LARGE_LISTS, type LargeList, NAMED } from './large-lists.ts'
import { listPage } from './list-page.tsx'

/** Stands before the pages of small records, and leaves those to them. */
export function addLargeRoutes(app: Hono, options: TrackerSiteOptions): void {
  for (const [path, large] of Object.entries(LARGE_LISTS))
    app.get(path, async (context, next) => {
      const head = await options.reader.readHead()
      return head.isLarge ? respondList(context, options, large) : next()
    })
  app.get('/left-out', async (context, next) => {
    const head = await options.reader.readHead()
    if (!head.isLarge) return next()
    const { isTooMany } = await options.reader.readPart(LEFT_OUT, null)
    return isTooMany ? respondList(context, options, KINDS_OF_HELP) : next()
  })
  app.get('/promises', async (context, next) => {
    const head = await options.reader.readHead()
    return head.isLarge ? respondPromises(context, options) : next()
  })
  for (const [first, type] of Object.entries(NAMED))
    app.get(`/${first}/:id/all`, async (context, next) => {
      const head = await options.reader.readHead()
      if (!head.isLarge) return next()
      const of = { type, id: context.req.param('id') ?? '' }
      return respondPage(
        context,
        options,
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
  { list, title, parts = {} }: LargeList,
): Promise<Response> =>
  respondPage(
    context,
    options,
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
  need: ListNeed,
  shown: Shown,
): Promise<Response> {
  return respondKept(context, options, () =>
    respond(
      context,
      options,
      (asAt) => options.reader.readPart(need, asAt),
      (view, { list }) => (list === undefined ? null : listPage({ view, list, show: need.show, ...shown })),
    ),
  )
}

/** The promises of some topics at a time, drawn on the scale of all. */
function respondPromises(context: Context, options: TrackerSiteOptions): Promise<Response> {
  const need: ListNeed = { ...askedOf(context, options), list: 'promises', show: null }
  return respondKept(context, options, () =>
    respond(
      context,
      options,
      (asAt) => options.reader.readPart(need, asAt),
      (view, { list }) => promisesPage(view, list === undefined ? { page: 1 } : { list }),
    ),
  )
}

/** More cells than this make no table that anyone reads. */
const MOST_CELLS = 3000

export const LEFT_OUT: Need = { kind: 'types', types: ['support', 'group', 'coverage'], most: MOST_CELLS }
