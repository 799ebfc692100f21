/** What an answer adds to a record as it is kept: where it stands, what replies to it. Schema and value side by side. */
import {
  CONFIDENCES,
  DELIVERIES,
  type FuzzyDate,
  type PlainDate,
  REPLIES,
  STRENGTHS,
} from '../../../model/index.ts'
import {
  type DeadlineStanding,
  type DeliveryStanding,
  deliveryOf,
  listRecords,
  type RecordOf,
  type RecordType,
  standingOf,
  standingOfTopic,
} from '../../../tracker/index.ts'
import type { Standpoint } from '../standpoint.ts'
import { type JsonSchema, listOf, object, oneOfWords, orNull, ref, TEXT, WHOLE } from './json-schema.ts'

interface Addition<T extends RecordType> {
  readonly schema: Readonly<Record<string, JsonSchema>>
  readonly present: (body: RecordOf<T>, at: Standpoint) => Readonly<Record<string, unknown>>
}

export const DELIVERY_STANDING = object(
  {
    delivery: oneOfWords(DELIVERIES),
    /** The event, or the look that found nothing. */
    record: orNull(TEXT),
    so: orNull(ref('FuzzyDate')),
  },
  { about: 'What is known of delivery: by the last event, by a look that found nothing, or not at all.' },
)

export function presentDelivery(standing: DeliveryStanding) {
  if (standing.kind === 'event')
    return { delivery: standing.event.delivery, record: standing.event.id, so: standing.event.on }
  if (standing.kind === 'not-looked-at') return { delivery: standing.kind, record: null, so: null }
  const { id, on } = standing.look
  return { delivery: standing.kind, record: id, so: oneDay(on) }
}

export const oneDay = (day: FuzzyDate['from']): FuzzyDate => ({ words: day, from: day, to: day })

const STANDING_KINDS: Readonly<Record<DeadlineStanding['kind'], true>> = {
  kept: true,
  late: true,
  overdue: true,
  missed: true,
  'may-be-overdue': true,
  ahead: true,
  superseded: true,
  'no-time-named': true,
  'not-known': true,
}
export const DEADLINE_STANDINGS = Object.keys(STANDING_KINDS)

function presentDeadlineStanding(deadline: RecordOf<'deadline'>, today: PlainDate) {
  const standing = standingOf(deadline, today)
  const days = Object.entries(standing).find(([key]) => key.startsWith('days'))?.[1]
  return { kind: standing.kind, days: typeof days === 'number' ? days : null }
}

function repliesTo(id: string, { state }: Standpoint) {
  return {
    replies: listRecords(state, 'decision')
      .filter(({ answers }) => answers.includes(id))
      .map((decision) => decision.id),
    commitments: listRecords(state, 'commitment')
      .filter(({ answers }) => answers.includes(id))
      .map((commitment) => commitment.id),
  }
}

const REPLIED: Addition<'recommendation' | 'ask'> = {
  schema: { replies: listOf(TEXT), commitments: listOf(TEXT) },
  present: ({ id }, at) => repliesTo(id, at),
}

function presentStanding(topic: RecordOf<'topic'>, { state }: Standpoint) {
  const { reply, promise, otherPromises, delivery, verdict } = standingOfTopic(state, topic)
  return {
    reply: reply && { record: reply.id, reply: reply.reply, so: reply.on },
    promise: promise && {
      record: promise.commitment.id,
      version: promise.commitment.versions.length,
      strength: promise.version.strength,
      so: promise.version.on,
    },
    otherPromises,
    delivery: delivery && presentDelivery(delivery),
    verdict: verdict && {
      record: verdict.id,
      verdict: verdict.verdict,
      by: verdict.by,
      isInferred: verdict.isInferred,
      so: verdict.on,
    },
    confidence: verdict?.confidence ?? null,
  }
}

const STANDING = object(
  {
    reply: orNull(object({ record: TEXT, reply: oneOfWords(REPLIES), so: ref('FuzzyDate') })),
    promise: orNull(
      object({ record: TEXT, version: WHOLE, strength: oneOfWords(STRENGTHS), so: ref('FuzzyDate') }),
    ),
    otherPromises: WHOLE,
    delivery: orNull(DELIVERY_STANDING),
    verdict: orNull(
      object({
        record: TEXT,
        verdict: TEXT,
        by: TEXT,
        isInferred: { type: 'boolean' },
        so: ref('FuzzyDate'),
      }),
    ),
    confidence: orNull(oneOfWords(CONFIDENCES)),
  },
  { about: 'The five axes, each by itself: reply, promise, delivery, verdict and how sure it is.' },
)

/** Where a deadline stands, in words of our own; `days` count early, late, overdue or left as the kind says. */
const DEADLINE_STANDING = object({ kind: oneOfWords(DEADLINE_STANDINGS), days: orNull(WHOLE) })

export const ADDITIONS: { readonly [T in RecordType]?: Addition<T> } = {
  topic: {
    schema: { standing: STANDING },
    present: (topic, at) => ({ standing: presentStanding(topic, at) }),
  },
  recommendation: REPLIED,
  ask: REPLIED,
  commitment: {
    schema: { delivery: DELIVERY_STANDING },
    present: ({ id }, { state }) => ({ delivery: presentDelivery(deliveryOf(state, id)) }),
  },
  deadline: {
    schema: { standing: DEADLINE_STANDING },
    present: (deadline, { today }) => ({ standing: presentDeadlineStanding(deadline, today) }),
  },
  coverage: {
    schema: { isCurrent: { type: 'boolean' } },
    present: (cell, at) => ({ isCurrent: isCurrent(cell, at) }),
  },
}

/** Whether nothing later is known of the same group and help. */
export function isCurrent(cell: RecordOf<'coverage'>, { state }: Standpoint): boolean {
  const same = listRecords(state, 'coverage')
    .filter(({ group, support }) => group === cell.group && support === cell.support)
    .sort((one, other) => one.from.to.localeCompare(other.from.to))
  return same.at(-1) === cell
}
