/** How a topic's page begins: what it is about, what was promised last, and whether it was done. */
import type { Delivery, Strength } from '../../../model/index.ts'
import {
  type Cite,
  type DeliveryStanding,
  nameOf,
  oncePerObject,
  type TopicStanding,
} from '../../../tracker/index.ts'
import { VerdictMark } from '../marks.tsx'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { sayDay, sayWhen, sentenceCase } from '../words.ts'

const PROMISED: Readonly<Record<Strength, string>> = {
  'in-force': 'it was said to be in force',
  legislate: 'a law for it was on its way',
  fund: 'money was promised for it',
  commit: 'it was promised',
  pilot: 'a pilot was promised',
  consult: 'people were to be asked about it',
  explore: 'no more than looking into it was promised',
  encourage: 'others were encouraged to do it',
  acknowledge: 'it was spoken of, and nothing was promised',
  reject: 'it was refused',
}

const DONE: Readonly<Record<Delivery, string>> = {
  'not-looked-at': 'Nobody has looked yet whether it was done.',
  'nothing-found': 'We looked and found no sign that it was done.',
  announced: 'More than the announcement has not been found.',
  'under-way': 'Work on it is under way.',
  'partly-delivered': 'Part of it was done.',
  delivered: 'It was done.',
  reversed: 'It was taken back later.',
  superseded: 'Another promise took its place.',
  'cannot-be-judged': 'Whether it was done cannot be judged.',
}

function sayDone(delivery: DeliveryStanding): string {
  if (delivery.kind === 'event') return DONE[delivery.event.delivery]
  if (delivery.kind === 'nothing-found')
    return `We looked on ${sayDay(delivery.look.on)} and found no sign that it was done.`
  return DONE['not-looked-at']
}

/** What the answer rests on, each place once. */
const citesOf = oncePerObject(({ promise, delivery, verdict }: TopicStanding): Cite[] => {
  const all = [
    ...(promise?.version.cites ?? []),
    ...(delivery?.kind === 'event' ? delivery.event.cites : []),
    ...(verdict?.cites ?? []),
  ].map(({ source, at }) => (at === undefined ? { source } : { source, at }))
  return [...new Map(all.map((cite) => [`${cite.source} ${cite.at ?? ''}`, cite])).values()]
})

export function TopicOpening({ view, standing }: { view: View; standing: TopicStanding }) {
  const cites = citesOf(standing)
  const { topic } = standing
  const opening = (
    <>
      <h1>{topic.title}</h1>
      <p class="lead">{topic.summary}</p>
      <Answer view={view} standing={standing} />
    </>
  )
  if (cites.length === 0) return opening
  return (
    <WithEvidence view={view} cites={cites}>
      {opening}
    </WithEvidence>
  )
}

function Answer({ view, standing: { promise, delivery, verdict } }: { view: View; standing: TopicStanding }) {
  return (
    <p class="answer">
      {promise === null ? (
        'We found no promise on it.'
      ) : (
        <>
          <strong>
            {sentenceCase(sayWhen(promise.version.on))} {PROMISED[promise.version.strength]}.
          </strong>{' '}
          {delivery === null ? null : sayDone(delivery)}
        </>
      )}{' '}
      {verdict === null ? null : (
        <>
          {nameOf(view.state, verdict.by)} judges: <VerdictMark view={view} verdict={verdict.verdict} />
        </>
      )}
    </p>
  )
}
