/** What the head of a page tells machines: its feeds, its table, its card, and the dataset it shows. */

import {
  addressOf,
  DATASETS,
  datasetJsonLd,
  FEED_FORMATS,
  type Standpoint,
} from '../../../api/tracker/index.ts'
import { findRecord } from '../../../tracker/index.ts'
import { raw } from '../../markup/jsx-runtime.ts'
import type { View } from '../view.ts'

/** What answers for machines are made from, of a page; without an address of the site its links are paths. */
export function standpointOf(view: View): Standpoint {
  const { state, settings, today, asAt, address, path, href } = view
  const recordedBy = view.recordedBy ?? null
  const own = href(path)
  const base = address.endsWith(own) ? address.slice(0, -own.length) : ''
  return { state, settings, today, asAt, recordedBy, base, events: [] }
}

interface PageHeadProps {
  readonly view: View
  /** What was searched for, on the page of a search. */
  readonly query?: string | undefined
}

export function PageHead({ view, query }: PageHeadProps) {
  const at = standpointOf(view)
  const dataset = DATASETS.find(({ path }) => path === view.path)
  return (
    <>
      <FeedLinks view={view} path="/changes" title={view.settings.title} isShort={view.path !== '/changes'} />
      {topicOf(view) === null ? null : <FeedLinks view={view} path={view.path} title={topicOf(view) ?? ''} />}
      {query ? (
        <FeedLinks
          view={view}
          path="/search"
          query={`?q=${encodeURIComponent(query)}`}
          title={`Search: ${query}`}
        />
      ) : null}
      {cardTitleOf(view) !== undefined ? (
        <link
          rel="alternate"
          type="application/json+oembed"
          href={`/oembed?format=json&url=${encodeURIComponent(addressOf(at, view.path))}`}
        />
      ) : null}
      {/* A day in the past is the same dataset, told on its page of today. */}
      {dataset === undefined || view.asAt !== null || view.recordedBy !== undefined ? null : (
        <JsonLd value={datasetJsonLd(at, dataset)} />
      )}
    </>
  )
}

/** The topic of a topic's page; null elsewhere. */
function topicOf({ path, state }: View): string | null {
  const id = /^\/topics\/([^/]+)$/.exec(path)?.[1]
  return (id === undefined ? undefined : findRecord(state, 'topic', id)?.title) ?? null
}

/** What the card is called that other sites can show of the page: topics and promises have one. */
export function cardTitleOf({ path, state, hasCards }: View): string | undefined {
  const [, kind, id = ''] = /^\/(topics|commitments)\/([^/]+)$/.exec(path) ?? []
  return kind === undefined || hasCards !== true
    ? undefined
    : findRecord(state, kind === 'topics' ? 'topic' : 'commitment', id)?.title
}

interface FeedLinksProps {
  readonly view: View
  readonly path: string
  readonly query?: string
  readonly title: string
  /** Only the first format: a page is not to be weighed down by what is the same on all. */
  readonly isShort?: boolean
}

function FeedLinks({ view, path, query = '', title, isShort = false }: FeedLinksProps) {
  return (
    <>
      {FEED_FORMATS.slice(0, isShort ? 1 : FEED_FORMATS.length).map(({ suffix, mediaType, label }) => (
        <link
          rel="alternate"
          type={mediaType}
          title={`${title} (${label})`}
          href={view.href(`${path}.${suffix}${query}`)}
        />
      ))}
    </>
  )
}

/**
 * A block of data, which no browser runs: its type is no script's, so the page's policy has nothing to allow. `<` is
 * written as its code, so that no text in it can end the block.
 */
export function JsonLd({ value }: { value: object }) {
  const json = JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll(/[\u2028\u2029]/g, ' ')
  return <script type="application/ld+json">{raw(json)}</script>
}
