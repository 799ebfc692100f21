/** Tables of promises: where each topic stands, how its main promise moved, and every version of every promise. */
import type { FuzzyDate } from '../../../model/index.ts'
import {
  commitmentsOf,
  type Drift,
  historyOf,
  leadCommitment,
  listRecords,
  listTopics,
  type RecordOf,
  RUNGS,
  standingOfTopic,
  type TopicStanding,
  type VersionStep,
} from '../../../tracker/index.ts'
import { pageOf } from '../standpoint.ts'
import {
  dates,
  ending,
  integer,
  list,
  number,
  organisation,
  text,
  titleOfTopic,
  topics,
  yesNo,
} from './columns.ts'
import { byRecord, type ColumnOf, type Filter, type TableKind } from './table.ts'

const RUNG_ABOUT = 'From 0 (refused) to 9 (in force); the ten rungs are explained on /method'

const deliveryOfStanding = ({ delivery }: TopicStanding) =>
  delivery === null ? null : delivery.kind === 'event' ? delivery.event.delivery : delivery.kind

function dayOfDelivery({ delivery }: TopicStanding): FuzzyDate | null {
  if (delivery?.kind === 'event') return delivery.event.on
  if (delivery?.kind !== 'nothing-found') return null
  const { on } = delivery.look
  return { words: on, from: on, to: on }
}

const standingCites = ({ topic, reply, promise, delivery, verdict }: TopicStanding) => [
  ...topic.cites,
  ...(reply?.cites ?? []),
  ...(promise?.version.cites ?? []),
  ...(delivery?.kind === 'event' ? delivery.event.cites : []),
  ...(verdict?.cites ?? []),
]

export const topicsTable: TableKind<TopicStanding> = {
  name: 'topics',
  path: '/topics',
  title: 'Topics and where each stands',
  counts: 'One row is one topic on the five axes: reply, promise, delivery, verdict and how sure it is.',
  entries: ({ state }) => listTopics(state).map((topic) => standingOfTopic(state, topic)),
  cites: standingCites,
  pieces: byRecord('topic', ({ topic }) => topic.id, { order: 'sorted', reach: 'all', atOnce: 10 }),
  columns: [
    text('topic', 'Topic, by id', ({ topic }) => topic.id),
    text('title', 'Topic', ({ topic }) => topic.title),
    text('summary', 'What it is about', ({ topic }) => topic.summary),
    text('reply', 'The last reply to what was recommended', ({ reply }) => reply?.reply, {
      about: 'Empty where no reply was found',
    }),
    ...dates<TopicStanding>('reply_on', 'Day of the reply', ({ reply }) => reply?.on),
    text('promise', 'How strong the main promise is now', ({ promise }) => promise?.version.strength, {
      about: 'Empty where no promise was found',
    }),
    ...dates<TopicStanding>('promise_on', 'Day it was last said', ({ promise }) => promise?.version.on),
    text('commitment', 'The main promise, by id', ({ promise }) => promise?.commitment.id),
    integer('other_promises', 'How many other promises the topic has', ({ otherPromises }) => otherPromises),
    text('delivery', 'What is known of its delivery', deliveryOfStanding, {
      about:
        'not-looked-at and nothing-found are answers about our looking; neither says that nothing was done',
    }),
    ...dates<TopicStanding>('delivery_on', 'Day of that', dayOfDelivery),
    text('verdict', 'The last verdict', ({ verdict }) => verdict?.verdict, {
      about: "A value of the tracker's own scale; empty where nobody has judged",
    }),
    ...organisation<TopicStanding>('verdict_by', 'Who judged', ({ verdict }) => verdict?.by ?? null),
    ...dates<TopicStanding>('verdict_on', 'Day of the verdict', ({ verdict }) => verdict?.on),
    yesNo(
      'verdict_inferred',
      'Whether the verdict was read out of words',
      ({ verdict }) => verdict?.isInferred,
    ),
    text('how_sure', 'How sure the evidence makes us of the verdict', ({ verdict }) => verdict?.confidence),
    ...ending<TopicStanding>({ type: () => 'topic', id: ({ topic }) => topic.id, cites: standingCites }),
  ],
}

interface LeadStep {
  readonly topic: string
  readonly commitment: RecordOf<'commitment'>
  readonly version: number
}

const versionOf = ({ commitment, version }: LeadStep) => commitment.versions[version]
const rungOf = (step: LeadStep) => {
  const strength = versionOf(step)?.strength
  return strength === undefined ? null : RUNGS.indexOf(strength)
}
const stepCites = (step: LeadStep) => versionOf(step)?.cites ?? []

export const ladderTable: TableKind<LeadStep> = {
  name: 'promises',
  path: '/promises',
  title: 'Promises over time',
  counts: "One row is one statement of a topic's main promise: the rung it stood on from that day.",
  entries: ({ state }) =>
    listTopics(state).flatMap(({ id }) => {
      const commitment = leadCommitment(state, id)
      return commitment?.versions.map((_, version) => ({ topic: id, commitment, version })) ?? []
    }),
  cites: stepCites,
  pieces: byRecord('topic', ({ topic }) => topic, { order: 'sorted', reach: ['commitment'], atOnce: 50 }),
  columns: [
    text('topic', 'Topic, by id', ({ topic }) => topic),
    text('topic_title', 'Topic', ({ topic }, at) => titleOfTopic(at, topic)),
    text('commitment', 'Promise, by id', ({ commitment }) => commitment.id),
    text('commitment_title', 'Promise', ({ commitment }) => commitment.title),
    integer('version', 'Which statement of the promise, from 1', ({ version }) => version + 1),
    ...dates<LeadStep>('on', 'Day it was said', (step) => versionOf(step)?.on),
    text('strength', 'How strong it was', (step) => versionOf(step)?.strength),
    integer('rung', 'The rung it stood on', (step) => rungOf(step), {
      about: RUNG_ABOUT,
    }),
    text('government', 'Government, by id', (step) => versionOf(step)?.government),
    ...ending<LeadStep>({
      type: () => 'commitment',
      id: ({ commitment }) => commitment.id,
      cites: stepCites,
      page: ({ commitment, version }, at) => `${pageOf(at, 'commitment', commitment.id)}#v${version + 1}`,
    }),
  ],
}

export interface SaidVersion extends VersionStep {
  readonly commitment: RecordOf<'commitment'>
  /** From 1. */
  readonly number: number
}

export const versionsOf = (commitment: RecordOf<'commitment'>): SaidVersion[] =>
  historyOf(commitment).map((step, at) => ({ ...step, commitment, number: at + 1 }))

const nameDrift = ({ field, name }: Drift): string => `${field} ${name}`
const versionCites = ({ version }: SaidVersion) => version.cites

export const versionColumns: readonly ColumnOf<SaidVersion>[] = [
  text('commitment', 'Promise, by id', ({ commitment }) => commitment.id),
  text('title', 'Promise', ({ commitment }) => commitment.title),
  ...topics<SaidVersion>(({ commitment }) => commitment.topics),
  ...organisation<SaidVersion>('by', 'Who promised', ({ commitment }) => commitment.by),
  integer('version', 'Which statement of the promise, from 1', ({ number: at }) => at),
  ...dates<SaidVersion>('on', 'Day it was said', ({ version }) => version.on),
  text('government', 'Government, by id', ({ version }) => version.government),
  text('strength', 'How strong it was', ({ version }) => version.strength),
  text('text', 'What was said, in our words', ({ version }) => version.text),
  number('money', 'Money promised', ({ version }) => version.money?.pounds, {
    unit: 'pounds',
    about: 'Amounts of different periods are not the same thing; empty where the statement names none',
  }),
  text('money_period', 'What the money is for', ({ version }) => version.money?.period),
  text('money_origin', 'New or moved from elsewhere', ({ version }) => version.money?.origin),
  integer('places', 'At most how many places', ({ version }) => version.places?.most),
  list('places_named', 'Places that were named', ({ version }) => version.places?.named ?? []),
  number('reach', 'How many are reached', ({ version }) => version.reach?.number),
  text('reach_of', 'Of whom', ({ version }) => version.reach?.of),
  ...dates<SaidVersion>('starts', 'Start', ({ version }) => version.starts),
  ...dates<SaidVersion>('due', 'Due by', ({ version }) => version.dueBy),
  text('due_words', 'Words for a time that name none', ({ version }) => version.dueWords),
  text('qualifies', 'Who qualifies', ({ version }) => version.qualifies?.text),
  list('qualifies_groups', 'Groups that qualify, by id', ({ version }) => version.qualifies?.groups ?? []),
  text('leaves_out', 'Who is left out', ({ version }) => version.leavesOut),
  list('changes', 'What it changed, computed from the statements before it', ({ drifts }) =>
    drifts.map(nameDrift),
  ),
  ...ending<SaidVersion>({
    type: () => 'commitment',
    id: ({ commitment }) => commitment.id,
    cites: versionCites,
    page: ({ commitment, number: at }, standpoint) =>
      `${pageOf(standpoint, 'commitment', commitment.id)}#v${at}`,
  }),
]

const versionFilters: readonly Filter<SaidVersion>[] = [
  { key: 'topic', idOf: 'topic', holds: ({ commitment }, topic) => commitment.topics.includes(topic) },
  { key: 'by', idOf: 'organisation', holds: ({ commitment }, by) => commitment.by === by },
  { key: 'strength', holds: ({ version }, strength) => version.strength === strength },
]

export const commitmentsTable: TableKind<SaidVersion> = {
  name: 'commitments',
  path: '/data/commitments',
  title: 'Every statement of every promise',
  counts: 'One row is one statement of a promise. The last row of a promise is how it stands.',
  entries: ({ state }) => listRecords(state, 'commitment').flatMap(versionsOf),
  cites: versionCites,
  filters: versionFilters,
  pieces: byRecord('commitment', ({ commitment }) => commitment.id),
  columns: versionColumns,
}

/** The statements of a topic's promises, as under the drawing on its page. */
export const topicPromises = ({ id, title }: RecordOf<'topic'>): TableKind<SaidVersion> => ({
  ...commitmentsTable,
  name: id,
  path: `/topics/${id}`,
  title: `${title}: what was promised`,
  entries: ({ state }) => commitmentsOf(state, id).flatMap(versionsOf),
  pieces: null,
  isPart: true,
})

export const commitmentVersions = (commitment: RecordOf<'commitment'>): TableKind<SaidVersion> => ({
  ...commitmentsTable,
  name: commitment.id,
  path: `/commitments/${commitment.id}`,
  title: commitment.title,
  entries: () => versionsOf(commitment),
  pieces: null,
  isPart: true,
})
