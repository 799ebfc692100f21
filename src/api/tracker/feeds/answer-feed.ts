/** Feeds by the address of their page: the site's changes, a topic, a search. */
import { findTopic, RECORD_TYPES } from '../../../tracker/index.ts'
import {
  type AnswerOptions,
  readDay,
  reading,
  readParameters,
  readStandpoint,
  standpointOf,
} from '../http/asked.ts'
import { addressOf, type Standpoint } from '../standpoint.ts'
import { type Feed, foundEntries, happeningEntries, LONGEST, makeFeed } from './feed.ts'
import { FEED_FORMATS } from './formats.ts'

/** Null where the page has no feed. Throws Problems. */
export async function answerFeed(
  request: Request,
  options: AnswerOptions,
  { page, suffix }: { page: string; suffix: string },
): Promise<Response | null> {
  const url = new URL(request.url)
  const format = FEED_FORMATS.find((each) => each.suffix === suffix)
  const found = format && (await findFeed(options, url, page))
  if (!found || !format) return null
  const { feed, at } = found
  const self = addressOf(at, `${feed.path}.${suffix}${feed.query === '' ? '' : `?${feed.query}`}`)
  return new Response(format.write(feed, self), {
    headers: { 'Content-Type': `${format.mediaType}; charset=utf-8` },
  })
}

async function findFeed(
  options: AnswerOptions,
  url: URL,
  page: string,
): Promise<{ feed: Feed; at: Standpoint } | null> {
  const asAt = () => readDay(url.searchParams.get('as_at'), options)
  if (page === '/search') return searchFeed(options, url)
  if (page === '/changes') {
    readParameters(url, [])
    const at = await readStandpoint(options, {
      url,
      asAt: asAt(),
      need: { kind: 'newest', limit: LONGEST * 2 },
    })
    const { title, summary } = at.settings
    return {
      at,
      feed: makeFeed(at, {
        path: page,
        title: `${title}: what changed`,
        about: summary,
        entries: happeningEntries(at, null),
      }),
    }
  }
  const id = /^\/topics\/([^/]+)$/.exec(page)?.[1]
  if (id === undefined) return null
  const at = await readStandpoint(options, {
    url,
    asAt: asAt(),
    need: { kind: 'record', type: 'topic', id, reach: 'all' },
  })
  const topic = findTopic(at.state, id)
  if (topic === undefined) return null
  readParameters(url, [])
  const { title, summary } = topic
  const entries = happeningEntries(at, topic.id)
  return {
    at,
    feed: makeFeed(at, {
      path: `/topics/${topic.id}`,
      title: `${title}: what changed`,
      about: summary,
      entries,
    }),
  }
}

async function searchFeed(options: AnswerOptions, url: URL) {
  const asked = readParameters(url, ['q', 'kind'])
  const asAt = readDay(asked.as_at, options)
  const q = asked.q ?? ''
  const kind = RECORD_TYPES.find((type) => type === asked.kind)
  const { answer, ...part } = await reading(() => options.reader.search(q, asAt, { kind, most: LONGEST }))
  const at = standpointOf(options, url, asAt, part)
  const hits = answer.hits.filter(({ type }) => !asked.kind || type === asked.kind)
  const query = new URLSearchParams({ q, ...(asked.kind ? { kind: asked.kind } : {}) }).toString()
  const title = `${at.settings.title}: search for “${q}”`
  const about = 'Everything in this tracker that holds these words, best first.'
  return { at, feed: makeFeed(at, { path: '/search', query, title, about, entries: foundEntries(at, hits) }) }
}
