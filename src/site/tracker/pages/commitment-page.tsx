/** One promise: how it stands, two versions side by side, every version with what it changed, and what was done. */
import {
  deliveryOf,
  findRecord,
  historyOf,
  ladderLine,
  listRecords,
  looksFor,
  nameOf,
  type RecordOf,
  yearsOfSteps,
} from '../../../tracker/index.ts'
import { chooseVersions, ThenAndNowTable } from '../commitment/then-and-now.tsx'
import { ChangeList, VersionList } from '../commitment/versions.tsx'
import { renderFrame } from '../frame.tsx'
import { Ladder, WedgeKey } from '../ladder.tsx'
import { sayDelivery } from '../marks.tsx'
import { Succession } from '../topic/succession.tsx'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import {
  DELIVERY_KIND_WORDS,
  DELIVERY_WORDS,
  sayDate,
  sayDay,
  sayTimes,
  sayWhen,
  strengthWord,
} from '../words.ts'

interface CommitmentPage {
  readonly view: View
  readonly commitment: RecordOf<'commitment'>
  /** Numbers of the versions to set side by side, from 1, as the address gives them. */
  readonly then: string | undefined
  readonly now: string | undefined
}

export function commitmentPage({ view, commitment, then, now }: CommitmentPage): string {
  const { state } = view
  const { id, title, by, topics, versions } = commitment
  const last = versions.at(-1)
  const line = ladderLine(commitment)
  const steps = historyOf(commitment)
  const years = yearsOfSteps(line.steps)
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
        <p class="lead">{last === undefined ? null : summarise(view, commitment)}</p>
        {years === null ? null : (
          <div class="story">
            <figure class="drawing">
              <Ladder
                view={view}
                lines={[line]}
                years={[years[0], Math.max(years[1], Number(view.today.slice(0, 4)))]}
                label={`How strongly it was promised: ${title}`}
                areAllNamed
              />
              <figcaption>
                <WedgeKey /> Each dot leads to what was said then.
              </figcaption>
            </figure>
            <ChangeList steps={steps} />
          </div>
        )}
        <ThenAndNowTable
          view={view}
          commitment={commitment}
          chosen={chooseVersions(versions.length, then, now)}
        />
        <VersionList view={view} steps={steps} />
        <Succession view={view} commitments={[commitment]} isOne />
        <Done view={view} commitment={id} />
      </>
    ),
  })
}

function summarise(view: View, { id, versions }: RecordOf<'commitment'>): string {
  const last = versions.at(-1)
  if (last === undefined) return ''
  const isOnce = versions.length === 1
  const times = `Said ${sayTimes(versions.length)}`
  const delivery = sayDelivery(deliveryOf(view.state, id))
  return `${times}, ${isOnce ? '' : 'last '}${sayWhen(last.on)}, as: ${strengthWord(last.strength).toLowerCase()}. Delivery: ${delivery.charAt(0).toLowerCase()}${delivery.slice(1)}.`
}

function Done({ view, commitment }: { view: View; commitment: string }) {
  const events = listRecords(view.state, 'deliveryEvent')
    .filter(({ commitments }) => commitments.includes(commitment))
    .sort((one, other) => one.on.from.localeCompare(other.on.from))
  return (
    <>
      <section aria-labelledby="done">
        <h2 id="done">What happened</h2>
        {events.length === 0 ? (
          <p class="empty">No event was found. That is not the same as nothing done: see where we looked.</p>
        ) : null}
        {events.map(({ id, on, kind, delivery, text, missing, cites }) => (
          <WithEvidence view={view} cites={cites} id={id}>
            <p class="when">
              {sayDate(on)} · {DELIVERY_KIND_WORDS[kind]} · shows: <strong>{DELIVERY_WORDS[delivery]}</strong>
            </p>
            <p>{text}</p>
            {missing === undefined ? null : (
              <p class="mark">
                <b>What is missing</b> {missing}
              </p>
            )}
          </WithEvidence>
        ))}
      </section>
      <Looks view={view} commitment={commitment} />
    </>
  )
}

function Looks({ view, commitment }: { view: View; commitment: string }) {
  const looks = looksFor(view.state, commitment)
  return (
    <section aria-labelledby="looks">
      <h2 id="looks">Where we looked</h2>
      {looks.length === 0 ? (
        <p class="empty">Not looked at yet: nobody has searched for signs of delivery.</p>
      ) : null}
      {looks.map(({ on, places, found, note }) => (
        <p>
          Looked on {sayDay(on)} in {places.join('; ')}:{' '}
          <strong>{found === 'nothing' ? 'found nothing' : 'found something'}</strong>.
          {note === undefined ? null : ` ${note}`}
        </p>
      ))}
    </section>
  )
}
