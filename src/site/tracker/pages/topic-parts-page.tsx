/** The long lists of a topic on pages of their own: all that happened, all verdicts, all sources. */
import { assessmentsOf, commitmentsOf, type RecordOf, timelineOf } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { Timeline } from '../topic/happenings.tsx'
import { PromisedInALine } from '../topic/promises.tsx'
import { TopicSources } from '../topic/sources.tsx'
import { Verdict } from '../topic/verdicts.tsx'
import type { View } from '../view.ts'

const PARTS = {
  timeline: {
    title: 'what happened, in order',
    lead: 'Each line leads to where it is told in full, with its sources.',
    show: (view: View, topic: string) => <Timeline view={view} entries={timelineOf(view.state, topic)} />,
  },
  promises: {
    title: 'all promises',
    lead: 'Each with how firm it is now, and what is known of its delivery.',
    show: (view: View, topic: string) => (
      <ul class="two">
        {commitmentsOf(view.state, topic).map((commitment) => (
          <PromisedInALine view={view} commitment={commitment} />
        ))}
      </ul>
    ),
  },
  verdicts: {
    title: 'all verdicts',
    lead: 'Who judged it, when, and why; the newest first.',
    show: (view: View, topic: string) =>
      assessmentsOf(view.state, topic)
        .reverse()
        .map((verdict) => <Verdict view={view} verdict={verdict} />),
  },
  sources: {
    title: 'all sources',
    lead: 'Everything that the pages on this topic rest on, oldest first.',
    show: (view: View, topic: string) => <TopicSources view={view} topic={topic} />,
  },
} as const
type TopicPart = keyof typeof PARTS

export const isTopicPart = (name: string): name is TopicPart => Object.hasOwn(PARTS, name)

export function topicPartPage(view: View, topic: RecordOf<'topic'>, part: TopicPart): string {
  const { title, lead, show } = PARTS[part]
  return renderFrame({
    view,
    title: `${topic.title}: ${title}`,
    children: (
      <>
        <p class="above">
          <a href={view.href(`/topics/${topic.id}`)}>{topic.title}</a>
        </p>
        <h1>
          {topic.title}: {title}
        </h1>
        <p class="lead">{lead}</p>
        {show(view, topic.id)}
      </>
    ),
  })
}
