/** Promises over time: one ladder a topic on one scale of years, and the same as a table. */

import {
  changesBeside,
  type LadderLine,
  type LadderStep,
  type ListPage,
  ladderOfTopic,
  listTopics,
  type RecordOf,
  yearsOfPromises,
} from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { Ladder, WedgeKey } from '../ladder.tsx'
import { Turning } from '../large/turning.tsx'
import type { View } from '../view.ts'
import { sayCount, sayDate, sayDrift, strengthWord } from '../words.ts'

interface TopicLine {
  readonly topic: RecordOf<'topic'>
  readonly lead: LadderLine | undefined
}

/** `list` where these are some topics of many. */
export function promisesPage(view: View, list?: ListPage): string {
  const years = yearsOfPromises(view.state)
  const shown = list && new Set(list.records.map(({ id }) => id))
  const own = listTopics(view.state).filter(({ id }) => shown?.has(id) ?? true)
  const topics = own.map((topic) => {
    const lead = ladderOfTopic(view.state, topic.id).find(({ isLead }) => isLead)
    return { topic, lead }
  })
  const drawn = topics.findIndex(({ lead }) => lead !== undefined)
  return renderFrame({
    view,
    title: 'Promises over time',
    children: (
      <>
        <h1>Promises over time</h1>
        <p class="lead">{years === null ? 'No promise has been recorded yet.' : summarise(topics)}</p>
        {years === null ? (
          <p class="empty">
            Each topic will have a picture here: time across, and up how firmly the promise binds.
          </p>
        ) : (
          <>
            <p>
              Each picture is the main promise on one topic. <WedgeKey />{' '}
              <a href={view.href('/method#rungs')}>What each of the ten rungs means</a>
            </p>
            <div class="multiples">
              {topics.map((each, at) => (
                <Picture view={view} each={each} years={years} grid={at === drawn ? 'first' : 'again'} />
              ))}
            </div>
            <Table view={view} topics={topics} />
            {list === undefined ? null : <OfMany view={view} list={list} />}
          </>
        )}
      </>
    ),
  })
}

/** How many promises stand higher, lower or where they began, and how many gave less on the way all the same. */
function summarise(topics: readonly TopicLine[]): string {
  const lines = topics.flatMap(({ lead }) => lead ?? [])
  const climbs = lines.map(({ steps }) => (steps.at(-1)?.rung ?? 0) - (steps[0]?.rung ?? 0))
  const higher = climbs.filter((climb) => climb > 0).length
  const lower = climbs.filter((climb) => climb < 0).length
  const less = lines.filter(({ steps }) => steps.some((step) => changesBeside(step).isLess)).length
  return `Of ${sayCount(lines.length, 'promise', 'promises')}, ${higher} ${higher === 1 ? 'is' : 'are'} firmer than at first, ${lower === 0 ? 'none' : lower} weaker, and ${lines.length - higher - lower} as firm. ${less} shrank or slipped on the way, in money, places, people or time.`
}

function OfMany({ view, list }: { view: View; list: ListPage }) {
  return (
    <>
      <p>
        {list.total.toLocaleString('en-GB')} topics in all; these are {list.records.length} of them, in the
        order their editors gave them.
      </p>
      <Turning view={view} page={list.page} pages={list.pages} show={null} />
    </>
  )
}

interface PictureProps {
  readonly view: View
  readonly each: TopicLine
  readonly years: readonly [number, number]
  readonly grid: 'first' | 'again'
}

function Picture({ view, each: { topic, lead }, years, grid }: PictureProps) {
  return (
    <figure>
      <figcaption>
        <a href={view.href(`/topics/${topic.id}`)}>{topic.title}</a>
        <span>{lead?.commitment.title ?? 'No promise was found.'}</span>
      </figcaption>
      {lead === undefined ? null : (
        <Ladder
          view={view}
          lines={[lead]}
          years={years}
          label={`${topic.title}: ${lead.commitment.title}`}
          grid={grid}
        />
      )}
    </figure>
  )
}

/** "Fewer people qualify; start delayed"; what the rung shows is not said again. */
function changesOf({ drifts }: LadderStep): string {
  const beside = drifts.filter(({ field, name }) => field !== 'strength' && name !== 'restated')
  return [...new Set(beside.map(({ field, name }) => sayDrift(field, name)))].join('; ')
}

function Table({ view, topics }: { view: View; topics: readonly TopicLine[] }) {
  return (
    <>
      <h2 id="table">The same as a table</h2>
      {/* A box that scrolls must be reachable by keyboard. */}
      <section class="scroll" tabindex={0} aria-labelledby="table">
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">Topic</th>
              <th scope="col">When</th>
              <th scope="col">How strong</th>
              <th scope="col">What changed</th>
            </tr>
          </thead>
          {topics.map(({ topic, lead }) =>
            lead === undefined ? null : (
              <tbody>
                {lead.steps.map((step, at) => (
                  <tr>
                    {at === 0 ? (
                      <th scope="rowgroup" rowspan={lead.steps.length}>
                        {topic.title}
                      </th>
                    ) : null}
                    <td>
                      <a href={view.href(`/commitments/${lead.commitment.id}#v${step.version + 1}`)}>
                        {sayDate(step.on)}
                      </a>
                    </td>
                    <td>{strengthWord(step.strength)}</td>
                    <td>{changesOf(step)}</td>
                  </tr>
                ))}
              </tbody>
            ),
          )}
        </table>
      </section>
    </>
  )
}
