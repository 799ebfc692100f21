/** Tables of who is left out: each group set against each kind of help, as it is and as it was. */
import {
  type CoverageCell,
  type CoverageRow,
  leftOutOf,
  listRecords,
  type RecordOf,
} from '../../../tracker/index.ts'
import { addressOf } from '../standpoint.ts'
import { address, dates, ending, list, text, titleOfTopic } from './columns.ts'
import { byRecord, type ColumnOf, type TableKind } from './table.ts'

interface Cover {
  readonly group: RecordOf<'group'>
  readonly support: RecordOf<'support'>
  /** Null where nobody looked. */
  readonly known: RecordOf<'coverage'> | null
}

const coverCites = ({ known }: Cover) => known?.cites ?? []
const idOfCover = ({ group, support, known }: Cover) => `${group.id}/${support.id}/${known?.from.from ?? ''}`

const columns: readonly ColumnOf<Cover>[] = [
  text('support', 'Kind of help, by id', ({ support }) => support.id),
  text('support_name', 'Kind of help', ({ support }) => support.name),
  text('topic', 'Topic of the help, by id', ({ support }) => support.topic),
  text('topic_title', 'Topic of the help', ({ support }, at) => titleOfTopic(at, support.topic)),
  text('group', 'Group, by id', ({ group }) => group.id),
  text('group_name', 'Group', ({ group }) => group.name),
  text('state', 'Whether the group gets the help', ({ known }) => known?.state ?? 'not-looked-at', {
    about: 'included, conditional, excluded, unclear or not-looked-at; the last never means no',
  }),
  ...dates<Cover>('from', 'Known since', ({ known }) => known?.from),
  text('condition', 'What must be true too', ({ known }) => known?.condition),
  text('text', 'Why', ({ known }) => known?.text),
  ...ending<Cover>({
    type: () => 'coverage',
    id: idOfCover,
    cites: coverCites,
    page: ({ group, support }, at) => addressOf(at, `/left-out/${support.id}#${group.id}`),
  }),
]

const present = ({ group, support, now }: CoverageCell): Cover => ({ group, support, known: now })
const before = ({ group, support, history }: CoverageCell): Cover[] =>
  history.map((known) => ({ group, support, known }))

export const leftOutTable: TableKind<Cover> = {
  name: 'left-out',
  path: '/left-out',
  title: 'Who is left out',
  counts: 'One row is one group of people set against one kind of help, as it stands.',
  entries: ({ state }) => leftOutOf(state).rows.flatMap(({ cells }) => cells.map(present)),
  cites: coverCites,
  filters: [{ key: 'group', holds: ({ group }, id) => group.id === id }],
  // Of a large record the rows come help by help, not from the help that reaches most.
  pieces: byRecord('support', ({ support }) => support.id, { reach: 'all', atOnce: 10 }),
  columns,
}

export const coverageTable: TableKind<Cover> = {
  ...leftOutTable,
  name: 'coverage',
  path: '/data/coverage',
  title: 'Who got what, from which day',
  counts: 'One row is what was known, from a day on, of one group and one kind of help.',
  entries: ({ state }) => leftOutOf(state).rows.flatMap(({ cells }) => cells.flatMap(before)),
}

/** One kind of help: what holds now and held before, for each group. */
export const supportTable = ({ support, cells }: CoverageRow): TableKind<Cover> => ({
  ...leftOutTable,
  name: support.id,
  path: `/left-out/${support.id}`,
  title: `${support.name}: who gets it`,
  counts: 'One row is what was known, from a day on, of one group and this kind of help.',
  entries: () => cells.flatMap((cell) => (cell.history.length === 0 ? [present(cell)] : before(cell))),
  pieces: null,
  isPart: true,
})

export const groupsTable: TableKind<RecordOf<'group'>> = {
  name: 'groups',
  path: '/data/groups',
  title: 'Groups of people',
  counts: 'One row is one group that help is set against.',
  entries: ({ state }) => [...leftOutOf(state).groups],
  cites: () => [],
  pieces: byRecord('group', ({ id }) => id),
  columns: [
    text('group', 'Group, by id', ({ id }) => id),
    text('name', 'Group', ({ name }) => name),
    text('plain', 'In plain words', ({ plain }) => plain),
    address('page', 'Where people read it', ({ id }, at) => addressOf(at, `/left-out?group=${id}`)),
  ],
}

export const supportsTable: TableKind<RecordOf<'support'>> = {
  name: 'supports',
  path: '/data/supports',
  title: 'Kinds of help',
  counts: 'One row is one kind of help.',
  entries: ({ state }) => listRecords(state, 'support').sort((one, other) => one.order - other.order),
  cites: () => [],
  pieces: byRecord('support', ({ id }) => id),
  columns: [
    text('support', 'Kind of help, by id', ({ id }) => id),
    text('name', 'Kind of help', ({ name }) => name),
    text('plain', 'In plain words', ({ plain }) => plain),
    list('topics', 'Topic, by id', ({ topic }) => [topic]),
    address('page', 'Where people read it', ({ id }, at) => addressOf(at, `/left-out/${id}`)),
  ],
}
