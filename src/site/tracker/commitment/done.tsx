/** What was done about a promise, and where signs of it were looked for. */
import { listRecords, looksFor } from '../../../tracker/index.ts'
import type { Entry } from '../in-pages.tsx'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { DELIVERY_KIND_WORDS, DELIVERY_WORDS, sayDate, sayDay } from '../words.ts'

/** Each event as an entry of the promise's page, the first one first. */
export function doneEntries(view: View, commitment: string): Entry[] {
  const events = listRecords(view.state, 'deliveryEvent')
    .filter(({ commitments }) => commitments.includes(commitment))
    .sort((one, other) => one.on.from.localeCompare(other.on.from))
  if (events.length === 0)
    return [
      {
        group: 'done',
        markup: (
          <p class="empty">No event was found. That is not the same as nothing done: see where we looked.</p>
        ),
      },
    ]
  return events.map(({ id, on, kind, delivery, text, missing, cites }) => ({
    group: 'done',
    id,
    markup: (
      <WithEvidence view={view} cites={cites} id={id}>
        <p class="when">
          {sayDate(on)} · {DELIVERY_KIND_WORDS[kind]} · shows: <strong>{DELIVERY_WORDS[delivery]}</strong>
        </p>
        <p>{text}</p>
        {missing === undefined ? null : (
          <p class="mark">
            <b>What is missing</b> {missing}
          </p>
        )}
      </WithEvidence>
    ),
  }))
}

export function Looks({ view, commitment }: { view: View; commitment: string }) {
  const looks = looksFor(view.state, commitment)
  return (
    <section aria-labelledby="looks">
      <h2 id="looks">Where we looked</h2>
      {looks.length === 0 ? (
        <p class="empty">Not looked at yet: nobody has searched for signs of delivery.</p>
      ) : null}
      {looks.map(({ on, places, found, note }) => (
        <p>
          Looked on {sayDay(on)} in {places.join('; ')}:{' '}
          <strong>{found === 'nothing' ? 'found nothing' : 'found something'}</strong>.
          {note === undefined ? null : ` ${note}`}
        </p>
      ))}
    </section>
  )
}
