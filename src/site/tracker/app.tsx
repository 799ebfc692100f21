/** The public site of a tracker as a web application: from an address to a page. It opens no port and keeps no state. */
import { type Context, Hono } from 'hono'
import { type PlainDate, parsePlainDate } from '../../model/index.ts'
import {
  createSearchIndex,
  findRecord,
  findTopic,
  firstDayOf,
  leftOutOf,
  type SearchAnswer,
  type SearchIndex,
  type Synonyms,
  stateAsAt,
  synonymsOfOrganisations,
  type TrackerSettings,
  type TrackerState,
} from '../../tracker/index.ts'
import { STYLE_PATH } from './frame.tsx'
import { aboutPage, accessibilityPage, methodPage } from './pages/about-pages.tsx'
import { commitmentPage } from './pages/commitment-page.tsx'
import { deadlinesPage } from './pages/deadlines-page.tsx'
import { homePage } from './pages/home-page.tsx'
import { leftOutPage } from './pages/left-out-page.tsx'
import { conflictsPage, indicatorPage, indicatorsPage, programmesPage } from './pages/list-pages.tsx'
import { beforeBeginningPage, noSuchDayPage, notFoundPage } from './pages/not-found-page.tsx'
import { organisationPage, organisationsPage } from './pages/organisation-pages.tsx'
import { promisesPage } from './pages/promises-page.tsx'
import { recommendationPage, recommendationsPage } from './pages/recommendation-pages.tsx'
import { LONGEST_QUERY, searchPage } from './pages/search-page.tsx'
import { sourcePage, sourcesPage } from './pages/source-pages.tsx'
import { supportPage } from './pages/support-page.tsx'
import { topicPage } from './pages/topic-page.tsx'
import { isTopicPart, topicPartPage } from './pages/topic-parts-page.tsx'
import { titleOf } from './record-title.ts'
import { trackerStyle } from './style.ts'
import { linkAsAt, pathOf, type View } from './view.ts'

export interface TrackerSiteOptions {
  readonly state: TrackerState
  readonly settings: TrackerSettings
  /** The clock: deadlines are overdue or not on this day. */
  readonly today: () => PlainDate
  /** Phrases that mean the same in a search, besides the short names of organisations. */
  readonly synonyms?: Synonyms
}

/** Where a page is made: it returns null where what it is about is not there. */
type MakePage = (view: View, context: Context) => string | Response | null

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export function createTrackerSite(options: TrackerSiteOptions): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    context.header('Content-Security-Policy', policy)
    context.header('Referrer-Policy', 'no-referrer')
    context.header('X-Content-Type-Options', 'nosniff')
  })
  app.get(STYLE_PATH, (context) =>
    context.body(trackerStyle(), 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    }),
  )
  const find = createFinder(options)
  app.get('/search', (context) => respond(context, options, searchIn(find)))
  app.get('/search.json', (context) =>
    context.json(presentSearch(viewOf(context, options, null), context, find)),
  )
  for (const [path, make] of Object.entries(pages))
    app.get(path, (context) => respond(context, options, make))
  app.notFound((context) => context.html(notFoundPage(viewOf(context, options, null)), 404))
  return app
}

type Find = (state: TrackerState, query: string) => SearchAnswer

/** The index of the tracker as it is is made once, at the first search; that of an earlier day for each search. */
function createFinder({ state, synonyms = [] }: TrackerSiteOptions): Find {
  const make = (of: TrackerState): SearchIndex =>
    createSearchIndex(of, [...synonyms, ...synonymsOfOrganisations(of)])
  let present: SearchIndex | null = null
  return (of, query) => {
    if (query.length > LONGEST_QUERY) return { hits: [], corrected: [] }
    if (of !== state) return make(of).search(query)
    present ??= make(state)
    return present.search(query)
  }
}

const searchIn =
  (find: Find): MakePage =>
  (view, context) => {
    const query = context.req.query('q') ?? ''
    return searchPage({ view, query, answer: find(view.state, query), kind: context.req.query('kind') })
  }

/** Everything that was found, best first. */
function presentSearch(view: View, context: Context, find: Find) {
  const query = context.req.query('q') ?? ''
  return {
    query: query.slice(0, LONGEST_QUERY),
    results: find(view.state, query).hits.map(({ type, id, excerpt }) => {
      return { url: pathOf(view, type, id), title: titleOf(view, type, id), excerpt }
    }),
  }
}

const pages: Readonly<Record<string, MakePage>> = {
  '/': homePage,
  '/promises': promisesPage,
  '/deadlines': deadlinesPage,
  '/left-out': (view, context) => leftOutPage(view, context.req.query('group')),
  '/left-out/:id': (view, context) => {
    const row = leftOutOf(view.state).rows.find(({ support }) => support.id === context.req.param('id'))
    return row ? supportPage(view, row) : null
  },
  '/topics/:id': (view, context) => {
    const id = context.req.param('id') ?? ''
    const topic = findTopic(view.state, id)
    if (topic !== undefined && topic.id !== id) return context.redirect(view.href(`/topics/${topic.id}`), 301)
    return topic ? topicPage(view, topic) : null
  },
  '/topics/:id/:part': (view, context) => {
    const topic = findTopic(view.state, context.req.param('id') ?? '')
    const part = context.req.param('part') ?? ''
    return topic && isTopicPart(part) ? topicPartPage(view, topic, part) : null
  },
  '/recommendations': recommendationsPage,
  '/recommendations/:id': (view, context) => {
    const found = findRecord(view.state, 'recommendation', context.req.param('id') ?? '')
    return found ? recommendationPage(view, found) : null
  },
  '/organisations': organisationsPage,
  '/organisations/:id': (view, context) => {
    const found = findRecord(view.state, 'organisation', context.req.param('id') ?? '')
    return found ? organisationPage(view, found) : null
  },
  '/sources': (view, context) => sourcesPage(view, context.req.query('year')),
  '/sources/:id': (view, context) => {
    const found = findRecord(view.state, 'source', context.req.param('id') ?? '')
    return found ? sourcePage(view, found) : null
  },
  '/programmes': programmesPage,
  '/conflicts': conflictsPage,
  '/indicators': indicatorsPage,
  '/indicators/:id': (view, context) => {
    const found = findRecord(view.state, 'indicator', context.req.param('id') ?? '')
    return found ? indicatorPage(view, found) : null
  },
  '/method': methodPage,
  '/about': aboutPage,
  '/accessibility': accessibilityPage,
  '/commitments/:id': (view, context) => {
    const commitment = findRecord(view.state, 'commitment', context.req.param('id') ?? '')
    const { then, now } = context.req.query()
    return commitment ? commitmentPage({ view, commitment, then, now }) : null
  },
}

function viewOf(context: Context, options: TrackerSiteOptions, asAt: PlainDate | null): View {
  const { settings, state, today } = options
  return {
    settings,
    state: asAt === null ? state : stateAsAt(state, asAt, settings.recordedOn),
    today: asAt ?? today(),
    asAt,
    path: context.req.path,
    address: context.req.url,
    href: linkAsAt(asAt),
  }
}

function respond(
  context: Context,
  options: TrackerSiteOptions,
  make: MakePage,
): Response | Promise<Response> {
  const asked = context.req.query('as_at')
  const asAt = asked === undefined || asked === '' ? null : parsePlainDate(asked)
  if (asAt === null && asked !== undefined && asked !== '')
    return context.html(noSuchDayPage(viewOf(context, options, null), asked), 400)
  const first = firstDayOf(options.state)
  if (asAt !== null && (first === null || asAt < first))
    return context.html(beforeBeginningPage(viewOf(context, options, asAt), first))
  const view = viewOf(context, options, asAt)
  const page = make(view, context)
  if (page === null) return context.html(notFoundPage(view), 404)
  return typeof page === 'string' ? context.html(page) : page
}
