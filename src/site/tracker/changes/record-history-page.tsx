/** All that was ever recorded of one record, newest first, with the words that differ each time. */
import type { TrackerEvent } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import type { View } from '../view.ts'
import { sayDay, sayTimes } from '../words.ts'
import { EventName, sayAction } from './event-entry.tsx'
import { changedFields } from './field-changes.ts'
import { WordDiff } from './word-diff.tsx'

/** Recordings that are told in full on one page, newest first. */
const MOST = 25

/** `events` are all of the record's, oldest first, at least one. */
export function recordHistoryPage(view: View, events: readonly TrackerEvent[]): string {
  const [first] = events
  const last = events.at(-1)
  const steps = events.map((event, at) => ({ event, before: events[at - 1] ?? null })).reverse()
  return renderFrame({
    view,
    title: 'The history of a record',
    children: (
      <>
        <p class="above">
          <a href={view.href('/changes')}>What changed</a>
        </p>
        <h1 class="long">
          {last === undefined ? null : (
            <EventName view={view} event={last.body ? last : (named(events) ?? last)} />
          )}
        </h1>
        <p class="lead">
          {events.length === 1
            ? 'It was recorded once, and is as it was.'
            : `It was recorded ${sayTimes(events.length)}.`}{' '}
          {last?.action === 'withdrawn' ? 'It is withdrawn.' : ''}
        </p>
        {steps.slice(0, MOST).map((step) => (
          <Step {...step} />
        ))}
        {steps.length > MOST ? (
          <p>
            {steps.length - MOST} older recordings; the first was on{' '}
            {sayDay(first?.recordedAt.slice(0, 10) ?? '')}.
          </p>
        ) : null}
      </>
    ),
  })
}

/** The last event that still says what the record is called. */
const named = (events: readonly TrackerEvent[]) => events.findLast(({ body }) => body !== null)

function Step({ event, before }: { event: TrackerEvent; before: TrackerEvent | null }) {
  const changes = before === null || event.body === null ? [] : changedFields(before.body, event.body)
  return (
    <section class="batch">
      <h2>
        {sayAction(event)} on {sayDay(event.recordedAt.slice(0, 10))}{' '}
        <small>
          {event.recordedAt.slice(11, 16)} UTC · {event.by} · number {event.sequence} in the record
        </small>
      </h2>
      {event.reason === null ? null : <p class="reason">{event.reason}</p>}
      {changes.length === 0 && before !== null && event.body !== null ? (
        <p class="empty">Nothing in it differs from the recording before.</p>
      ) : null}
      <dl class="field-changes">
        {changes.map(({ field, before: old, after }) => (
          <div>
            <dt>{field}</dt>
            <dd>
              <WordDiff before={old} after={after} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
