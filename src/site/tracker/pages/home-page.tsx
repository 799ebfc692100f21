/** The first page: what this is, the ways in, what changed, what is due, and every topic with where it stands. */
import {
  countWays,
  deadlinesOn,
  type LadderLine,
  ladderLine,
  leadCommitment,
  leftOutOf,
  listRecords,
  listTopics,
  nameOf,
  type RecordOf,
  type StandingDeadline,
  standingOfTopic,
  yearsOfPromises,
  yearsOfSteps,
} from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { Ladder, WedgeKey } from '../ladder.tsx'
import { type LastHappening, lastHappenings } from '../last-happenings.ts'
import { axesOf } from '../marks.tsx'
import { StepLine } from '../step-line.tsx'
import type { View } from '../view.ts'
import { Note } from '../with-evidence.tsx'
import { HAPPENING_WORDS, sayCount, sayDate, sayStanding, sayTimes, sentenceCase } from '../words.ts'

/** As many as stand beside what happened last. */
const DUE = 5
/** Of these, so many may be dates that have passed: what comes next must not be pushed out. */
const PASSED = 3

export function homePage(view: View): string {
  const { settings } = view
  return renderFrame({
    view,
    title: settings.title,
    children: (
      <>
        <div class="welcome">
          <div>
            <h1>{settings.title}: what was promised, and what was done</h1>
            <p class="lead">{settings.summary}</p>
            <WaysIn view={view} />
          </div>
          <LongestStory view={view} />
        </div>
        <div class="halves">
          <Changes view={view} />
          <Due view={view} />
        </div>
        <Topics view={view} />
      </>
    ),
  })
}

/** The questions people come with, each with the figure that makes them look. */
function WaysIn({ view }: { view: View }) {
  const { groups, rows } = leftOutOf(view.state)
  const gaps = rows.flatMap(({ cells }) => cells).filter(({ state }) => state === 'excluded').length
  const promises = listRecords(view.state, 'commitment').length
  const deadlines = deadlinesOn(view.state, view.today)
  const kept = deadlines.filter(({ standing }) => standing.kind === 'kept').length
  const ways: readonly (readonly [path: string, label: string, count: string | null])[] = [
    ...(view.settings.rulebook === undefined
      ? []
      : ([
          ['/what-applies', 'What applies to me?', 'A few questions, answered on your own device'],
        ] as const)),
    [
      '/left-out',
      'Who is left out?',
      rows.length === 0
        ? null
        : `${sayCount(gaps, 'gap', 'gaps')} among ${sayCount(groups.length, 'group', 'groups')} and ${sayCount(rows.length, 'kind', 'kinds')} of help`,
    ],
    ['/promises', 'Which promises grew weaker?', promises === 0 ? null : sayHowPromisesGrew(view, promises)],
    [
      '/deadlines',
      'Were the dates kept?',
      deadlines.length === 0
        ? null
        : `${kept} of ${sayCount(deadlines.length, 'date was', 'dates were')} kept in time`,
    ],
  ]
  return (
    <ul class="ways">
      {ways.map(([path, label, count]) => (
        <li>
          <a href={view.href(path)}>{label}</a>
          <span>{count ?? 'Nothing recorded yet'}</span>
        </li>
      ))}
    </ul>
  )
}

/** The same count as the page it leads to, of one promise a topic; a large record is not gone through for it. */
function sayHowPromisesGrew(view: View, promises: number): string {
  const lines = view.isPart
    ? []
    : listTopics(view.state).flatMap(({ id }) => {
        const lead = leadCommitment(view.state, id)
        return lead === null ? [] : [ladderLine(lead)]
      })
  if (lines.length === 0) return `${sayCount(promises, 'promise', 'promises')} over time`
  const { weaker, shrunk } = countWays(lines)
  const beside = shrunk === 0 ? 'none shrank or slipped' : `${shrunk} shrank or slipped`
  return `${weaker === 0 ? 'None' : weaker} of ${sayCount(lines.length, 'main promise', 'main promises')}; ${beside}`
}

/** In how many ways it changed from one version to the next. */
const countChanges = ({ steps }: LadderLine): number =>
  steps.flatMap(({ drifts }) => drifts).filter(({ name }) => name !== 'restated').length

/** Of those said most often, more than once, the one that changed in most ways; of equals the first. */
function findLongest(state: View['state']): LadderLine | null {
  const all = listRecords(state, 'commitment')
  const most = all.reduce((count, { versions }) => Math.max(count, versions.length), 2)
  return all
    .filter(({ versions }) => versions.length === most)
    .map((each) => ladderLine(each))
    .reduce<LadderLine | null>(
      (best, line) => (best === null || countChanges(line) > countChanges(best) ? line : best),
      null,
    )
}

/** The promise with the longest story: the one picture that shows what this site is for. */
function LongestStory({ view }: { view: View }) {
  const longest = findLongest(view.state)
  const years = yearsOfSteps(longest?.steps ?? [])
  if (longest === null || years === null) return null
  const { commitment, steps } = longest
  return (
    <figure class="drawing">
      <Ladder
        view={view}
        lines={[longest]}
        years={[years[0], Math.max(years[1], Number(view.today.slice(0, 4)))]}
        label={`How strongly it was promised: ${commitment.title}`}
      />
      <figcaption>
        <a href={view.href(`/commitments/${commitment.id}`)}>{commitment.title}</a>: one promise, said{' '}
        {sayTimes(steps.length)}. <WedgeKey />
      </figcaption>
    </figure>
  )
}

function Changes({ view }: { view: View }) {
  const happened = lastHappenings(view.state)
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">What changed lately</h2>
      {happened.length === 0 ? <p class="empty">Nothing has been recorded yet.</p> : null}
      {happened.map((each) => (
        <Change view={view} happening={each} />
      ))}
    </section>
  )
}

function Change({ view, happening }: { view: View; happening: LastHappening }) {
  const { on, what, by, text, subject, path, cites } = happening
  return (
    <div class="change">
      <p class="when">
        {sentenceCase(sayDate(on))} · {HAPPENING_WORDS[what]}
        {by === null ? null : `, ${nameOf(view.state, by)}`}
      </p>
      <h3>
        <a href={view.href(path)}>{subject}</a>
      </h3>
      <p>{text}</p>
      <Note view={view} cites={cites} />
    </div>
  )
}

function Due({ view }: { view: View }) {
  const all = deadlinesOn(view.state, view.today)
  const of = (...kinds: readonly StandingDeadline['standing']['kind'][]) =>
    all.filter(({ standing }) => kinds.includes(standing.kind))
  const passed = of('overdue', 'missed').reverse().slice(0, PASSED)
  const open = [...passed, ...of('ahead', 'may-be-overdue')].slice(0, DUE)
  return (
    <section aria-labelledby="due">
      <h2 id="due">Dates missed, and next</h2>
      {open.length === 0 ? <p class="empty">No date that was promised is open.</p> : null}
      <ul class="due">
        {open.map((each) => (
          <DueDate view={view} each={each} />
        ))}
      </ul>
      {all.length === 0 ? null : (
        <p>
          <a href={view.href('/deadlines')}>
            {all.length === 1
              ? 'The one date that was promised'
              : `All ${all.length} dates that were promised`}
          </a>
        </p>
      )}
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
  const years = yearsOfPromises(view.state)
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">Where each topic stands</h2>
      {topics.length === 0 ? (
        <p class="empty">
          This tracker has no topics yet. The first appears here with what was promised on it.
        </p>
      ) : (
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
              <TopicRow view={view} topic={topic} years={years} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

interface TopicRowProps {
  readonly view: View
  readonly topic: RecordOf<'topic'>
  readonly years: readonly [number, number] | null
}

function TopicRow({ view, topic, years }: TopicRowProps) {
  const standing = standingOfTopic(view.state, topic)
  const steps = standing.promise === null ? [] : ladderLine(standing.promise.commitment).steps
  return (
    <tr>
      <th scope="row">
        <a href={view.href(`/topics/${topic.id}`)}>{topic.title}</a>
        <span>{topic.summary}</span>
      </th>
      {axesOf(view, standing).map(({ name, value, detail }) => (
        <td data-axis={name}>
          <div>
            {value}
            {detail === null ? null : <small>{detail}</small>}
            {name === 'Promise' && years !== null ? (
              <StepLine steps={steps} years={years} today={view.today} />
            ) : null}
          </div>
        </td>
      ))}
    </tr>
  )
}
