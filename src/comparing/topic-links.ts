/** Links by topic, for what carries no number and is not printed again: headings, shared words, one to one. */
import { type Assigned, assignOneToOne, type Edge } from './assignment.ts'
import type { Field } from './field.ts'
import type { Link } from './links.ts'
import { squeeze } from './pieces.ts'
import type { Recommendation } from './recommendations.ts'
import type { Reply } from './replies.ts'

/**
 * Under this share of common weight two texts are as alike as any two on one subject; abstaining costs a pair, guessing
 * a trust. On 69 labelled pairs stripped of numbers, headings and repetitions, links above it were right 96 times of
 * 100 and found 7 of 10 replies; at 0.10 they found 8 of 10 and were wrong 12 times of 100.
 */
const LEAST_OVERLAP = 0.14
/** Less will do where the best is this many times as good as the next, for both; on the same 69 pairs this neither found nor lost one. */
const CLEAR = { least: 0.1, margin: 1.8 } as const
/** A heading shared to this degree links sections even where their words differ. */
const SAME_HEADING = 0.5

/** Links for the recommendations not in `linked`, among the unnumbered replies not in `used`. */
export function linkByTopic(
  recommendations: readonly Recommendation[],
  replies: readonly Reply[],
  field: Field,
  linked: ReadonlySet<number>,
  used: ReadonlySet<number>,
): Link[] {
  const open = recommendations.flatMap((one, index) => (one.isAsk && !linked.has(index) ? [index] : []))
  const free = new Set(
    replies.flatMap((reply, index) =>
      used.has(index) || reply.pieces.length === 0 || reply.numbers.length > 0 || reply.isToAll
        ? []
        : [index],
    ),
  )
  // A response without headings answers one by one, in a paragraph each.
  const isSectioned = [...free].some((index) => replies[index]?.title)
  const groups = isSectioned ? groupOpen(open, recommendations) : open.map((index) => [index])
  const edges = keepTelling(
    groups.flatMap((members, left): Edge[] => {
      const near = new Set(members.flatMap((index) => field.near(index)).filter((index) => free.has(index)))
      return [...near].map((right) => ({ left, right, score: measureGroup(members, right, field) }))
    }),
  )
  const pairs = assignOneToOne(edges)
  const links = [...pairs, ...shareReplies(edges, pairs, groups)].flatMap((pair) =>
    keepNear(groups[pair.left] ?? [], pair.right, field).map((recommendation) =>
      describeTopicLink(recommendation, pair, replies, field),
    ),
  )
  const further = linkInStep(open, free, links, field)
  return [...links, ...further, ...linkAbreast(open, free, [...links, ...further])]
}

/** Those with enough in common, and those with a little less that nothing else on either side comes near to. */
function keepTelling(edges: readonly Edge[]): Edge[] {
  const tops = (side: 'left' | 'right') => {
    const best = new Map<number, { first: number; second: number }>()
    for (const edge of edges) {
      const known = best.get(edge[side]) ?? { first: 0, second: 0 }
      const [first, second] =
        edge.score > known.first
          ? [edge.score, known.first]
          : [known.first, Math.max(known.second, edge.score)]
      best.set(edge[side], { first, second })
    }
    return best
  }
  const [lefts, rights] = [tops('left'), tops('right')]
  const isAlone = (edge: Edge) =>
    [lefts.get(edge.left), rights.get(edge.right)].every(
      (top) => top && edge.score === top.first && edge.score >= CLEAR.margin * top.second,
    )
  return edges.filter((edge) => edge.score >= LEAST_OVERLAP || (edge.score >= CLEAR.least && isAlone(edge)))
}

/** With so little in common a reply is linked only where it stands in the gap that its neighbours leave. */
const LEAST_IN_STEP = 0.03

/** So many, and this share of them linked in their own place, show that both sides keep one order. */
const ABREAST = { fewest: 3, share: 0.5 } as const

/** As many replies as recommendations, each linked one in its own place: what is left answers in its place too. */
function linkAbreast(open: readonly number[], free: ReadonlySet<number>, links: readonly Link[]): Link[] {
  const replies = [...free].sort((a, b) => a - b)
  if (open.length < ABREAST.fewest || replies.length !== open.length) return []
  const inPlace = links.filter((link) => open.indexOf(link.recommendation) === replies.indexOf(link.reply))
  if (inPlace.length < links.length || inPlace.length < ABREAST.share * open.length) return []
  const linked = new Set(links.map((link) => link.recommendation))
  const because = ['stands in the same place of a list as long']
  return open.flatMap((recommendation, place) => {
    const reply = replies[place]
    return linked.has(recommendation) || reply === undefined
      ? []
      : [{ recommendation, reply, confidence: 0.6, because, numbers: [] }]
  })
}

/** So many links that all keep the report's order need no word in common between them. */
const ORDERED = 3

/** What is left between two neighbours whose replies leave one paragraph between them, or after the last of them. */
function linkInStep(
  open: readonly number[],
  free: ReadonlySet<number>,
  links: readonly Link[],
  field: Field,
): Link[] {
  const replyOf = new Map(links.map((link) => [link.recommendation, link.reply]))
  const taken = new Set(links.map((link) => link.reply))
  const last = Math.max(...free)
  const isOrdered =
    links.length >= ORDERED && links.every((link, place) => link.reply >= (links[place - 1]?.reply ?? 0))
  return open.flatMap((recommendation, place) => {
    if (replyOf.has(recommendation)) return []
    const before = replyOf.get(open[place - 1] ?? -1)
    const after = place === open.length - 1 ? last + 1 : replyOf.get(open[place + 1] ?? -1)
    if (before === undefined || after === undefined || after - before !== 2) return []
    const reply = before + 1
    const isLikely = isOrdered || field.resemble(recommendation, reply) >= LEAST_IN_STEP
    if (!free.has(reply) || taken.has(reply) || !isLikely) return []
    const because = ['stands between the replies to its neighbours']
    return [{ recommendation, reply, confidence: 0.6, because, numbers: [] }]
  })
}

/**
 * A reply that answers one recommendation may answer a second as well, where it is that one's best by this much. Whole
 * sections share more readily: a page of replies often joins two of a report's topics.
 */
const LEAST_SHARED = { section: 0.18, single: 0.3 } as const

function shareReplies(
  edges: readonly Edge[],
  pairs: readonly Assigned[],
  groups: readonly (readonly number[])[],
): Assigned[] {
  const paired = new Set(pairs.map((pair) => pair.left))
  const best = new Map<number, Assigned>()
  for (const edge of edges) {
    if (paired.has(edge.left)) continue
    const known = best.get(edge.left)
    if (!known || edge.score > known.score) best.set(edge.left, { ...edge, next: known?.score ?? 0 })
    else if (edge.score > known.next) best.set(edge.left, { ...known, next: edge.score })
  }
  return [...best.values()].filter((edge) => {
    const isSection = (groups[edge.left]?.length ?? 0) > 1
    return edge.score >= (isSection ? LEAST_SHARED.section : LEAST_SHARED.single)
  })
}

/** Recommendations of one section of an unnumbered page share a reply, so they look for it together. */
function groupOpen(open: readonly number[], recommendations: readonly Recommendation[]): number[][] {
  const groups = new Map<string, number[]>()
  for (const index of open) {
    const key = recommendations[index]?.group ?? `#${index}`
    const known = groups.get(key)
    if (known) known.push(index)
    else groups.set(key, [index])
  }
  return [...groups.values()]
}

/** Of a section's recommendations those with less in common with its reply than this, and than this part of the nearest, got none. */
const LEAST_MEMBER = { overlap: 0.05, share: 0.3 } as const

function keepNear(members: readonly number[], reply: number, field: Field): number[] {
  const most = Math.max(...members.map((index) => field.resemble(index, reply)))
  return members.filter((index) => {
    const overlap = field.resemble(index, reply)
    const isHeaded = field.headed(index, reply) >= SAME_HEADING
    return isHeaded || overlap >= LEAST_MEMBER.overlap || overlap >= LEAST_MEMBER.share * most
  })
}

function measureGroup(members: readonly number[], reply: number, field: Field): number {
  const overlaps = members.map((index) => field.resemble(index, reply))
  const headed = Math.max(...members.map((index) => field.headed(index, reply)))
  const overlap =
    0.5 * Math.max(...overlaps) + 0.5 * (overlaps.reduce((sum, one) => sum + one, 0) / overlaps.length)
  return overlap + (headed >= SAME_HEADING ? 0.5 * headed : 0.15 * headed)
}

function describeTopicLink(
  recommendation: number,
  pair: { right: number; score: number; next: number },
  replies: readonly Reply[],
  field: Field,
): Link {
  const headed = field.headed(recommendation, pair.right)
  const margin = pair.score - pair.next
  const because = [`word overlap ${pair.score.toFixed(2)}, next best ${pair.next.toFixed(2)}`]
  const heading = replies[pair.right]?.title ?? replies[pair.right]?.headings.at(-1)
  if (headed >= SAME_HEADING && heading) because.unshift(`same heading "${squeeze(heading)}"`)
  const isHeaded = headed >= SAME_HEADING
  const sure = 0.55 + 4 * (pair.score - LEAST_OVERLAP)
  const confidence = margin < 0 ? 0.5 : Math.min(isHeaded ? 0.85 : 0.92, Math.max(0.5, sure))
  return { recommendation, reply: pair.right, confidence, because, numbers: [] }
}
