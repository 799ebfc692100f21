/** What happened, in order: everything that has a day, of one topic or of all. */
import type { FuzzyDate } from '../../model/index.ts'
import type { CommitmentVersion } from '../drift.ts'
import type { TrackerState } from '../fold.ts'
import type { RecordOf, RecordType } from '../record/index.ts'
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

/** Of a record: what its own fields say. */
type Told = Pick<TimelineEntry, 'on' | 'id' | 'cites'>

/** Written field by field: there is one for each of thousands of records, and copying one object into another takes three times as long. */
const entryOf = (
  what: Happening,
  type: RecordType,
  { on, id, cites }: Told,
  {
    by,
    text,
    topics,
    commitment = null,
  }: Pick<TimelineEntry, 'by' | 'text' | 'topics'> & { commitment?: string | null },
): TimelineEntry => ({ on, what, by, text, type, id, version: null, commitment, topics, cites })

function replied(state: TrackerState, decision: RecordOf<'decision'>): TimelineEntry {
  const { by, text, answers } = decision
  return entryOf('replied', 'decision', decision, { by, text, topics: topicsOfAnswers(state, answers) })
}

function promised({ id, by, topics, versions }: RecordOf<'commitment'>, version: number): TimelineEntry {
  const { on, text, cites } = versions[version] as CommitmentVersion // one of its own
  return { on, what: 'promised', by, text, type: 'commitment', id, version, commitment: id, topics, cites }
}

function done(event: RecordOf<'deliveryEvent'>): TimelineEntry {
  const { text, topics, commitments } = event
  return entryOf('done', 'deliveryEvent', event, {
    by: null,
    text,
    topics,
    commitment: commitments[0] ?? null,
  })
}

function passedOn(state: TrackerState, inheritance: RecordOf<'inheritance'>): TimelineEntry {
  const { commitment, text } = inheritance
  const topics = state.records.commitment.get(commitment)?.body.topics ?? []
  return entryOf('passed-on', 'inheritance', inheritance, { by: null, text, topics, commitment })
}

function entriesOf(state: TrackerState): TimelineEntry[] {
  return [
    ...listRecords(state, 'recommendation').map((each) =>
      entryOf('recommended', 'recommendation', each, each),
    ),
    ...listRecords(state, 'ask').map((ask) =>
      entryOf('asked', 'ask', ask, { by: ask.by, text: ask.act, topics: ask.topics }),
    ),
    ...listRecords(state, 'decision').map((decision) => replied(state, decision)),
    ...listRecords(state, 'commitment').flatMap((commitment) =>
      commitment.versions.map((_, version) => promised(commitment, version)),
    ),
    ...listRecords(state, 'inheritance').map((inheritance) => passedOn(state, inheritance)),
    ...listRecords(state, 'deliveryEvent').map(done),
    ...listRecords(state, 'assessment').map((judged) =>
      entryOf('judged', 'assessment', judged, { by: judged.by, text: judged.reason, topics: [judged.topic] }),
    ),
  ]
}

/** Days are ASCII: comparing them by a language's rules gives the same and takes a hundred times as long. */
const compareDays = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Oldest first by the first day a date can mean; `topic` null for all. */
export function timelineOf(state: TrackerState, topic: string | null): TimelineEntry[] {
  return [...(topic === null ? timelineOfAll(state) : (timelinesOf(state).get(topic) ?? []))]
}

const compareDates = (one: FuzzyDate, other: FuzzyDate): number =>
  compareDays(one.from, other.from) || compareDays(one.to, other.to)

const timelineOfAll = oncePerRecords((state): readonly TimelineEntry[] =>
  entriesOf(state).sort((one, other) => compareDates(one.on, other.on)),
)

/** How many there are, without finding what each tells. */
export function countHappenings({ records }: Pick<TrackerState, 'records'>): number {
  const { recommendation, ask, decision, inheritance, deliveryEvent, assessment } = records
  const plain = [recommendation, ask, decision, inheritance, deliveryEvent, assessment]
  return plain.reduce((count, { size }) => count + size, countVersions({ records }))
}

/** Statements of all promises. */
export const countVersions = ({ records }: Pick<TrackerState, 'records'>): number =>
  [...records.commitment.values()].reduce((count, { body }) => count + body.versions.length, 0)

/** All entries by topic. */
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
  const last: { readonly on: FuzzyDate; readonly make: () => TimelineEntry }[] = []
  // Of two on one day the later one in the timeline is the newer. Only those that stay are made.
  const offer = (on: FuzzyDate, make: () => TimelineEntry) => {
    const [oldest] = last
    if (oldest !== undefined && last.length === count && compareDates(on, oldest.on) < 0) return
    const after = last.findLastIndex((each) => compareDates(each.on, on) <= 0)
    last.splice(after + 1, 0, { on, make })
    if (last.length > count) last.shift()
  }
  for (const { body } of state.records.decision.values()) offer(body.on, () => replied(state, body))
  for (const { body } of state.records.commitment.values())
    for (const [version, { on }] of body.versions.entries()) offer(on, () => promised(body, version))
  for (const { body } of state.records.deliveryEvent.values()) offer(body.on, () => done(body))
  return last.toReversed().map(({ make }) => make())
}
