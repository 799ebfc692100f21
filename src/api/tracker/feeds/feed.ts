/** What a feed holds, whatever the format: the newest things that were recorded, each with its place and its sources. */
import {
  citesIn,
  evidenceOf,
  nameOf,
  type RecordType,
  type TimelineEntry,
  type TrackerEvent,
  timelineOf,
} from '../../../tracker/index.ts'
import { cleanLine } from '../clean-text.ts'
import { pathOf } from '../page-path.ts'
import { titleOf } from '../record-title.ts'
import { stableUuid } from '../stable-id.ts'
import { addressOf, type Standpoint } from '../standpoint.ts'
import { HAPPENING_WORDS, sayDate, sayDay } from '../words.ts'

export interface FeedSource {
  readonly title: string
  readonly publisher: string
  /** The source's page on this site; it leads on to where it was published. */
  readonly page: string
}

export interface FeedEntry {
  /** "urn:uuid:…", the same at every address of the site and in every format. */
  readonly id: string
  readonly title: string
  readonly address: string
  /** Plain text: what happened, in a sentence or more. */
  readonly text: string
  /** "It was so: 15 December 2023." */
  readonly when: string
  readonly sources: readonly FeedSource[]
  readonly by: string | null
  readonly topics: readonly string[]
  /** ISO 8601 in UTC: first recorded, and recorded as it is now. */
  readonly published: string
  readonly updated: string
}

export interface Feed {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly author: string
  /** The page the feed is of. */
  readonly page: string
  /** Its own address without suffix and query, and the query. */
  readonly path: string
  readonly query: string
  readonly updated: string
  readonly entries: readonly FeedEntry[]
}

/** Readers ask often and keep what they have seen; the API has everything. */
export const LONGEST = 50

interface FeedOf {
  readonly path: string
  readonly query?: string
  readonly title: string
  readonly about: string
  readonly entries: readonly FeedEntry[]
}

/** `entries` in the order they are to be shown. */
export function makeFeed(at: Standpoint, { path, query = '', title, about, entries }: FeedOf): Feed {
  const shown = entries.slice(0, LONGEST)
  const newest = shown
    .map(({ updated }) => updated)
    .sort()
    .at(-1)
  return {
    id: `urn:uuid:${stableUuid(at.settings.id, 'feed', path, query)}`,
    title: cleanLine(title),
    about,
    author: cleanLine(at.settings.title),
    page: addressOf(at, query === '' ? path : `${path}?${query}`),
    path,
    query,
    updated: newest ?? `${at.settings.recordedOn}T00:00:00.000Z`,
    entries: shown,
  }
}

/** Newest first by when it was recorded, then by when it was so; `topic` null for all. */
export function happeningEntries(at: Standpoint, topic: string | null): FeedEntry[] {
  const dated = timelineOf(at.state, topic).map((entry) => ({ entry: entryOf(at, entry), so: entry.on.to }))
  const corrected = topic === null ? correctionEntries(at) : []
  return [...dated, ...corrected]
    .sort(
      (one, other) => other.entry.updated.localeCompare(one.entry.updated) || other.so.localeCompare(one.so),
    )
    .map(({ entry }) => entry)
}

function entryOf(
  at: Standpoint,
  { type, id, version, what, by, text, on, topics, cites, commitment }: TimelineEntry,
): FeedEntry {
  const { state, settings } = at
  const kept = state.records[type].get(id)
  const subject =
    state.records.commitment.get(commitment ?? '')?.body.title ??
    state.records.topic.get(topics[0] ?? '')?.body.title ??
    text
  const path = version === null ? pathOf(state, type, id) : `${pathOf(state, type, id)}#v${version + 1}`
  return {
    id: `urn:uuid:${stableUuid(settings.id, type, id, String(version ?? ''))}`,
    title: cleanLine(`${HAPPENING_WORDS[what]}: ${subject} (${sayDate(on)})`),
    address: addressOf(at, path),
    text,
    when: `It was so: ${sayDate(on)}.`,
    sources: sourcesOf(at, cites),
    by: by === null ? null : cleanLine(nameOf(state, by)),
    topics: topics.map((each) => cleanLine(state.records.topic.get(each)?.body.title ?? each)),
    published: kept?.events[0]?.recordedAt ?? kept?.recordedAt ?? `${settings.recordedOn}T00:00:00.000Z`,
    updated: kept?.recordedAt ?? `${settings.recordedOn}T00:00:00.000Z`,
  }
}

const sourcesOf = (at: Standpoint, cites: TimelineEntry['cites']): FeedSource[] =>
  [...new Map(evidenceOf(at.state, cites).map(({ source }) => [source.id, source])).values()].map(
    ({ id, title, publisher }) => ({ title, publisher, page: addressOf(at, pathOf(at.state, 'source', id)) }),
  )

/** Corrections and withdrawals, which are public. */
function correctionEntries(at: Standpoint): { entry: FeedEntry; so: string }[] {
  return at.state.corrections
    .filter(({ recordedAt }) => at.asAt === null || recordedAt.slice(0, 10) <= at.asAt)
    .map((event) => ({ entry: correctionEntry(at, event), so: event.recordedAt }))
}

function correctionEntry(
  at: Standpoint,
  { sequence, type, id, action, reason, recordedAt, by }: TrackerEvent,
): FeedEntry {
  const { state, settings } = at
  const kept = type === 'tracker' ? undefined : state.records[type].get(id)
  const name = type === 'tracker' ? settings.title : kept ? titleOf(state, type, id) : `${type} ${id}`
  return {
    id: `urn:uuid:${stableUuid(settings.id, 'event', String(sequence))}`,
    title: cleanLine(`${action === 'withdrawn' ? 'Withdrawn' : 'Corrected'}: ${name}`),
    address: addressOf(at, kept && type !== 'tracker' ? pathOf(state, type, id) : '/about'),
    text: reason ?? 'No reason was recorded.',
    when: `It was ${action} on ${sayDay(recordedAt.slice(0, 10))}.`,
    sources: sourcesOf(at, citesIn(kept?.body ?? {})),
    by: cleanLine(by),
    topics: [],
    published: recordedAt,
    updated: recordedAt,
  }
}

/** What a search found, best first. */
export function foundEntries(
  at: Standpoint,
  hits: readonly { readonly type: RecordType; readonly id: string; readonly excerpt: string }[],
): FeedEntry[] {
  return hits.flatMap(({ type, id, excerpt }) => {
    const kept = at.state.records[type].get(id)
    if (!kept) return []
    return {
      id: `urn:uuid:${stableUuid(at.settings.id, type, id, '')}`,
      title: cleanLine(titleOf(at.state, type, id)),
      address: addressOf(at, pathOf(at.state, type, id)),
      text: excerpt,
      when: `It was recorded on ${sayDay(kept.recordedAt.slice(0, 10))}.`,
      sources: sourcesOf(at, citesIn(kept.body)),
      by: null,
      topics: [],
      published: kept.events[0]?.recordedAt ?? kept.recordedAt,
      updated: kept.recordedAt,
    }
  })
}
