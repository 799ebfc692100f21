/** Which of several recommendations with one number a reply means, in a report that starts its count again by chapter. */
import type { Field } from './field.ts'
import { normaliseNumber } from './labels.ts'
import type { Recommendation } from './recommendations.ts'
import type { Reply } from './replies.ts'

/** The recommendations, of those that share `number`, that the reply at `place` means; all where nothing tells. */
export type Narrow = (found: readonly number[], number: string, place: number) => readonly number[]

/** Headings alike to this degree are one chapter's. */
const SAME_CHAPTER = 0.4

/** Told by the words printed again, else by the chapter's heading, else by the order of equal numbers on both sides. */
export function createNarrow(
  recommendations: readonly Recommendation[],
  replies: readonly Reply[],
  field: Field,
): Narrow {
  const places = new Map<string, number[]>()
  replies.forEach((reply, place) => {
    if (reply.isMention) return
    for (const number of reply.numbers) places.set(number, [...(places.get(number) ?? []), place])
  })
  return (found, number, place) => {
    const same = found.filter((index) => isNumber(recommendations[index], number))
    if (same.length < 2 || same.length < found.length) return found
    const restated = same.filter((index) => (replies[place]?.restated.get(index) ?? 0) >= 0.15)
    if (restated.length > 0) return restated
    const headed = same.map((index) => field.headed(index, place))
    const best = Math.max(...headed)
    const chapter = same.filter((_, which) => headed[which] === best)
    if (best >= SAME_CHAPTER && chapter.length === 1) return chapter
    const order = places.get(number) ?? []
    const one = order.length === same.length ? same[order.indexOf(place)] : undefined
    return one === undefined ? found : [one]
  }
}

const isNumber = (one: Recommendation | undefined, number: string) =>
  one?.number !== null && one !== undefined && normaliseNumber(one.number) === normaliseNumber(number)
