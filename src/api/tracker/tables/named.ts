/** Tables of who and what has a name: organisations, governments, schemes; and the questions sources disagree on. */
import { listRecords, type RecordOf } from '../../../tracker/index.ts'
import { day, ending, list, text, topics } from './columns.ts'
import { byRecord, type TableKind } from './table.ts'

type Organisation = RecordOf<'organisation'>
type Government = RecordOf<'government'>
type Programme = RecordOf<'programme'>
type Conflict = RecordOf<'conflict'>

export const organisationsTable: TableKind<Organisation> = {
  name: 'organisations',
  path: '/organisations',
  title: 'Organisations',
  counts: 'One row is one organisation that has a part in the story.',
  entries: ({ state }) => listRecords(state, 'organisation'),
  cites: ({ cites }) => cites,
  filters: [{ key: 'kind', holds: ({ kind }, value) => kind === value }],
  pieces: byRecord('organisation', ({ id }) => id),
  columns: [
    text('organisation', 'Organisation, by id', ({ id }) => id),
    text('name', 'Organisation', ({ name }) => name),
    text('short_name', 'Its short name', ({ shortName }) => shortName),
    text('kind', 'What kind of body it is', ({ kind }) => kind),
    text('what', 'What it is', ({ what }) => what),
    list('decides_for', 'For whom it may decide, by id', ({ decidesFor }) => decidesFor),
    ...ending<Organisation>({ type: () => 'organisation', id: ({ id }) => id, cites: ({ cites }) => cites }),
  ],
}

export const governmentsTable: TableKind<Government> = {
  name: 'governments',
  path: '/data/governments',
  title: 'Governments',
  counts: 'One row is one government and its term.',
  entries: ({ state }) => listRecords(state, 'government'),
  cites: ({ cites }) => cites,
  pieces: byRecord('government', ({ id }) => id),
  columns: [
    text('government', 'Government, by id', ({ id }) => id),
    text('name', 'Government', ({ name }) => name),
    day('from', 'First day', ({ from }) => from),
    day('to', 'Last day', ({ to }) => to, { about: 'Empty where it is still in office' }),
    ...ending<Government>({ type: () => 'government', id: ({ id }) => id, cites: ({ cites }) => cites }),
  ],
}

export const programmesTable: TableKind<Programme> = {
  name: 'programmes',
  path: '/programmes',
  title: 'Schemes and services',
  counts: 'One row is one scheme or service with a name.',
  entries: ({ state }) => listRecords(state, 'programme'),
  cites: ({ cites }) => cites,
  filters: [{ key: 'topic', idOf: 'topic', holds: (each, topic) => each.topics.includes(topic) }],
  pieces: byRecord('programme', ({ id }) => id),
  columns: [
    text('programme', 'Scheme, by id', ({ id }) => id),
    text('name', 'Scheme or service', ({ name }) => name),
    ...topics<Programme>((each) => each.topics),
    text('what', 'What it is', ({ what }) => what),
    text('detail', 'More of it', ({ detail }) => detail),
    ...ending<Programme>({ type: () => 'programme', id: ({ id }) => id, cites: ({ cites }) => cites }),
  ],
}

export const conflictsTable: TableKind<Conflict> = {
  name: 'conflicts',
  path: '/conflicts',
  title: 'Where sources disagree',
  counts: 'One row is one question that sources answer differently; none is chosen.',
  entries: ({ state }) => listRecords(state, 'conflict'),
  cites: ({ cites }) => cites,
  filters: [{ key: 'topic', idOf: 'topic', holds: (each, topic) => each.topics.includes(topic) }],
  pieces: byRecord('conflict', ({ id }) => id),
  columns: [
    text('conflict', 'Question, by id', ({ id }) => id),
    text('question', 'The question', ({ question }) => question),
    text('detail', 'The answers', ({ detail }) => detail),
    ...topics<Conflict>((each) => each.topics),
    ...ending<Conflict>({ type: () => 'conflict', id: ({ id }) => id, cites: ({ cites }) => cites }),
  ],
}
