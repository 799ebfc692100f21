/** What should happen next: who asks whom for what, how we will know, and whether it is met. */
import { nameOf, type RecordOf } from '../../../tracker/index.ts'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { ASK_WORDS, sayDate } from '../words.ts'

const order: readonly RecordOf<'ask'>['state'][] = [
  'open',
  'partly-met',
  'not-looked-at',
  'met',
  'overtaken',
  'withdrawn',
]

export function TopicAsks({ view, asks }: { view: View; asks: readonly RecordOf<'ask'>[] }) {
  const sorted = [...asks].sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
  return (
    <section aria-labelledby="next">
      <h2 id="next">What should happen next</h2>
      {asks.length === 0 ? <p class="empty">Nobody had asked for anything on this topic.</p> : null}
      {sorted.map((ask) => (
        <Ask view={view} ask={ask} />
      ))}
    </section>
  )
}

function Ask({ view, ask }: { view: View; ask: RecordOf<'ask'> }) {
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
