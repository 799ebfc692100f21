/** Pages for an address where something was, or is on another day: withdrawn since, or not there yet. */
import type { PlainDate } from '../../../model/index.ts'
import type { TrackerEvent } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import type { View } from '../view.ts'
import { sayDay } from '../words.ts'

/** @param event the one that withdrew what stood there */
export function withdrawnPage(view: View, { type, id, recordedAt, by, reason }: TrackerEvent): string {
  const day = recordedAt.slice(0, 10) as PlainDate // a moment begins with its day
  return renderFrame({
    view,
    title: 'This was withdrawn',
    robots: 'noindex',
    children: (
      <>
        <h1>This was withdrawn</h1>
        <p class="lead">
          What stood here was taken out of the tracker on {sayDay(day)} by {by}.
        </p>
        {reason === null ? null : <p>The reason given: {reason}</p>}
        <p>
          <a href={`/changes/${type}/${id}`}>What it said, and how it changed</a>
        </p>
        <p>
          <a href={view.href('/')}>All topics</a>
        </p>
      </>
    ),
  })
}

/** Of what is there, and was not on the day asked for. */
export function notYetTherePage(view: View, asAt: PlainDate): string {
  return renderFrame({
    view,
    title: 'This was not there yet',
    children: (
      <>
        <h1>This was not there yet on {sayDay(asAt)}</h1>
        <p class="lead">What stands at this address today begins later.</p>
        <p>
          <a href={view.path}>See it as it is now</a>
        </p>
        <p>
          <a href={view.href('/')}>The whole tracker on {sayDay(asAt)}</a>
        </p>
      </>
    ),
  })
}
