/** Where a topic and a promise stand today, on the five axes: each by itself, never averaged. */

import type { CommitmentVersion } from '../drift.ts'
import type { TrackerState } from '../fold.ts'
import type { RecordOf } from '../record/index.ts'
import { decisionsAnswering, indexBy } from './index-by.ts'
import { nameAnswer } from './named-answers.ts'
import { oncePerObject, oncePerState } from './once.ts'

export type DeliveryStanding =
  | { readonly kind: 'event'; readonly event: RecordOf<'deliveryEvent'> }
  | { readonly kind: 'nothing-found'; readonly look: RecordOf<'look'> }
  | { readonly kind: 'not-looked-at' }

/** The promise that stands for a topic where there is room for one. */
export interface LeadPromise {
  readonly commitment: RecordOf<'commitment'>
  readonly version: CommitmentVersion
}

export interface TopicStanding {
  readonly topic: RecordOf<'topic'>
  readonly reply: RecordOf<'decision'> | null
  readonly promise: LeadPromise | null
  /** How many other promises the topic has. */
  readonly otherPromises: number
  /** Delivery of the leading promise; null where the topic has no promise. */
  readonly delivery: DeliveryStanding | null
  readonly verdict: RecordOf<'assessment'> | null
}

const byLastDay = (one: { on: { to: string } }, other: { on: { to: string } }) =>
  one.on.to < other.on.to ? -1 : one.on.to > other.on.to ? 1 : 0

/** What was so last; of two on the same day, the one recorded later. */
function latestOf<T extends { on: { to: string; from: string } }>(records: readonly T[]): T | null {
  return [...records].sort(byLastDay).at(-1) ?? null
}

const commitmentsOn = indexBy('commitment', ({ topics }) => topics)
const eventsFor = indexBy('deliveryEvent', ({ commitments }) => commitments)
const looksAt = indexBy('look', ({ commitment }) => [commitment])
const assessmentsOn = indexBy('assessment', ({ topic }) => [topic])
const recommendationsOn = indexBy('recommendation', ({ topics }) => topics)
const asksOn = indexBy('ask', ({ topics }) => topics)

export function commitmentsOf(state: TrackerState, topic: string): RecordOf<'commitment'>[] {
  return [...commitmentsOn(state, topic)]
}

/**
 * The one whose story is longest: it has most versions. Of equals, the one that answers a recommendation, and then the
 * one named first. A topic's other promises stand on its page.
 */
export function leadCommitment(state: TrackerState, topic: string): RecordOf<'commitment'> | null {
  const own = commitmentsOf(state, topic).filter(({ topics }) => topics[0] === topic)
  const all = own.length > 0 ? own : commitmentsOf(state, topic)
  const weight = ({ versions, answers }: RecordOf<'commitment'>) =>
    versions.length * 2 + (answers.length > 0 ? 1 : 0)
  return [...all].sort((one, other) => weight(other) - weight(one))[0] ?? null
}

/** The last thing that happened to a promise; failing that, what our last look for it found. */
export const deliveryOf = oncePerState((state, commitment): DeliveryStanding => {
  const event = latestOf(eventsFor(state, commitment))
  if (event) return { kind: 'event', event }
  const look = looksFor(state, commitment).findLast(({ found }) => found === 'nothing')
  return look ? { kind: 'nothing-found', look } : { kind: 'not-looked-at' }
})

/** Oldest first. */
export function looksFor(state: TrackerState, commitment: string): RecordOf<'look'>[] {
  return [...looksAt(state, commitment)].sort((one, other) => one.on.localeCompare(other.on))
}

/** Decisions on a topic's recommendations and asks, oldest first. */
export const decisionsOf = oncePerState((state, topic): readonly RecordOf<'decision'>[] => {
  const asked = new Set([...recommendationsOn(state, topic), ...asksOn(state, topic)].map(({ id }) => id))
  const found = new Set([...asked].flatMap((id) => decisionsAnswering(state, id)))
  // Of two on the same day, the one recorded first comes first.
  const places = found.size < 2 ? null : placesOf(state.records.decision)
  return [...found].sort(
    (one, other) => byLastDay(one, other) || (places?.get(one.id) ?? 0) - (places?.get(other.id) ?? 0),
  )
})

const placesOf = oncePerObject(
  (records: TrackerState['records']['decision']): ReadonlyMap<string, number> =>
    new Map([...records.keys()].map((id, at) => [id, at])),
)

/** Oldest first. */
export function assessmentsOf(state: TrackerState, topic: string): RecordOf<'assessment'>[] {
  return [...assessmentsOn(state, topic)].sort(byLastDay)
}

/** The reply is the last one to a recommendation; where there is none, the last one to an ask. */
function replyOf(state: TrackerState, topic: string): RecordOf<'decision'> | null {
  const recommended = state.records.recommendation
  const decisions = decisionsOf(state, topic)
  return (
    decisions.findLast(({ answers }) => answers.some((id) => recommended.has(id))) ?? decisions.at(-1) ?? null
  )
}

/** The same topic of the same state has the same standing, which nobody may change. */
export const standingOfTopic = (state: TrackerState, topic: RecordOf<'topic'>): TopicStanding =>
  standingsOfTopics(state).of(topic)

/** Each is found when it is asked for: a page of one topic needs no other. */
export const standingsOfTopics = nameAnswer(
  'standings',
  (state) => {
    const of = oncePerObject((topic: RecordOf<'topic'>) => findStanding(state, topic))
    return { of, all: () => [...state.records.topic.values()].map(({ body }) => of(body)) }
  },
  ({ all }) => all(),
)

function findStanding(state: TrackerState, topic: RecordOf<'topic'>): TopicStanding {
  const commitment = leadCommitment(state, topic.id)
  const version = commitment?.versions.at(-1)
  return {
    topic,
    reply: replyOf(state, topic.id),
    promise: commitment && version ? { commitment, version } : null,
    otherPromises: Math.max(0, commitmentsOf(state, topic.id).length - 1),
    delivery: commitment ? deliveryOf(state, commitment.id) : null,
    verdict: assessmentsOf(state, topic.id).at(-1) ?? null,
  }
}
