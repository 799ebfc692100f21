/** Organisations: who acts and who judges, and each with what it thought, promised and asked for. */
import { findRecord, listRecords, type RecordOf } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { pageOf, Turn } from '../in-pages.tsx'
import { PromisedInALine } from '../topic/promises.tsx'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { ASK_WORDS, STANCE_WORDS, sayCount, sayDate } from '../words.ts'

type Organisation = RecordOf<'organisation'>

const GROUPS: readonly (readonly [title: string, kinds: readonly Organisation['kind'][]])[] = [
  [
    'Government, Parliament, courts and public bodies',
    ['government', 'department', 'parliament', 'court', 'regulator', 'council', 'office'],
  ],
  [
    'Reviews, charities, researchers and companies',
    ['review', 'charity', 'sector-body', 'research', 'company'],
  ],
]

export function organisationsPage(view: View): string {
  const all = listRecords(view.state, 'organisation')
  return renderFrame({
    view,
    title: 'Organisations',
    children: (
      <>
        <h1>Who decides, and who speaks up</h1>
        <p class="lead">
          {all.length === 0
            ? 'Who recommends, promises, asks and judges will be named here.'
            : `${sayCount(all.length, 'organisation has', 'organisations have')} a part in this story. Open one to see what it promised, asked for or thought.`}
        </p>
        {all.length === 0 ? <p class="empty">No organisation has been recorded yet.</p> : null}
        {GROUPS.map(([title, kinds]) => (
          <Listed view={view} title={title} listed={all.filter(({ kind }) => kinds.includes(kind))} />
        ))}
      </>
    ),
  })
}

interface ListedProps {
  readonly view: View
  readonly title: string
  readonly listed: readonly Organisation[]
}

function Listed({ view, title, listed }: ListedProps) {
  if (listed.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="two">
        {listed.map(({ id, name, what }) => (
          <li>
            <a href={view.href(`/organisations/${id}`)}>{name}</a>
            <span>{what}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What an organisation did, under three headings; `asked` is the page of it, from 1. */
export function organisationPage(view: View, organisation: Organisation, asked: number): string {
  const { id, name, shortName, what, decidesFor, cites } = organisation
  const { state } = view
  const positions = listRecords(state, 'position')
    .filter((position) => position.organisation === id)
    .sort((one, other) => other.on.to.localeCompare(one.on.to))
  const commitments = listRecords(state, 'commitment').filter(({ by }) => by === id)
  const asks = listRecords(state, 'ask').filter(({ by }) => by === id)
  const list = pageOf(
    [
      ...positions.map((position) => ({
        group: 'thought',
        markup: <Position view={view} position={position} />,
        id: position.id,
      })),
      ...commitments.map((commitment) => {
        return { group: 'promised', markup: <PromisedInALine view={view} commitment={commitment} /> }
      }),
      ...asks.map((ask) => ({ group: 'asked', markup: <AskedInALine view={view} ask={ask} /> })),
    ],
    asked,
  )
  const [thought, promised, askedFor] = ['thought', 'promised', 'asked'].map((group) =>
    list.groups.get(group),
  )
  return renderFrame({
    view,
    title: name,
    children: (
      <>
        <p class="above">
          <a href={view.href('/organisations')}>Organisation</a>
        </p>
        <WithEvidence view={view} cites={cites}>
          <h1>{name}</h1>
          <p class="lead">
            {what}
            {shortName === undefined || shortName === name ? '' : ` Its short name is ${shortName}.`}
          </p>
          {decidesFor.length === 0 ? null : (
            <p>
              May decide for:{' '}
              {decidesFor.map((each) => findRecord(state, 'organisation', each)?.name ?? each).join(', ')}.
            </p>
          )}
        </WithEvidence>
        {thought === undefined ? null : (
          <section aria-labelledby="positions">
            <h2 id="positions">What it thought</h2>
            {thought}
          </section>
        )}
        {promised === undefined ? null : (
          <section aria-labelledby="promises">
            <h2 id="promises">What it promised</h2>
            <ul class="two">{promised}</ul>
          </section>
        )}
        {askedFor === undefined ? null : (
          <section aria-labelledby="asks">
            <h2 id="asks">What it asked for</h2>
            <ul class="two">{askedFor}</ul>
          </section>
        )}
        <Turn view={view} list={list} />
      </>
    ),
  })
}

function Position({ view, position }: { view: View; position: RecordOf<'position'> }) {
  const { id, on, stance, text, topics, cites } = position
  return (
    <WithEvidence view={view} cites={cites} id={id}>
      <p class="when">
        <strong>{STANCE_WORDS[stance]}</strong> {sayDate(on)}
      </p>
      <p>{text}</p>
      <Topics view={view} topics={topics} />
    </WithEvidence>
  )
}

function AskedInALine({ view, ask: { id, act, state, topics } }: { view: View; ask: RecordOf<'ask'> }) {
  return (
    <li>
      <a href={view.href(`/topics/${topics[0] ?? ''}#${id}`)}>{act}</a>
      <span>{ASK_WORDS[state]}</span>
    </li>
  )
}

function Topics({ view, topics }: { view: View; topics: readonly string[] }) {
  return (
    <p class="mark">
      On:{' '}
      {topics.map((topic, at) => (
        <>
          {at === 0 ? '' : ', '}
          <a href={view.href(`/topics/${topic}`)}>{findRecord(view.state, 'topic', topic)?.title ?? topic}</a>
        </>
      ))}
    </p>
  )
}
