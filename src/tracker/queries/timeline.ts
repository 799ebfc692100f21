/** What happened, in order: everything that has a day, of one topic or of all. */
import type { FuzzyDate } from '../../model/index.ts'
import type { TrackerState } from '../fold.ts'
import type { RecordType } from '../record/index.ts'
import type { Cite } from '../record/parts.ts'
import { oncePerRecords } from './once.ts'
import { listRecords } from './records.ts'

export type Happening = 'recommended' | 'asked' | 'replied' | 'promised' | 'passed-on' | 'done' | 'judged'

export interface TimelineEntry {
  readonly on: FuzzyDate
  readonly what: Happening
  /** Who recommended, asked, replied, promised or judged: an organisation's id; null where it is told in the text. */
  readonly by: string | null
  readonly text: string
  readonly type: RecordType
  readonly id: string
  /** Which version of a commitment, from 0; null for other records. */
  readonly version: number | null
  /** The promise it belongs to; null where it belongs to none. */
  readonly commitment: string | null
  readonly topics: readonly string[]
  readonly cites: readonly Cite[]
}

function topicsOfAnswers(state: TrackerState, answers: readonly string[]): string[] {
  const asked = answers.flatMap((id) => [
    ...(state.records.recommendation.get(id)?.body.topics ?? []),
    ...(state.records.ask.get(id)?.body.topics ?? []),
  ])
  return [...new Set(asked)]
}

function entriesOf(state: TrackerState): TimelineEntry[] {
  const plain = { version: null, commitment: null }
  return [
    ...listRecords(state, 'recommendation').map(({ id, on, by, text, topics, cites }) => {
      return {
        ...plain,
        on,
        what: 'recommended' as const,
        by,
        text,
        type: 'recommendation' as const,
        id,
        topics,
        cites,
      }
    }),
    ...listRecords(state, 'ask').map(({ id, on, by, act, topics, cites }) => {
      return {
        ...plain,
        on,
        what: 'asked' as const,
        by,
        text: act,
        type: 'ask' as const,
        id,
        topics,
        cites,
      }
    }),
    ...listRecords(state, 'decision').map(({ id, on, by, text, answers, cites }) => {
      const topics = topicsOfAnswers(state, answers)
      return {
        ...plain,
        on,
        what: 'replied' as const,
        by,
        text,
        type: 'decision' as const,
        id,
        topics,
        cites,
      }
    }),
    ...listRecords(state, 'commitment').flatMap(({ id, by, topics, versions }) =>
      versions.map(({ on, text, cites }, version) => {
        return {
          on,
          what: 'promised' as const,
          by,
          text,
          type: 'commitment' as const,
          id,
          commitment: id,
          version,
          topics,
          cites,
        }
      }),
    ),
    ...listRecords(state, 'inheritance').map(({ id, commitment, on, text, cites }) => {
      const topics = state.records.commitment.get(commitment)?.body.topics ?? []
      return {
        ...plain,
        commitment,
        on,
        what: 'passed-on' as const,
        by: null,
        text,
        type: 'inheritance' as const,
        id,
        topics,
        cites,
      }
    }),
    ...listRecords(state, 'deliveryEvent').map(({ id, on, text, topics, commitments, cites }) => {
      return {
        ...plain,
        commitment: commitments[0] ?? null,
        on,
        what: 'done' as const,
        by: null,
        text,
        type: 'deliveryEvent' as const,
        id,
        topics,
        cites,
      }
    }),
    ...listRecords(state, 'assessment').map(({ id, on, by, reason, topic, cites }) => {
      const topics = [topic]
      return {
        ...plain,
        on,
        what: 'judged' as const,
        by,
        text: reason,
        type: 'assessment' as const,
        id,
        topics,
        cites,
      }
    }),
  ]
}

/** Days are ASCII: comparing them by a language's rules gives the same and takes a hundred times as long. */
const compareDays = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Oldest first by the first day a date can mean; `topic` null for all. */
export function timelineOf(state: TrackerState, topic: string | null): TimelineEntry[] {
  return [...(topic === null ? timelineOfAll(state) : (timelinesOf(state).get(topic) ?? []))]
}

const timelineOfAll = oncePerRecords((state): readonly TimelineEntry[] =>
  entriesOf(state).sort(
    (one, other) => compareDays(one.on.from, other.on.from) || compareDays(one.on.to, other.on.to),
  ),
)

/** The same by topic. */
const timelinesOf = oncePerRecords((state): ReadonlyMap<string, readonly TimelineEntry[]> => {
  const timelines = new Map<string, TimelineEntry[]>()
  for (const entry of timelineOfAll(state))
    for (const topic of new Set(entry.topics)) {
      const own = timelines.get(topic)
      if (own === undefined) timelines.set(topic, [entry])
      else own.push(entry)
    }
  return timelines
})

/** What was promised, replied or done last, newest first. Verdicts and asks are opinions and stay out. */
export function lastChanges(state: TrackerState, count: number): TimelineEntry[] {
  return timelineOfAll(state)
    .filter(({ what }) => what === 'promised' || what === 'replied' || what === 'done')
    .reverse()
    .slice(0, count)
}
