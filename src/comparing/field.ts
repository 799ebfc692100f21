/** How alike every recommendation and every reply are, in words and in headings. */
import { isAsking } from './asks.ts'
import { parseLabel } from './labels.ts'
import type { Recommendation } from './recommendations.ts'
import type { Reply } from './replies.ts'
import { compareHeadings, createTopicSpace, type Topic } from './similarity.ts'
import { topicsOf } from './topics.ts'
import type { WordReader } from './words.ts'

export interface Field {
  /** Weighted word overlap of a recommendation and a reply, 0 to 1. */
  readonly resemble: (recommendation: number, reply: number) => number
  /** Likeness of the headings the two stand under, 0 to 1. */
  readonly headed: (recommendation: number, reply: number) => number
  /** The replies worth comparing with a recommendation: those that share its rarer words, in its text or headings. */
  readonly near: (recommendation: number) => readonly number[]
}

/** Places both sides in one space of words. */
export function surveyField(
  recommendations: readonly Recommendation[],
  replies: readonly Reply[],
  words: WordReader,
): Field {
  const read = (text: string) => words.read(text)
  const bodies = [
    ...recommendations.map((one) => read(one.text)),
    ...replies.map((reply) => read(reply.pieces.map((piece) => piece.text).join('\n'))),
  ]
  const space = createTopicSpace(bodies, true)
  const common = [recommendations, replies].map(findCommon)
  const telling = (headings: readonly string[], side: 0 | 1) =>
    headings.filter((heading) => !common[side]?.has(heading) && !isRecommendation(heading)).map(read)
  const left: Topic[] = recommendations.map((one, index) =>
    space.place(bodies[index] ?? read(''), read(one.title ?? ''), [
      ...(one.context === undefined ? [] : [read(one.context)]),
      ...telling(one.headings, 0),
    ]),
  )
  const right: Topic[] = replies.map((reply, index) =>
    space.place(
      bodies[recommendations.length + index] ?? read(''),
      read(reply.title ?? ''),
      telling(reply.headings, 1),
    ),
  )
  const leftHeads = recommendations.map((one) => read(one.title ?? topicHeading(one.headings)))
  const rightHeads = replies.map((reply) => read(reply.title ?? topicHeading(reply.headings)))
  const near = indexRarer(
    right.map((topic, index) => [...topic.weights.keys(), ...(rightHeads[index]?.topics ?? [])]),
  )
  return {
    near: (a) => near([...(left[a]?.weights.keys() ?? []), ...(leftHeads[a]?.topics ?? [])]),
    resemble: (a, b) => (left[a] && right[b] ? space.compare(left[a], right[b]) : 0),
    headed: (a, b) =>
      leftHeads[a] && rightHeads[b] ? compareHeadings(leftHeads[a], rightHeads[b], space.rarity) : 0,
  }
}

/** What stands over so many of one side's entries, as a page's title does, tells none of them from the others. */
const COMMON = { share: 0.75, fewest: 3 } as const

function findCommon(entries: readonly { readonly headings: readonly string[] }[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { headings } of entries)
    for (const heading of new Set(headings)) counts.set(heading, (counts.get(heading) ?? 0) + 1)
  const least = Math.max(COMMON.fewest, COMMON.share * entries.length)
  return new Set([...counts].filter(([, count]) => count >= least).map(([heading]) => heading))
}

/** A bold recommendation is read as a heading over the chapter's further words, and says nothing about those. */
const isRecommendation = (heading: string) => {
  const label = parseLabel(heading)
  return label?.kind === 'recommendation' && isAsking(heading.slice(label.length))
}

const topicHeading = (headings: readonly string[]) => topicsOf(headings).at(-1) ?? ''

/** A stem that more replies hold than this, and than this share of them, does not bring two together by itself. */
const MOST_HOLDERS = { least: 60, share: 0.05 } as const
/** Comparing more than these with each recommendation would make long documents quadratic. */
const MOST_NEAR = 60

function indexRarer(stems: readonly (readonly string[])[]): (wanted: readonly string[]) => number[] {
  const holders = new Map<string, number[]>()
  stems.forEach((list, index) => {
    for (const stem of new Set(list)) {
      const known = holders.get(stem)
      if (known) known.push(index)
      else holders.set(stem, [index])
    }
  })
  const most = Math.max(MOST_HOLDERS.least, MOST_HOLDERS.share * stems.length)
  return (wanted) => {
    const shared = new Map<number, number>()
    for (const stem of new Set(wanted)) {
      const list = holders.get(stem) ?? []
      if (list.length > most) continue
      for (const index of list) shared.set(index, (shared.get(index) ?? 0) + 1 / list.length)
    }
    const ranked = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    return ranked.slice(0, MOST_NEAR).map(([index]) => index)
  }
}
