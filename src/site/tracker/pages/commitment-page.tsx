/** One promise: how it stands, two versions side by side, every version with what it changed, and what was done. */
import {
  deliveryOf,
  findRecord,
  historyOf,
  ladderLine,
  nameOf,
  type RecordOf,
  yearsOfSteps,
} from '../../../tracker/index.ts'
import { type Child, raw, writeMarkup } from '../../markup/jsx-runtime.ts'
import { doneEntries, Looks } from '../commitment/done.tsx'
import { chooseVersions, ThenAndNowTable } from '../commitment/then-and-now.tsx'
import { ChangeList, versionEntries } from '../commitment/versions.tsx'
import { renderFrame } from '../frame.tsx'
import { allOnOne, type Entry, type OnePage, pageOf, Turn } from '../in-pages.tsx'
import { Ladder, WedgeKey } from '../ladder.tsx'
import { sayDelivery } from '../marks.tsx'
import { Succession } from '../topic/succession.tsx'
import type { View } from '../view.ts'
import { sayTimes, sayWhen, strengthWord } from '../words.ts'

interface CommitmentPage {
  readonly view: View
  readonly commitment: RecordOf<'commitment'>
  /** Numbers of the versions to set side by side, from 1, as the address gives them. */
  readonly then: string | undefined
  readonly now: string | undefined
  /** The page of its list, from 1. */
  readonly page: number
}

/** So much of 30,000 that no page of a day to come gets past it. */
const MOST_BYTES = 28_500

/** Nearly every promise fits on one page, which is written as it stands; only a heavier one is split and weighed. */
export function commitmentPage(asked: CommitmentPage): string {
  const { view, commitment, then, now, page } = asked
  const chosen = chooseVersions(commitment.versions.length, then, now)
  const entries = [
    ...versionEntries(view, historyOf(commitment)),
    {
      group: 'passed-on',
      markup: <Succession view={view} commitments={[commitment]} isOne />,
    },
    ...doneEntries(view, commitment.id),
    { group: 'looks', markup: <Looks view={view} commitment={commitment.id} /> },
  ]
  const head = <Head view={view} commitment={commitment} chosen={chosen} />
  if (page === 1) {
    const whole = renderPage(asked, allOnOne(entries), head)
    if (Buffer.byteLength(whole) <= MOST_BYTES) return whole
  }
  return renderInPages(asked, entries, writeMarkup(head))
}

const renderInPages = (asked: CommitmentPage, entries: readonly Entry[], head: string): string =>
  renderPage(asked, pageOf(entries, asked.page, Buffer.byteLength(head)), raw(head))

function renderPage({ view, commitment, then, now }: CommitmentPage, list: OnePage, head: Child): string {
  const { state } = view
  const { title, by, topics, versions } = commitment
  const said = list.groups.get('versions')
  const done = list.groups.get('done')
  return renderFrame({
    view,
    title,
    children: (
      <>
        <p class="above">
          Promise by {nameOf(state, by)}
          {topics.map((topic) => (
            <>
              {' · '}
              <a href={view.href(`/topics/${topic}`)}>{findRecord(state, 'topic', topic)?.title ?? topic}</a>
            </>
          ))}
        </p>
        <h1>{title}</h1>
        <p class="lead">{versions.length === 0 ? null : summarise(view, commitment)}</p>
        {list.page === 1 ? head : null}
        {said === undefined ? null : (
          <section aria-labelledby="versions">
            <h2 id="versions">{versions.length === 1 ? 'What was said' : 'Each time it was said'}</h2>
            {said}
          </section>
        )}
        {list.groups.get('passed-on')}
        {done === undefined ? null : (
          <section aria-labelledby="done">
            <h2 id="done">What happened</h2>
            {done}
          </section>
        )}
        {list.groups.get('looks')}
        <Turn view={view} list={list} asked={{ then, now }} />
      </>
    ),
  })
}

interface HeadProps extends Pick<CommitmentPage, 'view' | 'commitment'> {
  readonly chosen: readonly [number, number]
}

/** The picture, with what changed each time beside it, and two versions side by side: over the list, on its first page. */
function Head({ view, commitment, chosen }: HeadProps) {
  const line = ladderLine(commitment)
  const years = yearsOfSteps(line.steps)
  return (
    <>
      {years === null ? null : (
        <div class="story">
          <figure class="drawing">
            <Ladder
              view={view}
              lines={[line]}
              years={[years[0], Math.max(years[1], Number(view.today.slice(0, 4)))]}
              label={`How strongly it was promised: ${commitment.title}`}
              areAllNamed
            />
            <figcaption>
              <WedgeKey /> Each dot leads to what was said then.
            </figcaption>
          </figure>
          <ChangeList steps={historyOf(commitment)} />
        </div>
      )}
      <ThenAndNowTable view={view} commitment={commitment} chosen={chosen} />
    </>
  )
}

function summarise(view: View, { id, versions }: RecordOf<'commitment'>): string {
  const last = versions.at(-1)
  if (last === undefined) return ''
  const isOnce = versions.length === 1
  const times = `Said ${sayTimes(versions.length)}`
  const delivery = sayDelivery(deliveryOf(view.state, id))
  return `${times}, ${isOnce ? '' : 'last '}${sayWhen(last.on)}, as: ${strengthWord(last.strength).toLowerCase()}. Delivery: ${delivery.charAt(0).toLowerCase()}${delivery.slice(1)}.`
}
