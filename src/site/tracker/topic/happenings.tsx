/** A topic's dates: those that were promised, and all that happened, each line leading to where it is told in full. */
import { findRecord, type StandingDeadline, type TimelineEntry, timelineOf } from '../../../tracker/index.ts'
import { pathOf, type View } from '../view.ts'
import { HAPPENING_WORDS, sayDate, sayStanding, sentenceCase } from '../words.ts'
import { AllOf } from './all-of.tsx'

interface DeadlinesProps {
  readonly view: View
  readonly topic: string
  readonly deadlines: readonly StandingDeadline[]
  /** The rest have a page of their own. */
  readonly most: number
}

export function TopicDeadlines({ view, topic, deadlines, most }: DeadlinesProps) {
  if (deadlines.length === 0) return null
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">Dates that were promised</h2>
      <ul class="due">
        {deadlines.slice(0, most).map((each) => (
          <DatedLine view={view} each={each} />
        ))}
      </ul>
      <AllOf view={view} path={`/topics/${topic}/dates`} count={deadlines.length} most={most} of="dates" />
    </section>
  )
}

export function DatedLine({ view, each: { deadline, standing } }: { view: View; each: StandingDeadline }) {
  const { word, detail } = sayStanding(standing)
  return (
    <li class={standing.kind}>
      <a href={view.href(`/deadlines#${deadline.id}`)}>{deadline.title}</a>
      <span>
        <strong>{word}</strong> {detail}. Promised: {deadline.words}
      </span>
    </li>
  )
}

/** The first sentence, which is what fits a line. */
function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text
}

function addressOf(view: View, { type, id, version }: TimelineEntry): string {
  return view.href(`${pathOf(view, type, id)}${version === null ? '' : `#v${version + 1}`}`)
}

/** How many of the last happenings stand on the topic's own page; the rest is one step away. */
const LAST = 4

export function TopicHappenings({ view, topic }: { view: View; topic: string }) {
  const all = timelineOf(view.state, topic).filter(({ what }) => what !== 'judged' && what !== 'asked')
  return (
    <section aria-labelledby="happened">
      <h2 id="happened">What happened last</h2>
      <Timeline view={view} entries={all.slice(-LAST).reverse()} />
      <p>
        <a href={view.href(`/topics/${topic}/timeline`)}>All that happened, in order</a>
      </p>
    </section>
  )
}

function Timeline({ view, entries }: { view: View; entries: readonly TimelineEntry[] }) {
  if (entries.length === 0) return <p class="empty">Nothing had happened yet.</p>
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <Happened view={view} entry={entry} />
      ))}
    </ol>
  )
}

export function Happened({ view, entry }: { view: View; entry: TimelineEntry }) {
  // A first sentence alone ("The Act was passed.") would not say of what.
  const promise = findRecord(view.state, 'commitment', entry.commitment ?? '')?.title
  return (
    <li>
      <span class="when">
        {sentenceCase(sayDate(entry.on))} · {HAPPENING_WORDS[entry.what]}
      </span>
      <a href={addressOf(view, entry)}>
        {promise === undefined ? null : `${promise}: `}
        {firstSentence(entry.text)}
      </a>
    </li>
  )
}
