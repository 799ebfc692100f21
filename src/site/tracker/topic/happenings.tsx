/** A topic's dates: those that were promised, and all that happened, each line leading to where it is told in full. */
import { type StandingDeadline, type TimelineEntry, timelineOf } from '../../../tracker/index.ts'
import { pathOf, type View } from '../view.ts'
import { HAPPENING_WORDS, sayDate, sayStanding, sentenceCase } from '../words.ts'

export function TopicDeadlines({ view, deadlines }: { view: View; deadlines: readonly StandingDeadline[] }) {
  if (deadlines.length === 0) return null
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">Dates that were promised</h2>
      <ul class="due">
        {deadlines.map(({ deadline, standing }) => (
          <li class={standing.kind}>
            <a href={view.href(`/deadlines#${deadline.id}`)}>{deadline.title}</a>
            <span>
              <strong>{sayStanding(standing).word}</strong> {sayStanding(standing).detail}. Promised:{' '}
              {deadline.words}
            </span>
          </li>
        ))}
      </ul>
    </section>
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

export function Timeline({ view, entries }: { view: View; entries: readonly TimelineEntry[] }) {
  if (entries.length === 0) return <p class="empty">Nothing had happened yet.</p>
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li>
          <span class="when">
            {sentenceCase(sayDate(entry.on))} · {HAPPENING_WORDS[entry.what]}
          </span>
          <a href={addressOf(view, entry)}>{firstSentence(entry.text)}</a>
        </li>
      ))}
    </ol>
  )
}
