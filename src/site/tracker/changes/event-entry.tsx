/** One thing that was recorded, corrected or withdrawn, as a line: what, which record, why. */
import { foldEvents, type RecordType, type TrackerEvent, type TrackerState } from '../../../tracker/index.ts'
import { titleOf } from '../record-title.ts'
import { pathOf, type View } from '../view.ts'

const ACTION_WORDS: Readonly<Record<TrackerEvent['action'], string>> = {
  recorded: 'Recorded',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
}

/** What was done, in a word. Words that were looked for again in another copy are found or lost, and correct nothing. */
export function sayAction({ action, type, body }: TrackerEvent): string {
  if (type !== 'passage' || action !== 'corrected') return ACTION_WORDS[action]
  return body !== null && 'standing' in body && body.standing === 'lost' ? 'Not found' : 'Found again'
}

export const historyPath = ({ type, id }: Pick<TrackerEvent, 'type' | 'id'>): string =>
  `/changes/${type}/${id.split('/').map(encodeURIComponent).join('/')}`

interface EventEntryProps {
  readonly view: View
  readonly event: TrackerEvent
  /** Whether a history is worth a page: the record was said more than once. */
  readonly hasHistory: boolean
}

export function EventEntry({ view, event, hasHistory }: EventEntryProps) {
  return (
    <li>
      <strong class={`action is-${event.action}`}>{sayAction(event)}</strong>{' '}
      <EventName view={view} event={event} />
      {event.reason === null ? null : <span class="reason"> {event.reason}</span>}
      {hasHistory ? (
        <>
          {' '}
          <a href={view.href(historyPath(event))}>What changed in it</a>
        </>
      ) : null}
    </li>
  )
}

/** The record as it is now, by its name; where it is gone, by the name the event gives it. */
export function EventName({ view, event }: { view: View; event: TrackerEvent }) {
  if (event.type === 'tracker') return <a href={view.href('/about')}>The tracker itself</a>
  const { type, id } = event
  const isThere = view.state.records[type].has(id)
  const known = isThere ? view : { ...view, state: stateOfOne(view.state, event) }
  const title = titleOf(known, type, id)
  // Where texts cannot be shown, copies and their words have no page.
  const hasPage = isThere && (view.passages !== undefined || (type !== 'capture' && type !== 'passage'))
  if (!hasPage) return title
  const path = pathOf(view, type, id)
  // On an earlier day it may have no place yet: it is named as it is now, and leads to where it is now.
  return <a href={view.asAt === null ? view.href(path) : path}>{title}</a>
}

/** A state that holds what the event says, for naming it. */
function stateOfOne(state: TrackerState, event: TrackerEvent): TrackerState {
  if (event.body === null || event.type === 'tracker') return state
  const { records } = foldEvents([{ ...event, sequence: 1 }])
  const type: RecordType = event.type
  return { ...state, records: { ...state.records, [type]: records[type] } }
}
