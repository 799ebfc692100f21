/** Title, publisher and date of a page: from its metadata, or from what it prints about itself. */
import type { Block } from '../../model/index.ts'
import { isPersonsName } from '../names.ts'
import { attribute, elementsOf, type HtmlElement, type HtmlPage, textOf } from './tree.ts'

export interface PageFacts {
  readonly title: string | null
  readonly publisher: string | null
  /** ISO 8601 day from metadata only; null where that tells none. */
  readonly date: string | null
}

/** Elements looked at; metadata stands near the top, and a page of 50 MB has millions. */
const MOST_ELEMENTS = 200_000

const PUBLISHER_KEYS = [
  'govuk:primary-publishing-organisation',
  'dcterms.publisher',
  'dc.publisher',
  'citation_publisher',
  'dcterms.creator',
  'dc.creator',
  'article:publisher',
  'author',
  'article:author',
  'og:site_name',
  'application-name',
]
const SITE_KEYS = ['og:site_name', 'application-name']
const DATE_KEYS = [
  'article:published_time',
  'govuk:first-published-at',
  'dcterms.issued',
  'dcterms.date',
  'dcterms.available',
  'dc.date.issued',
  'dc.date',
  'citation_publication_date',
  'datepublished',
  'publish-date',
  'publication_date',
  'pubdate',
  'date',
  'dcterms.created',
  'govuk:public-updated-at',
  'article:modified_time',
  'dcterms.modified',
  'og:updated_time',
  'last-modified',
]

export function findPageFacts(page: HtmlPage, text: string, blocks: readonly Block[]): PageFacts {
  const head = readHead(page)
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1)
  const printed = heading && text.slice(heading.start, heading.end).replace(/\s+/g, ' ')
  const site = head.meta.get('og:site_name')
  return {
    title: printed ?? cleanTitle(head.meta.get('og:title') ?? head.title, site),
    publisher: head.from ?? findPublisher(head),
    date: toDay(firstOf(head.meta, DATE_KEYS, (value) => toDay(value) !== null) ?? head.ld.date ?? head.time),
  }
}

/** Whoever wrote a page publishes it only where no body is named. */
function findPublisher({ meta, ld }: Head): string | null {
  const isName = (value: string) => !/^https?:/.test(value)
  const body = firstOf(meta, PUBLISHER_KEYS, (value) => isName(value) && !isPersonsName(value))
  const writtenFor = ld.publisher !== null && isPersonsName(ld.publisher) ? null : ld.publisher
  // A site may have a name like a person's.
  const site = firstOf(meta, SITE_KEYS, isName)
  return body ?? writtenFor ?? site ?? ld.publisher ?? firstOf(meta, PUBLISHER_KEYS, isName)
}

interface Head {
  readonly meta: Map<string, string>
  title: string | undefined
  /** GOV.UK prints "From:" above its publications. */
  from: string | null
  time: string | null
  ld: { publisher: string | null; date: string | null }
}

function readHead(page: HtmlPage): Head {
  const head: Head = {
    meta: new Map(),
    title: undefined,
    from: null,
    time: null,
    ld: { publisher: null, date: null },
  }
  let seen = 0
  let previous: HtmlElement | undefined
  for (const element of elementsOf(page)) {
    if (++seen > MOST_ELEMENTS) break
    if (element.tagName === 'meta') addMeta(head.meta, element)
    else if (element.tagName === 'title' && !isInDrawing(element)) head.title ??= textOf(element)
    else if (element.tagName === 'time') head.time ??= publishedTime(element)
    else if (element.tagName === 'script') readLinkedData(element, head)
    else if (element.tagName === 'dd' && previous?.tagName === 'dt' && /^from:?$/i.test(textOf(previous)))
      head.from ??= textOf(element).replace(/ and \d+ others?$/i, '') || null
    if (element.tagName === 'dt' || element.tagName === 'dd') previous = element
  }
  return head
}

/** A drawing (SVG) names its parts by the same element. */
const isInDrawing = ({ namespaceURI }: HtmlElement): boolean => namespaceURI.endsWith('/svg')

function addMeta(meta: Map<string, string>, element: HtmlElement): void {
  const key = attribute(element, 'name') ?? attribute(element, 'property') ?? attribute(element, 'itemprop')
  const value = attribute(element, 'content')?.replace(/\s+/g, ' ').trim()
  if (key && value && !meta.has(key.toLowerCase())) meta.set(key.toLowerCase(), value.slice(0, 500))
}

/** A time that the page marks as its own; the times of comments and events on it are not. */
function publishedTime(element: HtmlElement): string | null {
  const marks = element.attrs.map(({ name, value }) => `${name} ${value}`).join(' ')
  if (!/publi|pubdate|posted|entry-date|updated|dateModified/i.test(marks)) return null
  return attribute(element, 'datetime') ?? null
}

const LD_TYPES = /Article|Report|WebPage|Posting|Document|Publication|GovernmentService|CreativeWork/

/** JSON-LD of schema.org: the article's date and publisher. What cannot be parsed says nothing. */
function readLinkedData(element: HtmlElement, head: Head): void {
  if (attribute(element, 'type') !== 'application/ld+json') return
  const child = element.childNodes[0]
  if (!child || !('value' in child) || child.value.length > 500_000) return
  let data: unknown
  try {
    data = JSON.parse(child.value)
  } catch {
    return // broken metadata is common; the page's text is still good
  }
  const graph = isRecord(data) && Array.isArray(data['@graph']) ? data['@graph'] : [data].flat()
  for (const entry of graph.slice(0, 100)) {
    if (!isRecord(entry) || !LD_TYPES.test(String(entry['@type']))) continue
    head.ld.date ??= stringOf(entry.datePublished) ?? stringOf(entry.dateModified)
    head.ld.publisher ??= nameOf(entry.publisher) ?? nameOf(entry.author)
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const stringOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const nameOf = (value: unknown): string | null => {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return isRecord(first) ? stringOf(first.name) : stringOf(first)
}

function firstOf(meta: Map<string, string>, keys: readonly string[], isGood: (value: string) => boolean) {
  for (const key of keys) {
    const value = meta.get(key)
    if (value && isGood(value)) return value
  }
  return null
}

/** "A report - GOV.UK" without the name of the site at its end. */
function cleanTitle(title: string | undefined, site: string | undefined): string | null {
  if (!title) return null
  const parts = title.split(/ [|–—·»-] /)
  const last = parts.at(-1) ?? ''
  const isSite = last === site || /^gov\.uk$/i.test(last) || (parts.length > 1 && title.includes(' | '))
  return (parts.length > 1 && isSite ? title.slice(0, title.length - last.length - 3) : title).trim() || null
}

function toDay(value: string | null | undefined): string | null {
  const day =
    /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(value ?? '') ?? /^(\d{4})[/](\d{2})[/](\d{2})/.exec(value ?? '')
  if (!day) return null
  const iso = `${day[1]}-${day[2]}-${day[3] ?? '01'}`
  return Number.isNaN(Date.parse(iso)) || Number(day[1]) < 1800 ? null : iso
}
