/** One topic: the verdict and why, what was recommended and promised, who is covered, what should happen next. */
import {
  commitmentsOf,
  deadlinesOn,
  ladderOfTopic,
  listRecords,
  type RecordOf,
  standingOfTopic,
  yearsOfPromises,
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

export function topicPage(view: View, topic: RecordOf<'topic'>): string {
  const { state } = view
  const years = yearsOfPromises(state)
  const lines = ladderOfTopic(state, topic.id)
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
        <TopicVerdicts view={view} topic={topic.id} />
        <TopicRecommendations view={view} topic={topic.id} />
        <section aria-labelledby="promised">
          <h2 id="promised">What was promised</h2>
          {years === null || lines.length === 0 ? (
            <p class="empty">We found no promise on this topic. That does not show that there was none.</p>
          ) : (
            <figure class="drawing">
              <Ladder
                view={view}
                lines={lines}
                years={years}
                label={`How strongly ${topic.title} was promised, over time`}
              />
              <figcaption>
                The strong line is the promise with the longest story,{' '}
                <a href={view.href(`/commitments/${lines.at(-1)?.commitment.id ?? ''}`)}>
                  {lines.at(-1)?.commitment.title}
                </a>
                .{lines.length > 1 ? ' The thin lines are the other promises below.' : ''} <WedgeKey />
              </figcaption>
            </figure>
          )}
          <TopicPromises
            view={view}
            commitments={commitments}
            topic={topic.id}
            lead={lines.at(-1)?.commitment.id}
          />
        </section>
        <Succession view={view} commitments={commitments} />
        <TopicCoverage view={view} topic={topic.id} />
        <TopicAsks
          view={view}
          asks={listRecords(state, 'ask').filter(({ topics }) => topics.includes(topic.id))}
        />
        <TopicDeadlines view={view} deadlines={deadlines} />
        <TopicHappenings view={view} topic={topic.id} />
        <p>
          <a href={view.href(`/topics/${topic.id}/sources`)}>All sources of this topic</a>
        </p>
      </>
    ),
  })
}
