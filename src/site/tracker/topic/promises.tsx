/** The promises of a topic: what each says now, how it changed, what was done about it, and where we looked. */
import {
  type Cite,
  deliveryOf,
  findRecord,
  historyOf,
  looksFor,
  nameOf,
  oncePerObject,
  oncePerState,
  type RecordOf,
} from '../../../tracker/index.ts'
import { sayDelivery } from '../marks.tsx'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { sayDate, sayDay, sayDrift, sayTimes, strengthWord } from '../words.ts'

interface PromisesProps {
  readonly view: View
  readonly commitments: readonly RecordOf<'commitment'>[]
  readonly topic: string
  /** The promise that is told in full; the others are told in a line or two, and in full on their own pages. */
  readonly lead: string | undefined
  /** Of those that are told; the rest have a page of their own. */
  readonly most: number
}

/** More promises than these would make a page too long to read on a phone: the rest are a line each. */
const TOLD = 3

/** And after so many lines the rest have a page of their own. */
const LINES = 6

export function TopicPromises({ view, commitments, topic, lead, most }: PromisesProps) {
  const sorted = [...commitments].sort((one, other) => Number(other.id === lead) - Number(one.id === lead))
  const told = Math.min(TOLD, most)
  const rest = sorted.slice(told, told + LINES)
  return (
    <>
      {sorted.slice(0, told).map((commitment) => (
        <Promised view={view} commitment={commitment} isLead={commitment.id === lead} />
      ))}
      {rest.length === 0 ? null : (
        <ul class="two">
          {rest.map((commitment) => (
            <PromisedInALine view={view} commitment={commitment} />
          ))}
        </ul>
      )}
      {sorted.length > told + LINES ? (
        <p>
          <a href={view.href(`/topics/${topic}/promises`)}>All {sorted.length} promises on this topic</a>
        </p>
      ) : null}
    </>
  )
}

export function PromisedInALine({ view, commitment }: { view: View; commitment: RecordOf<'commitment'> }) {
  const { id, title, versions } = commitment
  const last = versions.at(-1)
  return (
    <li>
      <a href={view.href(`/commitments/${id}`)}>{title}</a>
      {last === undefined ? null : (
        <span>
          {strengthWord(last.strength)}, {sayDate(last.on)}. Delivery:{' '}
          {sayDelivery(deliveryOf(view.state, id))}
        </span>
      )}
    </li>
  )
}

interface PromisedProps {
  readonly view: View
  readonly commitment: RecordOf<'commitment'>
  readonly isLead: boolean
}

function Promised({ view, commitment, isLead }: PromisedProps) {
  const { id, by, title, versions } = commitment
  const version = versions.at(-1)
  if (version === undefined) return null
  const delivery = deliveryOf(view.state, id)
  const cites = isLead ? leadCites(view.state, id) : version.cites
  return (
    <WithEvidence view={view} cites={cites}>
      <h3>
        <a href={view.href(`/commitments/${id}`)}>{title}</a>
      </h3>
      <p class="when">
        <strong>{strengthWord(version.strength)}</strong> {nameOf(view.state, by)}, {sayDate(version.on)}
        {versions.length > 1
          ? `, said ${sayTimes(versions.length)} since ${sayDate(versions[0]?.on ?? version.on)}`
          : ''}
      </p>
      <p>{version.text}</p>
      <Changes commitment={commitment} />
      <p class="mark">
        <b>Delivery</b>{' '}
        {isLead ? <Delivery view={view} commitment={id} /> : <strong>{sayDelivery(delivery)}</strong>}
      </p>
    </WithEvidence>
  )
}

/** Of what it says now, and of what was done about it. */
const leadCites = oncePerState((state, id): readonly Cite[] => {
  const delivery = deliveryOf(state, id)
  return [
    ...(findRecord(state, 'commitment', id)?.versions.at(-1)?.cites ?? []),
    ...(delivery.kind === 'event' ? delivery.event.cites : []),
  ]
})

/** The named changes over all versions, each once. */
const changesOf = oncePerObject((commitment: RecordOf<'commitment'>): string => {
  const names = historyOf(commitment)
    .flatMap(({ drifts }) => drifts)
    .filter(({ name }) => name !== 'restated')
    .map(({ field, name }) => sayDrift(field, name))
  return [...new Set(names)].join(' · ')
})

function Changes({ commitment }: { commitment: RecordOf<'commitment'> }) {
  const changes = changesOf(commitment)
  if (changes === '') return null
  return (
    <p class="mark">
      <b>What changed on the way</b> {changes}
    </p>
  )
}

/** The state and what it rests on; a look says when and where, whatever it found. */
function Delivery({ view, commitment }: { view: View; commitment: string }) {
  const delivery = deliveryOf(view.state, commitment)
  const look = looksFor(view.state, commitment).at(-1)
  return (
    <>
      <strong>{sayDelivery(delivery)}</strong>
      {delivery.kind === 'event' ? (
        <>
          {', '}
          {sayDate(delivery.event.on)}. {delivery.event.text}
          {delivery.event.missing === undefined ? null : ` What is missing: ${delivery.event.missing}`}
        </>
      ) : null}
      {delivery.kind === 'nothing-found'
        ? ` in ${delivery.look.places.join('; ')}. ${delivery.look.note ?? ''}`
        : null}
      {look !== undefined && delivery.kind === 'event'
        ? ` Last looked for on ${sayDay(look.on)}. ${look.note ?? ''}`
        : null}
    </>
  )
}
