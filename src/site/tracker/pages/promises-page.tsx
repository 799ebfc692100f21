/** Promises over time: one ladder a topic on one scale of years, and the same as a table. */

import {
  countWays,
  type LadderLine,
  type LadderStep,
  type ListPage,
  ladderOfTopic,
  listTopics,
  type RecordOf,
  yearsOfPromises,
} from '../../../tracker/index.ts'
import { type Child, writeMarkup } from '../../markup/jsx-runtime.ts'
import { renderFrame } from '../frame.tsx'
import { Ladder, WedgeKey } from '../ladder.tsx'
import { Turning } from '../large/turning.tsx'
import type { View } from '../view.ts'
import { sayCount, sayDate, sayDrift, sentenceCase, strengthWord } from '../words.ts'

interface TopicLine {
  readonly topic: RecordOf<'topic'>
  readonly lead: LadderLine | undefined
}

/** Which topics are shown: as many as fit on the page that is asked for, or those of a list that was read for it. */
export type PromisesAsked = { readonly page: number; readonly list?: undefined } | { readonly list: ListPage }

export function promisesPage(view: View, asked: PromisesAsked = { page: 1 }): string {
  const years = yearsOfPromises(view.state)
  const all = linesOf(view, asked.list)
  const pages = asked.list === undefined && years !== null ? splitLines(view, all, years) : [all]
  const page = asked.list === undefined ? Math.min(asked.page, pages.length) : 1
  const topics = pages[page - 1] ?? []
  const drawn = topics.findIndex(({ lead }) => lead !== undefined)
  return renderFrame({
    view,
    title: 'Promises over time',
    children: (
      <>
        <h1>Promises over time</h1>
        <p class="lead">{years === null ? 'No promise has been recorded yet.' : summarise(all)}</p>
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
            {asked.list === undefined ? null : <OfMany view={view} shown={topics.length} {...asked.list} />}
            {pages.length === 1 ? null : (
              <OfMany view={view} shown={topics.length} total={all.length} page={page} pages={pages.length} />
            )}
          </>
        )}
      </>
    ),
  })
}

function linesOf(view: View, list: ListPage | undefined): TopicLine[] {
  const shown = list && new Set(list.records.map(({ id }) => id))
  const own = listTopics(view.state).filter(({ id }) => shown?.has(id) ?? true)
  return own.map((topic) => {
    const lead = ladderOfTopic(view.state, topic.id).find(({ isLead }) => isLead)
    return { topic, lead }
  })
}

/** Bytes of pictures and rows on one page: what the frame and the first picture's scale leave of 30,000. */
const MOST_BYTES = 22_500

/** Topics in pages that stay light. One that is too heavy for any page has one of its own. */
function splitLines(
  view: View,
  lines: readonly TopicLine[],
  years: readonly [number, number],
): TopicLine[][] {
  const pages: TopicLine[][] = [[]]
  let weight = 0
  for (const each of lines) {
    const bytes =
      weigh(<Picture view={view} each={each} years={years} grid="again" />) +
      weigh(<Rows view={view} each={each} />)
    if (weight > 0 && weight + bytes > MOST_BYTES) {
      pages.push([])
      weight = 0
    }
    weight += bytes
    pages.at(-1)?.push(each)
  }
  return pages
}

const weigh = (child: Child): number => Buffer.byteLength(writeMarkup(child))

/** How many promises stand higher, lower or where they began, and how many gave less on the way all the same. */
function summarise(topics: readonly TopicLine[]): string {
  const lines = topics.flatMap(({ lead }) => lead ?? [])
  const { firmer: higher, weaker: lower, shrunk: less } = countWays(lines)
  if (lines.length === 1) {
    const now = higher === 1 ? 'firmer than' : lower === 1 ? 'weaker than' : 'as firm as'
    return `The one promise is ${now} at first.${less === 0 ? '' : ' It shrank or slipped on the way, in money, places, people or time.'}`
  }
  const firmer = higher === 0 ? 'none is' : higher === 1 ? '1 is' : `${higher} are`
  return `Of ${sayCount(lines.length, 'promise', 'promises')}, ${firmer} firmer than at first, ${lower === 0 ? 'none' : lower} weaker, and ${lines.length - higher - lower} as firm. ${less === 0 ? 'None' : less} shrank or slipped on the way, in money, places, people or time.`
}

interface OfManyProps extends Pick<ListPage, 'total' | 'page' | 'pages'> {
  readonly view: View
  readonly shown: number
}

function OfMany({ view, shown, total, page, pages }: OfManyProps) {
  return (
    <>
      <p>
        {total.toLocaleString('en-GB')} topics in all; these are {shown} of them, in the order their editors
        gave them.
      </p>
      <Turning view={view} page={page} pages={pages} show={null} />
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
        <table class="plain-table by-group">
          <thead>
            <tr>
              <th scope="col">Topic</th>
              <th scope="col">When</th>
              <th scope="col">How strong</th>
              <th scope="col">What changed</th>
            </tr>
          </thead>
          {topics.map((each) => (
            <Rows view={view} each={each} />
          ))}
        </table>
      </section>
    </>
  )
}

function Rows({ view, each: { topic, lead } }: { view: View; each: TopicLine }) {
  if (lead === undefined) return null
  return (
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
              {sentenceCase(sayDate(step.on))}
            </a>
          </td>
          <td>{strengthWord(step.strength)}</td>
          <td>{changesOf(step)}</td>
        </tr>
      ))}
    </tbody>
  )
}
