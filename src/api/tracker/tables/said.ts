/** Tables of what was recommended, asked for, replied, thought and judged. */
import {
  assessmentsOf,
  decisionsAnswering,
  listRecords,
  type RecordOf,
  type RecordType,
} from '../../../tracker/index.ts'
import type { Standpoint } from '../standpoint.ts'
import { dates, ending, list, organisation, text, topics, yesNo } from './columns.ts'
import { byRecord, type ColumnOf, type Filter, type TableKind } from './table.ts'

type Recommendation = RecordOf<'recommendation'>
type Ask = RecordOf<'ask'>
type Decision = RecordOf<'decision'>
type Position = RecordOf<'position'>
type Assessment = RecordOf<'assessment'>

/** What every table of records of one type takes from them. */
const ofType = <T extends 'recommendation' | 'ask' | 'decision' | 'position' | 'assessment'>(type: T) => ({
  entries: ({ state }: Standpoint) => listRecords(state, type),
  cites: ({ cites }: RecordOf<T>) => cites,
})

const endingOf = <Entry extends { id: string; cites: Recommendation['cites'] }>(type: RecordType) =>
  ending<Entry>({ type: () => type, id: ({ id }) => id, cites: ({ cites }) => cites })

const onTopic: Filter<{ topics: readonly string[] }> = {
  key: 'topic',
  idOf: 'topic',
  holds: ({ topics: own }, topic) => own.includes(topic),
}
const byWhom: Filter<{ by: string }> = { key: 'by', idOf: 'organisation', holds: ({ by }, id) => by === id }

/** The last reply to a recommendation or ask; null where none was found. */
function lastReply({ state }: Standpoint, answered: string): Decision | null {
  const replies = decisionsAnswering(state, answered)
  // Most got one, and several columns ask for it.
  if (replies.length < 2) return replies[0] ?? null
  return [...replies].sort((one, other) => one.on.to.localeCompare(other.on.to)).at(-1) ?? null
}

export const recommendationsTable: TableKind<Recommendation> = {
  ...ofType('recommendation'),
  name: 'recommendations',
  path: '/recommendations',
  title: 'Recommendations',
  counts: 'One row is one recommendation, with the last reply that is known.',
  filters: [onTopic, byWhom],
  pieces: byRecord('recommendation', ({ id }) => id, { reach: ['decision'] }),
  columns: [
    text('recommendation', 'Recommendation, by id', ({ id }) => id),
    ...topics<Recommendation>((each) => each.topics),
    ...organisation<Recommendation>('by', 'Who recommended it', ({ by }) => by),
    ...dates<Recommendation>('on', 'Day', ({ on }) => on),
    text('part', 'Part of the report', ({ part }) => part),
    text('number', 'Number in the report', ({ number }) => number),
    text('text', 'What was recommended, in our words', (each) => each.text),
    text('covers', 'Whom it covers', ({ covers }) => covers),
    text('leaves_out', 'Whom it leaves out', ({ leavesOut }) => leavesOut),
    text('reply', 'The last reply', ({ id }, at) => lastReply(at, id)?.reply, {
      about: 'Empty where no reply was found; that does not show that there was none',
    }),
    ...dates<Recommendation>('reply_on', 'Day of the last reply', ({ id }, at) => lastReply(at, id)?.on),
    ...endingOf<Recommendation>('recommendation'),
  ],
}

const decisionColumns: readonly ColumnOf<Decision>[] = [
  text('decision', 'Reply, by id', ({ id }) => id),
  list('answers', 'Recommendations or asks it answers, by id', ({ answers }) => answers),
  ...organisation<Decision>('by', 'Who replied', ({ by }) => by),
  ...dates<Decision>('on', 'Day', ({ on }) => on),
  text('reply', 'The reply', ({ reply }) => reply),
  text('text', 'What was said, in our words', (each) => each.text),
  ...endingOf<Decision>('decision'),
]

export const decisionsTable: TableKind<Decision> = {
  ...ofType('decision'),
  name: 'decisions',
  path: '/data/decisions',
  title: 'Replies',
  counts: 'One row is one reply to recommendations or asks.',
  filters: [byWhom, { key: 'reply', holds: ({ reply }, value) => reply === value }],
  pieces: byRecord('decision', ({ id }) => id),
  columns: decisionColumns,
}

/** The replies to one recommendation, as on its page. */
export const recommendationReplies = ({ id }: Recommendation): TableKind<Decision> => ({
  ...decisionsTable,
  name: id,
  path: `/recommendations/${id}`,
  title: `Replies to recommendation ${id}`,
  counts: 'One row is one reply to this recommendation; there is none where no reply was found.',
  entries: ({ state }) => listRecords(state, 'decision').filter(({ answers }) => answers.includes(id)),
  pieces: null,
  isPart: true,
})

export const asksTable: TableKind<Ask> = {
  ...ofType('ask'),
  name: 'asks',
  path: '/data/asks',
  title: 'Asks',
  counts: 'One row is one thing that someone asked a body to do.',
  filters: [onTopic, byWhom, { key: 'state', holds: ({ state }, value) => state === value }],
  pieces: byRecord('ask', ({ id }) => id),
  columns: [
    text('ask', 'Ask, by id', ({ id }) => id),
    ...topics<Ask>((each) => each.topics),
    ...organisation<Ask>('by', 'Who asked', ({ by }) => by),
    ...organisation<Ask>('owner', 'Who is to act', ({ owner }) => owner),
    ...dates<Ask>('on', 'Day', ({ on }) => on),
    text('act', 'What should be done', ({ act }) => act),
    ...dates<Ask>('due', 'By when', ({ dueBy }) => dueBy),
    text('test', 'How we will know', ({ test }) => test),
    text('state', 'Whether it is met', ({ state }) => state),
    ...dates<Ask>('state_on', 'Since when', ({ stateOn }) => stateOn),
    text('state_reason', 'Why', ({ stateReason }) => stateReason),
    ...endingOf<Ask>('ask'),
  ],
}

export const positionsTable: TableKind<Position> = {
  ...ofType('position'),
  name: 'positions',
  path: '/data/positions',
  title: 'What organisations thought',
  counts: 'One row is one position that an organisation took.',
  filters: [
    onTopic,
    { key: 'organisation', idOf: 'organisation', holds: ({ organisation: own }, id) => own === id },
  ],
  pieces: byRecord('position', ({ id }) => id),
  columns: [
    text('position', 'Position, by id', ({ id }) => id),
    ...organisation<Position>('organisation', 'Organisation', (each) => each.organisation),
    ...topics<Position>((each) => each.topics),
    ...dates<Position>('on', 'Day', ({ on }) => on),
    text('stance', 'Where it stood', ({ stance }) => stance),
    text('text', 'What it said, in our words', (each) => each.text),
    ...endingOf<Position>('position'),
  ],
}

export const assessmentsTable: TableKind<Assessment> = {
  ...ofType('assessment'),
  name: 'assessments',
  path: '/data/assessments',
  title: 'Verdicts',
  counts: 'One row is one verdict on a topic, by whoever gave it.',
  filters: [
    { key: 'topic', idOf: 'topic', holds: ({ topic }, id) => topic === id },
    byWhom,
    { key: 'verdict', holds: ({ verdict }, value) => verdict === value },
  ],
  pieces: byRecord('assessment', ({ id }) => id),
  columns: [
    text('assessment', 'Verdict, by id', ({ id }) => id),
    ...topics<Assessment>(({ topic }) => [topic]),
    ...organisation<Assessment>('by', 'Who judged', ({ by }) => by),
    ...dates<Assessment>('on', 'Day', ({ on }) => on),
    text('verdict', 'The verdict', ({ verdict }) => verdict, { about: "A value of the tracker's own scale" }),
    yesNo('is_inferred', 'Whether it was read out of words', ({ isInferred }) => isInferred),
    text('stated_as', "The judge's own word, on another scale", ({ statedAs }) => statedAs),
    text('reason', 'Why', ({ reason }) => reason),
    text('confidence', 'How sure the evidence makes us', ({ confidence }) => confidence),
    text('interest', 'Funding or another tie to what is judged', ({ interest }) => interest),
    ...endingOf<Assessment>('assessment'),
  ],
}

/** All verdicts on one topic, newest first, as on its page. */
export const topicVerdicts = ({ id, title }: RecordOf<'topic'>): TableKind<Assessment> => ({
  ...assessmentsTable,
  name: `${id}-verdicts`,
  path: `/topics/${id}/verdicts`,
  title: `${title}: all verdicts`,
  entries: ({ state }) => assessmentsOf(state, id).reverse(),
  pieces: null,
  isPart: true,
})
