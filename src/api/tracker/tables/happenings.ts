/** Tables of what happened in order, by when it was so; and of what was recorded, by when we recorded it. */
import {
  citesIn,
  keyOf,
  type RecordOf,
  type TimelineEntry,
  type TrackerEvent,
  timelineOf,
} from '../../../tracker/index.ts'
import { titleOf } from '../record-title.ts'
import { addressOf, pageOf, type Standpoint } from '../standpoint.ts'
import { address, dates, ending, integer, list, moment, organisation, text, topics } from './columns.ts'
import type { ColumnOf, TableKind } from './table.ts'

const timelineColumns: readonly ColumnOf<TimelineEntry>[] = [
  text('what', 'What happened', ({ what }) => what),
  ...dates<TimelineEntry>('on', 'Day', ({ on }) => on),
  ...organisation<TimelineEntry>('by', 'Who', ({ by }) => by),
  text('text', 'In our words', (entry) => entry.text),
  ...topics<TimelineEntry>((entry) => entry.topics),
  text('commitment', 'Promise, by id', ({ commitment }) => commitment),
  text('type', 'Type of the record', ({ type }) => type),
  text('id', 'The record, by id', ({ id }) => id),
  integer('version', 'Which statement of a promise, from 1', ({ version }) =>
    version === null ? null : version + 1,
  ),
  ...ending<TimelineEntry>({ type: ({ type }) => type, id: ({ id }) => id, cites: ({ cites }) => cites }),
]

/** As a reader names what happened. */
const momentOf = ({ type, id, version }: TimelineEntry): string => `${type} ${id} ${version ?? 0}`

export const timelineTable: TableKind<TimelineEntry> = {
  name: 'timeline',
  path: '/data/timeline',
  title: 'Everything that happened, in order',
  counts: 'One row is one thing that was recommended, asked, replied, promised, done or judged on a day.',
  entries: ({ state }) => timelineOf(state, null),
  cites: ({ cites }) => cites,
  filters: [
    { key: 'topic', holds: (entry, topic) => entry.topics.includes(topic) },
    { key: 'what', holds: ({ what }, value) => what === value },
  ],
  pieces: { by: 'happenings', momentOf },
  columns: timelineColumns,
}

export const topicTimeline = ({ id, title }: RecordOf<'topic'>): TableKind<TimelineEntry> => ({
  ...timelineTable,
  name: `${id}-timeline`,
  path: `/topics/${id}/timeline`,
  title: `${title}: what happened, in order`,
  entries: ({ state }) => timelineOf(state, id),
  pieces: null,
  isPart: true,
})

/** What one organisation recommended, asked for, replied, promised and judged. */
export const organisationHappenings = ({ id, name }: RecordOf<'organisation'>): TableKind<TimelineEntry> => ({
  ...timelineTable,
  name: id,
  path: `/organisations/${id}`,
  title: `${name}: what it said and did`,
  counts: 'One row is one thing that this organisation recommended, asked for, replied, promised or judged.',
  entries: ({ state }) => timelineOf(state, null).filter(({ by }) => by === id),
  pieces: { by: 'happenings', naming: keyOf('organisation', id), momentOf },
  isPart: true,
})

/** Whether what an event is about is there now: it may have been withdrawn since. */
const isThere = ({ type, id }: TrackerEvent, { state }: Standpoint): boolean =>
  type === 'tracker' || state.records[type].has(id)

const titleNow = ({ type, id }: TrackerEvent, at: Standpoint): string =>
  type === 'tracker' ? at.settings.title : titleOf(at.state, type, id)

const pageNow = ({ type, id }: TrackerEvent, at: Standpoint): string =>
  type === 'tracker' ? addressOf(at, '/about') : pageOf(at, type, id)

/** Made from `events` of the standpoint, which only this table needs. */
export const changesTable: TableKind<TrackerEvent> = {
  name: 'changes',
  path: '/changes',
  title: 'What was recorded, corrected and withdrawn',
  counts: 'One row is one change of the record, in the order we made them.',
  entries: ({ events }) => events,
  cites: () => [],
  filters: [
    { key: 'action', holds: ({ action }, value) => action === value },
    { key: 'type', holds: ({ type }, value) => type === value },
  ],
  pieces: { by: 'events' },
  columns: [
    integer('sequence', 'Place in the record', ({ sequence }) => sequence),
    moment('recorded_at', 'When this was recorded, in UTC', ({ recordedAt }) => recordedAt),
    text('by', 'Who recorded it', ({ by }) => by),
    text('action', 'What was done', ({ action }) => action),
    text('type', 'Type of the record', ({ type }) => type),
    text('id', 'The record, by id', ({ id }) => id),
    text('title', 'What it is called', (event, at) => (isThere(event, at) ? titleNow(event, at) : null)),
    text('reason', 'Why it was corrected or withdrawn', ({ reason }) => reason),
    list('sources', 'Sources, by id', ({ body }) => [
      ...new Set(citesIn(body ?? {}).map(({ source }) => source)),
    ]),
    address('page', 'Where people read it', (event, at) => (isThere(event, at) ? pageNow(event, at) : null)),
  ],
}
