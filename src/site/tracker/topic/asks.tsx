/** What should happen next: who asks whom for what, how we will know, and whether it is met. */
import { listRecords, nameOf, type RecordOf } from '../../../tracker/index.ts'
import type { View } from '../view.ts'
import { Note, WithEvidence } from '../with-evidence.tsx'
import { ASK_WORDS, sayDate } from '../words.ts'
import { AllOf } from './all-of.tsx'

const order: readonly RecordOf<'ask'>['state'][] = [
  'open',
  'partly-met',
  'not-looked-at',
  'met',
  'overtaken',
  'withdrawn',
]

/** More than these would make a page too long to read on a phone: the rest are shorter. */
const TOLD = 3

/** The asks of a topic, what is open first. */
export const asksOf = (view: View, topic: string): RecordOf<'ask'>[] =>
  listRecords(view.state, 'ask')
    .filter(({ topics }) => topics.includes(topic))
    .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state))

interface AsksProps {
  readonly view: View
  readonly topic: string
  /** Of those in full and of those in a line; the rest have a page of their own. */
  readonly most: number
}

export function TopicAsks({ view, topic, most }: AsksProps) {
  const sorted = asksOf(view, topic)
  const told = Math.min(TOLD, most)
  return (
    <section aria-labelledby="next">
      <h2 id="next">What should happen next</h2>
      {sorted.length === 0 ? <p class="empty">Nobody had asked for anything on this topic.</p> : null}
      {sorted.slice(0, told).map((ask) => (
        <Ask view={view} ask={ask} />
      ))}
      {sorted.length > told ? (
        <ul class="two">
          {sorted.slice(told, told + most).map((ask) => (
            <AskInALine view={view} ask={ask} />
          ))}
        </ul>
      ) : null}
      <AllOf
        view={view}
        path={`/topics/${topic}/asks`}
        count={sorted.length}
        most={told + most}
        of="asks"
        places={sorted.slice(told + most).map(({ id }) => id)}
      />
    </section>
  )
}

export function Ask({ view, ask }: { view: View; ask: RecordOf<'ask'> }) {
  const { id, by, owner, on, act, dueBy, test, state, stateReason, cites } = ask
  return (
    <WithEvidence view={view} cites={cites} id={id}>
      <p class="when">
        <strong>{ASK_WORDS[state]}</strong> {nameOf(view.state, by)} to {nameOf(view.state, owner)},{' '}
        {sayDate(on)}
      </p>
      <p>{act}</p>
      <p class="mark">
        <b>How we will know</b> {test}
        {dueBy === null ? null : ` Asked for by ${sayDate(dueBy)}.`}
      </p>
      {stateReason === undefined ? null : (
        <p class="mark">
          <b>Where it stands</b> {stateReason}
        </p>
      )}
    </WithEvidence>
  )
}

function AskInALine({ view, ask }: { view: View; ask: RecordOf<'ask'> }) {
  const { id, by, owner, on, act, state, cites } = ask
  return (
    <li id={id}>
      {act}
      <span>
        {ASK_WORDS[state]}. {nameOf(view.state, by)} to {nameOf(view.state, owner)}, {sayDate(on)}
      </span>
      <Note view={view} cites={cites} />
    </li>
  )
}
