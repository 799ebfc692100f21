/** Tables of sources, and of everything that rests on one. */
import {
  type Citation,
  citationsOf,
  citesIn,
  commitmentsOf,
  countCitations,
  findRecord,
  keyOf,
  listRecords,
  RECORD_TYPES,
  type RecordOf,
  sortSources,
  type TrackerState,
  timelineOf,
} from '../../../tracker/index.ts'
import { titleOf } from '../record-title.ts'
import type { Standpoint } from '../standpoint.ts'
import { address, dates, ending, integer, text } from './columns.ts'
import { byRecord, type TableKind } from './table.ts'

type Source = RecordOf<'source'>

interface CountedSource {
  readonly source: Source
  readonly citations: number
}

const citing = ({ source }: CountedSource) => [{ source: source.id }]

function countAll({ state }: Standpoint, sources: readonly Source[]): CountedSource[] {
  const counts = countCitations(state)
  return sortSources(sources).map((source) => ({ source, citations: counts.get(source.id) ?? 0 }))
}

/** What can cite a source. */
const CITING = RECORD_TYPES.filter((type) => type !== 'passage' && type !== 'capture')

export const sourcesTable: TableKind<CountedSource> = {
  name: 'sources',
  path: '/sources',
  title: 'Sources',
  counts: 'One row is one page or document that the tracker rests on.',
  entries: (at) => countAll(at, listRecords(at.state, 'source')),
  cites: citing,
  filters: [
    {
      key: 'year',
      holds: ({ source }, year) => (source.published?.from.slice(0, 4) ?? 'undated') === year,
    },
  ],
  pieces: byRecord('source', ({ source }) => source.id, { order: 'sorted', reach: CITING, atOnce: 100 }),
  columns: [
    text('source', 'Source, by id', ({ source }) => source.id),
    text('title', 'Title', ({ source }) => source.title),
    text('publisher', 'Publisher', ({ source }) => source.publisher),
    address('address', 'Where it was published', ({ source }) => source.address),
    ...dates<CountedSource>('published', 'Published', ({ source }) => source.published),
    text(
      'published_note',
      'What is known of its date where it carries none',
      ({ source }) => source.publishedNote,
    ),
    text('kind', 'Kind', ({ source }) => source.kind),
    text('seen', 'Whether the whole of it was read', ({ source }) => source.seen),
    integer('citations', 'How many records rest on it', ({ citations }) => citations),
    ...ending<CountedSource>({ type: () => 'source', id: ({ source }) => source.id, cites: citing }),
  ],
}

/** How many records of the topic cite each source, in the order in which they are cited. */
function countTopicCitations(state: TrackerState, topic: string): Map<string, number> {
  const told = timelineOf(state, topic).map(({ type, id, cites }) => ({ key: keyOf(type, id), cites }))
  const promised = commitmentsOf(state, topic).map((each) => {
    return { key: keyOf('commitment', each.id), cites: citesIn(each) }
  })
  const citing = new Map<string, Set<string>>()
  for (const { key, cites } of [...told, ...promised])
    for (const { source } of cites) citing.set(source, (citing.get(source) ?? new Set()).add(key))
  return new Map([...citing].map(([source, keys]) => [source, keys.size]))
}

/** The sources of one topic, as on its page. */
export const topicSources = ({ id, title }: RecordOf<'topic'>): TableKind<CountedSource> => ({
  ...sourcesTable,
  name: `${id}-sources`,
  path: `/topics/${id}/sources`,
  title: `${title}: all sources`,
  counts: 'One row is one source of this topic, with how many of its records rest on it.',
  entries: ({ state }) => {
    const counts = countTopicCitations(state, id)
    const sources = [...counts.keys()].flatMap((each) => findRecord(state, 'source', each) ?? [])
    return sortSources(sources).map((source) => ({ source, citations: counts.get(source.id) ?? 0 }))
  },
  pieces: null,
  isPart: true,
})

/** Everything that rests on one source, with the place in it. */
export const sourceCitations = (source: Source): TableKind<Citation> => ({
  name: source.id,
  path: `/sources/${source.id}`,
  title: source.title,
  counts: 'One row is one record that rests on this source, and the place in it.',
  entries: ({ state }) => citationsOf(state, source.id),
  cites: ({ cite }) => [cite],
  isPart: true,
  pieces: { by: 'citations', source: source.id, recordOf: ({ type, id }) => keyOf(type, id) },
  columns: [
    text('type', 'Type of the record', ({ type }) => type),
    text('id', 'The record, by id', ({ id }) => id),
    text('title', 'What it is called', ({ type, id }, at) => titleOf(at.state, type, id)),
    text('at', 'Place in the source', ({ cite }) => cite.at),
    text('quote', 'Words of the source', ({ cite }) => cite.quote),
    text('note', 'Note', ({ cite }) => cite.note),
    ...ending<Citation>({ type: ({ type }) => type, id: ({ id }) => id, cites: ({ cite }) => [cite] }),
  ],
})
