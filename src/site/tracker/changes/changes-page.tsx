/** What was recorded, corrected and withdrawn: by whom, when and why, newest first. */
import type { TrackerEvent } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import type { View } from '../view.ts'
import { sayDay } from '../words.ts'
import { EventEntry, sayAction } from './event-entry.tsx'

export type Shown = 'all' | 'corrections'

export interface ChangesPageProps {
  readonly view: View
  readonly shown: Shown
  /** Newest first. */
  readonly events: readonly TrackerEvent[]
  /** Which run of them, counted from the oldest; null for the newest. */
  readonly part: number | null
  /** How many are older than these, and whether the run after this one has a number, too. */
  readonly older: number
  readonly hasNext: boolean
  /** How many events there are in all, and how many of them corrected or withdrew something. */
  readonly total: number
  readonly corrections: number
  /** Records that were said more than once, as "type id". */
  readonly retold: ReadonlySet<string>
}

/** Events on one page: about 20 kB of them, also where each is told at length. */
export const ON_A_PAGE = 60

export function changesPage(props: ChangesPageProps): string {
  const { view, shown, part, total, corrections } = props
  // A run that is past says nothing that the next change would alter.
  const counted = (count: number) => (part === null ? ` (${count})` : '')
  return renderFrame({
    view,
    title: 'What changed in this tracker',
    children: (
      <>
        <h1>What changed in this tracker</h1>
        <p class="lead">
          Nothing here is overwritten. Each thing we record, correct or withdraw is kept with who did it, when
          and why.
        </p>
        <p>
          There are two kinds of date. A claim says <strong>when it was so</strong>; this page says{' '}
          <strong>when we recorded it</strong>.
        </p>
        <nav aria-label="Which changes" class="years-nav">
          <a
            href={view.href('/changes')}
            aria-current={part === null && shown === 'all' ? 'page' : undefined}
          >
            All{counted(total)}
          </a>
          <a
            href={view.href('/changes?show=corrections')}
            aria-current={part === null && shown === 'corrections' ? 'page' : undefined}
          >
            Corrected or withdrawn{counted(corrections)}
          </a>
        </nav>
        <Batches {...props} />
        <Turn {...props} />
        <CompareForm view={view} path="/" />
      </>
    ),
  })
}

function Batches({ view, shown, events, retold }: ChangesPageProps) {
  if (events.length === 0)
    return (
      <p class="empty">
        {shown === 'corrections'
          ? 'Nothing was corrected or withdrawn. When it is, it stands here with its reason.'
          : 'Nothing is recorded yet.'}
      </p>
    )
  return (
    <>
      {batchesOf(events).map((batch) => {
        const [first] = batch
        if (first === undefined) return null
        return (
          <section class="batch">
            <h2>
              {sayDay(first.recordedAt.slice(0, 10))}{' '}
              <small>
                {first.recordedAt.slice(11, 16)} UTC · {first.by}
              </small>
            </h2>
            <ul class="events">
              {batch
                .filter((event) => !isFound(event) && !isFoundAgain(event))
                .map((event) => (
                  <EventEntry
                    view={view}
                    event={event}
                    hasHistory={retold.has(`${event.type} ${event.id}`)}
                  />
                ))}
              <Found count={batch.filter(isFound).length} />
              <FoundAgain events={batch.filter(isFoundAgain)} />
            </ul>
          </section>
        )
      })}
    </>
  )
}

/** Words that were found in a new copy are counted: the copy's own page lists them. */
const isFound = ({ type, action }: TrackerEvent): boolean => type === 'passage' && action === 'recorded'

function Found({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <li>
      <span class="action is-recorded">Recorded</span> {count} {count === 1 ? 'place' : 'places'} in a copy
      that claims rest on, found by the words or by the page that they cite
    </li>
  )
}

/** So are words that stand in a newer copy as well; those that do not are told one by one. */
const isFoundAgain = (event: TrackerEvent): boolean =>
  event.type === 'passage' && sayAction(event) === 'Found again'

function FoundAgain({ events }: { events: readonly TrackerEvent[] }) {
  if (events.length === 0) return null
  const moved = events.filter(({ body }) => body !== null && 'standing' in body && body.standing === 'moved')
  return (
    <li>
      <span class="action is-recorded">Found again</span> {events.length}{' '}
      {events.length === 1 ? 'place' : 'places'} that claims rest on, looked for in a copy
      {moved.length === 0 ? '' : `; ${moved.length} moved or set otherwise`}
    </li>
  )
}

/** What one person recorded at one moment belongs together. */
function batchesOf(events: readonly TrackerEvent[]): TrackerEvent[][] {
  const batches: TrackerEvent[][] = []
  for (const event of events) {
    const last = batches.at(-1)
    const [head] = last ?? []
    if (last && head?.recordedAt === event.recordedAt && head.by === event.by) last.push(event)
    else batches.push([event])
  }
  return batches
}

/** The newest where `part` is null. */
export function changesPath(part: number | null, shown: Shown): string {
  const query = [
    ...(part === null ? [] : [`part=${part}`]),
    ...(shown === 'corrections' ? ['show=corrections'] : []),
  ]
  return query.length === 0 ? '/changes' : `/changes?${query.join('&')}`
}

/** The run that holds the newest of `older` changes; null where there is none. */
export const partBefore = (older: number): number | null =>
  older === 0 ? null : Math.ceil(older / ON_A_PAGE)

function Turn({ view, shown, part, older, hasNext, events }: ChangesPageProps) {
  const before = partBefore(older)
  if (before === null && part === null) return null
  const link = (to: number | null) => view.href(changesPath(to, shown))
  return (
    <nav aria-label="Pages" class="turn">
      {part === null ? <span /> : <a href={link(hasNext ? part + 1 : null)}>← Newer</a>}
      <span>
        Numbers {older + 1} to {older + events.length}, from the oldest
      </span>
      {before === null ? null : <a href={link(before)}>Older →</a>}
    </nav>
  )
}

/** A way from here to any page as it stood on two days. */
export function CompareForm({ view, path }: { view: View; path: string }) {
  return (
    <form class="chooser" action="/compare">
      <label for="compare-path">Compare a page on two days: its address here</label>{' '}
      <input id="compare-path" name="path" value={path} maxlength={200} required />{' '}
      <input type="hidden" name="to" value={view.today} />
      <button type="submit">Choose the days</button>
    </form>
  )
}
