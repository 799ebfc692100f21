/** The long lists of a topic on pages of their own: all that happened, all promises, all verdicts, all sources. */
import {
  assessmentsOf,
  commitmentsOf,
  deadlinesOn,
  decisionsOf,
  listRecords,
  type RecordOf,
  timelineOf,
} from '../../../tracker/index.ts'
import type { Child } from '../../markup/jsx-runtime.ts'
import { renderFrame } from '../frame.tsx'
import { pageOf, Turn } from '../in-pages.tsx'
import { Ask, asksOf } from '../topic/asks.tsx'
import { DatedLine, Happened } from '../topic/happenings.tsx'
import { PromisedInALine } from '../topic/promises.tsx'
import { Recommendation, Reply } from '../topic/recommendations.tsx'
import { SourceLine, sourcesOf } from '../topic/sources.tsx'
import { Verdict } from '../topic/verdicts.tsx'
import type { View } from '../view.ts'

interface Part {
  readonly title: string
  readonly lead: string
  readonly entries: (view: View, topic: string) => readonly Child[]
  readonly wrap: (shown: readonly Child[]) => Child
  /** What is said of a list without entries. */
  readonly empty: string
}

const asTwo = (shown: readonly Child[]) => <ul class="two">{shown}</ul>
const asClaims = (shown: readonly Child[]) => <>{shown}</>

const PARTS = {
  timeline: {
    title: 'what happened, in order',
    lead: 'Each line leads to where it is told in full, with its sources.',
    entries: (view, topic) =>
      timelineOf(view.state, topic).map((entry) => <Happened view={view} entry={entry} />),
    wrap: (shown) => <ol class="timeline">{shown}</ol>,
    empty: 'Nothing had happened yet.',
  },
  recommendations: {
    title: 'all recommendations',
    lead: 'What was recommended, by whom, and whom it covers.',
    entries: (view, topic) =>
      listRecords(view.state, 'recommendation')
        .filter(({ topics }) => topics.includes(topic))
        .map((recommendation) => <Recommendation view={view} recommendation={recommendation} />),
    wrap: asClaims,
    empty: 'No recommendation on this topic was found.',
  },
  replies: {
    title: 'all replies',
    lead: 'What was answered to the recommendations and asks, the oldest first.',
    entries: (view, topic) =>
      decisionsOf(view.state, topic).map((decision) => <Reply view={view} decision={decision} />),
    wrap: asClaims,
    empty: 'No reply on this topic was found.',
  },
  promises: {
    title: 'all promises',
    lead: 'Each with how firm it is now, and what is known of its delivery.',
    entries: (view, topic) =>
      commitmentsOf(view.state, topic).map((commitment) => (
        <PromisedInALine view={view} commitment={commitment} />
      )),
    wrap: asTwo,
    empty: 'We found no promise on this topic. That does not show that there was none.',
  },
  verdicts: {
    title: 'all verdicts',
    lead: 'Who judged it, when, and why; the newest first.',
    entries: (view, topic) =>
      assessmentsOf(view.state, topic)
        .reverse()
        .map((verdict) => <Verdict view={view} verdict={verdict} />),
    wrap: asClaims,
    empty: 'Nobody has judged this topic yet, or no verdict was found.',
  },
  asks: {
    title: 'all that should happen next',
    lead: 'Who asks whom for what, how we will know, and where it stands.',
    entries: (view, topic) => asksOf(view, topic).map((ask) => <Ask view={view} ask={ask} />),
    wrap: asClaims,
    empty: 'Nobody had asked for anything on this topic.',
  },
  dates: {
    title: 'all dates that were promised',
    lead: 'Each with where it stands; what is overdue is counted from the last day its words can mean.',
    entries: (view, topic) =>
      deadlinesOn(view.state, view.today, topic).map((each) => <DatedLine view={view} each={each} />),
    wrap: (shown) => <ul class="due">{shown}</ul>,
    empty: 'No date was promised on this topic.',
  },
  sources: {
    title: 'all sources',
    lead: 'Everything that the pages on this topic rest on, oldest first.',
    entries: (view, topic) =>
      sourcesOf(view, topic).map((source) => <SourceLine view={view} source={source} />),
    wrap: (shown) => <ol class="source-list">{shown}</ol>,
    empty: 'This topic rests on no source yet.',
  },
} as const satisfies Readonly<Record<string, Part>>
type TopicPart = keyof typeof PARTS

export const isTopicPart = (name: string): name is TopicPart => Object.hasOwn(PARTS, name)

/** `asked` is the page of the list, from 1. */
export function topicPartPage(view: View, topic: RecordOf<'topic'>, part: TopicPart, asked: number): string {
  const { title, lead, entries, wrap, empty }: Part = PARTS[part]
  const list = pageOf(
    entries(view, topic.id).map((markup) => ({ group: '', markup })),
    asked,
  )
  const shown = list.groups.get('') ?? []
  return renderFrame({
    view,
    title: `${topic.title}: ${title}${list.page > 1 ? `, page ${list.page}` : ''}`,
    children: (
      <>
        <p class="above">
          <a href={view.href(`/topics/${topic.id}`)}>{topic.title}</a>
        </p>
        <h1>
          {topic.title}: {title}
        </h1>
        <p class="lead">{lead}</p>
        {shown.length === 0 ? <p class="empty">{empty}</p> : wrap(shown)}
        <Turn view={view} list={list} />
      </>
    ),
  })
}
