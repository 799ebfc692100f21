/**
 * Feeds as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. Written here because the package `feed` 6.0.0 writes JSON Feed
 * 1.0, lets control characters through into XML, and writes authors of RSS without the address RSS wants.
 */
import { cleanXml } from '../clean-text.ts'
import { entryHtml, entryText } from './entry-html.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { element, xmlFile } from './xml.ts'

export interface FeedFormat {
  readonly suffix: string
  readonly mediaType: string
  /** As readers name it. */
  readonly label: string
  readonly write: (feed: Feed, self: string) => string
}

/** `self` is the feed's own address. */
function atom(feed: Feed, self: string): string {
  const { id, title, about, author, page, updated, entries } = feed
  return xmlFile(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en-GB' }, [
      element('id', {}, id),
      element('title', {}, title),
      element('subtitle', {}, about),
      element('updated', {}, updated),
      element('author', {}, [element('name', {}, author)]),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', href: page }),
      ...entries.map(atomEntry),
    ]),
  )
}

function atomEntry(entry: FeedEntry): string {
  const { id, title, address, published, updated, by, topics, text } = entry
  return element('entry', {}, [
    element('id', {}, id),
    element('title', {}, title),
    element('link', { rel: 'alternate', type: 'text/html', href: address }),
    element('published', {}, published),
    element('updated', {}, updated),
    ...(by === null ? [] : [element('contributor', {}, [element('name', {}, by)])]),
    ...topics.map((topic) => element('category', { term: topic })),
    element('summary', {}, text),
    element('content', { type: 'html' }, entryHtml(entry)),
  ])
}

const asMailDate = (moment: string): string => new Date(moment).toUTCString()

function rss(feed: Feed, self: string): string {
  const { title, about, page, updated, entries } = feed
  const names = {
    version: '2.0',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  }
  return xmlFile(
    element('rss', names, [
      element('channel', {}, [
        element('title', {}, title),
        element('link', {}, page),
        element('description', {}, about),
        element('language', {}, 'en-gb'),
        element('lastBuildDate', {}, asMailDate(updated)),
        element('docs', {}, 'https://www.rssboard.org/rss-specification'),
        element('atom:link', { rel: 'self', type: 'application/rss+xml', href: self }),
        ...entries.map(rssEntry),
      ]),
    ]),
  )
}

/** The date of the last change: readers of RSS know no other. */
function rssEntry(entry: FeedEntry): string {
  const { id, title, address, updated, by, topics } = entry
  return element('item', {}, [
    element('title', {}, title),
    element('link', {}, address),
    element('guid', { isPermaLink: 'false' }, id),
    element('pubDate', {}, asMailDate(updated)),
    ...(by === null ? [] : [element('dc:creator', {}, by)]),
    ...topics.map((topic) => element('category', {}, topic)),
    element('description', {}, entryHtml(entry)),
  ])
}

function jsonFeed({ title, about, author, page, entries }: Feed, self: string): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    description: cleanXml(about),
    language: 'en-GB',
    authors: [{ name: author }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.address,
      title: entry.title,
      content_html: entryHtml(entry),
      content_text: cleanXml(entryText(entry)),
      summary: cleanXml(entry.text),
      date_published: entry.published,
      date_modified: entry.updated,
      ...(entry.by === null ? {} : { authors: [{ name: entry.by }] }),
      tags: entry.topics,
    })),
  })
}

export const FEED_FORMATS: readonly FeedFormat[] = [
  { suffix: 'atom', mediaType: 'application/atom+xml', label: 'Atom', write: atom },
  { suffix: 'rss', mediaType: 'application/rss+xml', label: 'RSS', write: rss },
  { suffix: 'feed.json', mediaType: 'application/feed+json', label: 'JSON Feed', write: jsonFeed },
]
