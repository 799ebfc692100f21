/** One topic: the verdict and why, what was recommended and promised, who is covered, what should happen next. */
import {
  commitmentsOf,
  deadlinesOn,
  ladderOfTopic,
  listRecords,
  type RecordOf,
  standingOfTopic,
  yearsOfSteps,
} from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { Ladder, WedgeKey } from '../ladder.tsx'
import { FiveAxes } from '../marks.tsx'
import { TopicAsks } from '../topic/asks.tsx'
import { TopicCoverage } from '../topic/coverage.tsx'
import { TopicDeadlines, TopicHappenings } from '../topic/happenings.tsx'
import { OnPage } from '../topic/on-page.tsx'
import { TopicOpening } from '../topic/opening.tsx'
import { TopicPromises } from '../topic/promises.tsx'
import { TopicRecommendations } from '../topic/recommendations.tsx'
import { Succession } from '../topic/succession.tsx'
import { TopicVerdicts } from '../topic/verdicts.tsx'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'

/** A page weighs less than 30,000 bytes; what is put into it later (that it is old, that something was cut) weighs the rest. */
const MOST_BYTES = 29_000

/** Lines of the drawing for each entry of a list. */
const LINES = 3

/** How many of each list stand on the page: all of them, or so many that it stays light. All lists have pages of their own. */
const STEPS = [Number.POSITIVE_INFINITY, 12, 6, 3, 1] as const

/** Where to begin with a topic of a large record, of which pages seldom carry more: the longest to make are not made. */
const LIKELY = 2

export function topicPage(view: View, topic: RecordOf<'topic'>): string {
  const { pieces, state, settings, today, address, passages, hasShareImages } = view
  if (view.isPart) return longestThatFits(view, topic, LIKELY).page
  if (pieces === undefined) return longestThatFits(view, topic, 0).page
  // Weighing a page takes a fifth as long as making it, and what it is made from says how many fit.
  const from = [state, settings, today, address, passages, hasShareImages]
  return compose(
    view,
    topic,
    pieces.count(topic, from, () => longestThatFits(view, topic, 0).most),
  )
}

/** Begins with so many, and goes on with more while that fits, or with fewer until it does. */
function longestThatFits(view: View, topic: RecordOf<'topic'>, begin: number) {
  const make = (at: number) => {
    const most = STEPS[at] ?? 1
    const page = compose(view, topic, most)
    return { page, most, fits: Buffer.byteLength(page) < MOST_BYTES }
  }
  let made = make(begin)
  if (made.fits)
    for (let at = begin - 1; at >= 0; at--) {
      const longer = make(at)
      if (!longer.fits) break
      made = longer
    }
  for (let at = begin + 1; !made.fits && at < STEPS.length; at++) made = make(at)
  return made
}

function compose(view: View, topic: RecordOf<'topic'>, most: number): string {
  const { state } = view
  const all = ladderOfTopic(state, topic.id)
  const years = yearsOfSteps(all.flatMap(({ steps }) => steps))
  // The leading line is the last, and always drawn.
  const lines = all.length > LINES * most ? all.slice(-LINES * most) : all
  const commitments = commitmentsOf(state, topic.id)
  const standing = standingOfTopic(state, topic)
  const deadlines = deadlinesOn(state, view.today, topic.id)
  const isCovered = listRecords(state, 'support').some((support) => support.topic === topic.id)
  return renderFrame({
    view,
    title: topic.title,
    children: (
      <>
        <TopicOpening view={view} standing={standing} />
        <FiveAxes view={view} standing={standing} />
        <OnPage missing={[...(isCovered ? [] : ['covered']), ...(deadlines.length === 0 ? ['dates'] : [])]} />
        <WithEvidence view={view} cites={topic.cites}>
          <p>
            <b>Why it matters.</b> {topic.whyItMatters}
          </p>
        </WithEvidence>
        <TopicVerdicts view={view} topic={topic.id} most={most} />
        <TopicRecommendations view={view} topic={topic.id} most={most} />
        <section aria-labelledby="promised">
          <h2 id="promised">What was promised</h2>
          {years === null || lines.length === 0 ? (
            <p class="empty">We found no promise on this topic. That does not show that there was none.</p>
          ) : (
            <figure class="drawing">
              <Ladder
                view={view}
                lines={lines}
                years={[years[0], Math.max(years[1], Number(view.today.slice(0, 4)))]}
                label={`How strongly ${topic.title} was promised, over time`}
              />
              <figcaption>
                The strong line is the promise with the longest story,{' '}
                <a href={view.href(`/commitments/${lines.at(-1)?.commitment.id ?? ''}`)}>
                  {lines.at(-1)?.commitment.title}
                </a>
                .{' '}
                {lines.length < all.length
                  ? `The thin lines are ${lines.length - 1} of the other ${all.length - 1} promises. `
                  : lines.length > 1
                    ? 'The thin lines are the other promises below. '
                    : ''}
                <WedgeKey />
              </figcaption>
            </figure>
          )}
          <TopicPromises
            view={view}
            commitments={commitments}
            topic={topic.id}
            lead={lines.at(-1)?.commitment.id}
            most={most}
          />
        </section>
        <Succession view={view} commitments={commitments} most={most} />
        <TopicCoverage view={view} topic={topic.id} most={most} />
        <TopicAsks view={view} topic={topic.id} most={most} />
        <TopicDeadlines view={view} topic={topic.id} deadlines={deadlines} most={most} />
        <TopicHappenings view={view} topic={topic.id} />
        <p>
          <a href={view.href(`/topics/${topic.id}/sources`)}>All sources of this topic</a>
        </p>
      </>
    ),
  })
}
