/** The public site of a tracker as a web application: from an address to a page. It opens no port and keeps no state. */
import { type Context, Hono } from 'hono'
import { cleanLine, type Tagging } from '../../api/tracker/index.ts'
import {
  findRecord,
  findTopic,
  leftOutOf,
  type Need,
  RECORD_TYPES,
  type RecordType,
} from '../../tracker/index.ts'
import { addCheckerRoutes } from '../checker/index.ts'
import { addReachRoutes } from '../reach/index.ts'
import { addByRulesRoutes } from './by-rules/routes.ts'
import { addChangeRoutes } from './changes/routes.ts'
import { deliverMade } from './deliver.ts'
import { addDocumentRoutes, withPassages } from './document/routes.ts'
import { fixedFile } from './fixed-file.ts'
import { STYLE_PATH } from './frame.tsx'
import { pageAsked } from './in-pages.tsx'
import { createPageWriter, keepable } from './kept-pages.ts'
import { createKeptPieces } from './kept-pieces.ts'
import { addLargeRoutes, LEFT_OUT } from './large/routes.ts'
import { machineAnswers } from './machines/machine-answers.ts'
import { aboutPage, accessibilityPage, methodPage } from './pages/about-pages.tsx'
import { commitmentPage } from './pages/commitment-page.tsx'
import { dataPage, datasetPage } from './pages/data-page.tsx'
import { deadlinesPage } from './pages/deadlines-page.tsx'
import { homePage } from './pages/home-page.tsx'
import { leftOutPage } from './pages/left-out-page.tsx'
import { conflictsPage, indicatorPage, indicatorsPage, programmesPage } from './pages/list-pages.tsx'
import { organisationPage, organisationsPage } from './pages/organisation-pages.tsx'
import { promisesPage } from './pages/promises-page.tsx'
import { recommendationPage, recommendationsPage } from './pages/recommendation-pages.tsx'
import { LONGEST_QUERY, searchPage } from './pages/search-page.tsx'
import { sourcePage, sourcesPage } from './pages/source-pages.tsx'
import { supportPage } from './pages/support-page.tsx'
import { topicPage } from './pages/topic-page.tsx'
import { isTopicPart, topicPartPage } from './pages/topic-parts-page.tsx'
import { readingOnly, secured, tidied } from './request-guard.ts'
import {
  type MakePage,
  type Route,
  respond,
  respondKept,
  respondNotFound,
  type TrackerSiteOptions,
} from './respond.ts'
import { addRulebookGate } from './rulebook-gate.ts'
import { addShareRoutes } from './share/routes.ts'
import { trackerStyle } from './style.ts'

export function createTrackerSite(given: TrackerSiteOptions & Tagging): Hono {
  const { writePage = createPageWriter() } = given
  const options = { ...withPassages(given), pieces: createKeptPieces(), writePage }
  const app = new Hono()
  app.use(secured)
  app.use(machineAnswers({ ...options, hasTags: given.hasTags !== false }))
  app.use(readingOnly(options))
  addShareRoutes(app, options)
  app.get(STYLE_PATH, fixedFile('text/css; charset=utf-8', trackerStyle))
  addLargeRoutes(app, options)
  app.get('/search', (context) => respondSearch(context, options))
  for (const [path, page] of Object.entries(pages)) {
    const { need, make } = typeof page === 'function' ? { need: () => WHOLE, make: page } : page
    app.get(path, (context) =>
      respondKept(context, options, () =>
        respond(
          context,
          options,
          (asAt) => options.reader.readPart(need(context), asAt),
          (view, part) => make(view, context, part),
        ),
      ),
    )
  }
  addDocumentRoutes(app, options)
  addChangeRoutes(app, options)
  addRulebookGate(app, options)
  addReachRoutes(app, options)
  addCheckerRoutes(app, options)
  addByRulesRoutes(app, options)
  app.notFound((context) => {
    const address = tidied(context)
    return address === null ? respondNotFound(context, options) : context.redirect(address, 301)
  })
  return app
}

const WHOLE: Need = { kind: 'whole' }
const COUNTS: Need = { kind: 'counts' }

/** A page that tells of the tracker itself. */
const aboutTracker = (make: MakePage): Route => ({ need: () => ({ kind: 'head' }), make })

/** A page that is about one record, named in its address as `:id`. */
const aboutOne = (type: RecordType, make: MakePage): Route => ({
  need: (context) => ({ kind: 'record', type, id: context.req.param('id') ?? '' }),
  make,
})

/** Nothing is looked for where the question is too long to be one; the page says so. */
const askedOf = (context: Context) => {
  const query = cleanLine(context.req.query('q') ?? '')
  return { query, asked: query.length > LONGEST_QUERY ? '' : query }
}

async function respondSearch(context: Context, options: TrackerSiteOptions): Promise<Response> {
  const { query, asked } = askedOf(context)
  const kind = RECORD_TYPES.find((type) => type === context.req.query('kind'))
  const answer = await respond(
    context,
    options,
    (asAt) => options.reader.search(asked, asAt, { kind }),
    (view, { answer: found }) => searchPage({ view, query, answer: found, kind }),
  )
  return answer instanceof Response ? answer : deliverMade(context, keepable(answer.html), answer.head)
}

/** Every page by its address: what makes it, and, where it is about less than everything, what it needs. */
const pages: Readonly<Record<string, MakePage | Route>> = {
  '/': homePage,
  '/promises': (view, context) => promisesPage(view, { page: pageAsked(context) }),
  '/deadlines': (view, context) => deadlinesPage(view, pageAsked(context)),
  '/left-out': {
    need: () => LEFT_OUT,
    make: (view, context) => leftOutPage(view, context.req.query('group'), pageAsked(context)),
  },
  '/left-out/:id': aboutOne('support', (view, context) => {
    const row = leftOutOf(view.state).rows.find(({ support }) => support.id === context.req.param('id'))
    return row ? supportPage(view, row) : null
  }),
  // Their table names this as its page; people read them on the first one.
  '/topics': aboutTracker((view, context) => context.redirect(`${view.href('/')}#topics`)),
  '/topics/:id': aboutOne('topic', (view, context) => {
    const id = context.req.param('id') ?? ''
    const topic = findTopic(view.state, id)
    if (topic !== undefined && topic.id !== id) return context.redirect(view.href(`/topics/${topic.id}`), 301)
    return topic ? topicPage(view, topic) : null
  }),
  '/topics/:id/:part': aboutOne('topic', (view, context) => {
    const topic = findTopic(view.state, context.req.param('id') ?? '')
    const part = context.req.param('part') ?? ''
    return topic && isTopicPart(part) ? topicPartPage(view, topic, part, pageAsked(context)) : null
  }),
  '/recommendations': (view, context) => recommendationsPage(view, pageAsked(context)),
  '/recommendations/:id': aboutOne('recommendation', (view, context) => {
    const found = findRecord(view.state, 'recommendation', context.req.param('id') ?? '')
    return found ? recommendationPage(view, found) : null
  }),
  '/organisations': organisationsPage,
  '/organisations/:id': aboutOne('organisation', (view, context) => {
    const found = findRecord(view.state, 'organisation', context.req.param('id') ?? '')
    return found ? organisationPage(view, found, pageAsked(context)) : null
  }),
  '/sources': (view, context) => sourcesPage(view, context.req.query('year')),
  '/sources/:id': aboutOne('source', (view, context) => {
    const found = findRecord(view.state, 'source', context.req.param('id') ?? '')
    return found ? sourcePage(view, found) : null
  }),
  '/programmes': programmesPage,
  '/conflicts': conflictsPage,
  '/indicators': indicatorsPage,
  '/indicators/:id': aboutOne('indicator', (view, context) => {
    const found = findRecord(view.state, 'indicator', context.req.param('id') ?? '')
    return found ? indicatorPage(view, found) : null
  }),
  '/method': aboutTracker(methodPage),
  '/data': { need: () => COUNTS, make: (view, _context, part) => dataPage(view, part) },
  '/data/:name': {
    need: () => COUNTS,
    make: (view, context, part) => datasetPage(view, context.req.param('name') ?? '', part),
  },
  '/about': aboutTracker(aboutPage),
  '/accessibility': aboutTracker(accessibilityPage),
  '/commitments/:id': aboutOne('commitment', (view, context) => {
    const commitment = findRecord(view.state, 'commitment', context.req.param('id') ?? '')
    const { then, now } = context.req.query()
    return commitment ? commitmentPage({ view, commitment, then, now, page: pageAsked(context) }) : null
  }),
}
