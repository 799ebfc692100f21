/** The first page: what this is, what changed, what is due, and every topic with where it stands. */
import {
  deadlinesOn,
  findRecord,
  lastChanges,
  listTopics,
  nameOf,
  type RecordOf,
  type StandingDeadline,
  standingOfTopic,
  type TimelineEntry,
} from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { axesOf } from '../marks.tsx'
import { pathOf, type View } from '../view.ts'
import { Note } from '../with-evidence.tsx'
import { HAPPENING_WORDS, sayDate, sayStanding, sentenceCase } from '../words.ts'

/** As many as stand beside each other without a long first page. */
const CHANGES = 4
const DUE = 5

export function homePage(view: View): string {
  const { settings } = view
  return renderFrame({
    view,
    title: settings.title,
    children: (
      <>
        <h1>{settings.title}: what was promised, and what was done</h1>
        <p class="lead">{settings.summary}</p>
        <p class="ways">
          <a href={view.href('/left-out')}>Find out who is left out</a>{' '}
          <a href={view.href('/promises')}>See the promises over time</a>
        </p>
        <div class="halves">
          <Changes view={view} />
          <Due view={view} />
        </div>
        <Topics view={view} />
      </>
    ),
  })
}

function Changes({ view }: { view: View }) {
  const changes = lastChanges(view.state, CHANGES)
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">What changed lately</h2>
      {changes.length === 0 ? <p class="empty">Nothing had happened yet.</p> : null}
      {changes.map((entry) => (
        <Change view={view} entry={entry} />
      ))}
    </section>
  )
}

function Change({ view, entry }: { view: View; entry: TimelineEntry }) {
  const { on, what, by, text, type, id, topics, commitment, cites } = entry
  const subject =
    findRecord(view.state, 'commitment', commitment ?? '')?.title ??
    findRecord(view.state, 'topic', topics[0] ?? '')?.title ??
    text
  return (
    <div class="change">
      <p class="when">
        {sentenceCase(sayDate(on))} · {HAPPENING_WORDS[what]}
        {by === null ? null : `, ${nameOf(view.state, by)}`}
      </p>
      <h3>
        <a href={view.href(pathOf(view, type, id))}>{subject}</a>
      </h3>
      <p>{text}</p>
      <Note view={view} cites={cites} />
    </div>
  )
}

function Due({ view }: { view: View }) {
  const all = deadlinesOn(view.state, view.today)
  const late = all.filter(({ standing }) => standing.kind === 'overdue')
  const next = all.filter(({ standing }) => standing.kind === 'ahead' || standing.kind === 'may-be-overdue')
  return (
    <section aria-labelledby="due">
      <h2 id="due">Overdue, and next</h2>
      {late.length + next.length === 0 ? (
        <p class="empty">No date that was promised is open.</p>
      ) : (
        <ul class="due">
          {[...late.reverse(), ...next].slice(0, DUE).map((each) => (
            <DueDate view={view} each={each} />
          ))}
        </ul>
      )}
      <p>
        <a href={view.href('/deadlines')}>All {all.length} dates that were promised</a>
      </p>
    </section>
  )
}

function DueDate({ view, each: { deadline, standing } }: { view: View; each: StandingDeadline }) {
  const { word, detail } = sayStanding(standing)
  return (
    <li>
      <a href={view.href(`/deadlines#${deadline.id}`)}>{deadline.title}</a>
      <span>
        <strong>{word}</strong> {detail}. Promised: {deadline.words}
      </span>
    </li>
  )
}

function Topics({ view }: { view: View }) {
  const topics = listTopics(view.state)
  if (topics.length === 0) return <p class="empty">This tracker has no topics yet.</p>
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">Where each topic stands</h2>
      <table class="standing">
        <caption class="unseen">
          Each topic with reply, promise, delivery, verdict and how sure the verdict is
        </caption>
        <thead>
          <tr>
            <th scope="col">Topic</th>
            {['Reply', 'Promise', 'Delivery', 'Verdict', 'How sure'].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <TopicRow view={view} topic={topic} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TopicRow({ view, topic }: { view: View; topic: RecordOf<'topic'> }) {
  return (
    <tr>
      <th scope="row">
        <a href={view.href(`/topics/${topic.id}`)}>{topic.title}</a>
        <span>{topic.summary}</span>
      </th>
      {axesOf(view, standingOfTopic(view.state, topic)).map(({ name, value, detail }) => (
        <td data-axis={name}>
          {value}
          {detail === null ? null : <small>{detail}</small>}
        </td>
      ))}
    </tr>
  )
}
