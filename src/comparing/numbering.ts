/**
 * Which numbers of the report a response counts in. It may use the report's own, count the recommendations alone
 * where the report counts conclusions too, or name the report's paragraphs. What replies print again tells.
 */
import { parseNumberList } from './labels.ts'
import type { Recommendation } from './recommendations.ts'
import type { Reply } from './replies.ts'

export type Scheme = 'number' | 'order' | 'paragraph'

export interface Numbering {
  readonly scheme: Scheme
  /** Indexes of the recommendations that a reply's number means; several where a report restarts its count. */
  readonly find: (number: string) => readonly number[]
}

/** The scheme that the restatements bear out best; null where they contradict every one. */
export function chooseNumbering(
  recommendations: readonly Recommendation[],
  replies: readonly Reply[],
  resemble: (recommendation: number, reply: number) => number,
): Numbering | null {
  const schemes = (['number', 'order', 'paragraph'] as const).map((scheme) =>
    toNumbering(scheme, recommendations),
  )
  const judged = schemes.map((numbering) => ({ numbering, ...judge(numbering, replies, resemble) }))
  const best = judged.reduce((a, b) => (b.score > a.score ? b : a))
  return best.met === 0 || best.against > best.borneOut ? null : best.numbering
}

/** So much more alike are texts paired by their words than by their numbers, where the numbers are the response's own. */
const CLEARLY_NEARER = 1.6

/**
 * True where a response numbers its own headings ("1. Loans", "2. Sharing") in an order of its own: it prints no
 * recommendation again, and its texts are clearly about others than those its numbers mean.
 */
export function countsForItself(
  recommendations: readonly Recommendation[],
  replies: readonly Reply[],
  numbering: Numbering | null,
  field: {
    readonly resemble: (a: number, b: number) => number
    readonly headed: (a: number, b: number) => number
  },
): boolean {
  const numbered = replies.flatMap((reply, place) => (reply.numbers.length > 0 ? [{ reply, place }] : []))
  if (numbered.length < 2) return false
  if (
    numbered.some(
      ({ reply }) => !reply.isListNumbered || [...reply.restated.values()].some((share) => share >= 0.5),
    )
  )
    return false
  if (!numbering) return true
  const near = (index: number, place: number) => field.resemble(index, place) + field.headed(index, place)
  const all = recommendations.map((_, index) => index)
  const best = (indexes: readonly number[], place: number) =>
    Math.max(0, ...indexes.map((index) => near(index, place)))
  const byNumber = numbered.map(({ reply, place }) => best(reply.numbers.flatMap(numbering.find), place))
  const byWords = numbered.map(({ place }) => best(all, place))
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0)
  return sum(byWords) > CLEARLY_NEARER * sum(byNumber)
}

function toNumbering(scheme: Scheme, recommendations: readonly Recommendation[]): Numbering {
  const found = new Map<string, number[]>()
  const add = (key: string | null, index: number) => {
    if (key !== null) found.set(key, [...(found.get(key) ?? []), index])
  }
  let order = 0
  recommendations.forEach((one, index) => {
    if (scheme === 'number') add(one.number, index)
    else if (scheme === 'paragraph') add(one.paragraph, index)
    else if (one.isAsk) add(String(++order), index)
  })
  return { scheme, find: (number) => found.get(number) ?? parentOf(number, found) }
}

/** "2a" answers recommendation 2 where the report does not number its parts, and "2" answers 2a and 2b where it does. */
function parentOf(number: string, found: ReadonlyMap<string, number[]>): readonly number[] {
  const range = /^\d{1,3}-\d{1,3}$/.test(number) ? parseNumberList(number) : []
  if (range.length > 0) return range.flatMap((one) => found.get(one) ?? [])
  const stem = /^(\d+(?:\.\d+)*)[a-z]{1,4}$/.exec(number)?.[1]
  if (stem !== undefined) return found.get(stem) ?? []
  return [...found.entries()]
    .filter(([key]) => key.replace(/[a-z]{1,4}$/, '') === number)
    .flatMap(([, indexes]) => indexes)
}

function judge(numbering: Numbering, replies: readonly Reply[], resemble: (a: number, b: number) => number) {
  let borneOut = 0
  let against = 0
  let met = 0
  let likeness = 0
  replies.forEach((reply, place) => {
    const meant = reply.numbers.flatMap((number) => numbering.find(number))
    if (meant.length === 0) return
    met++
    likeness += Math.max(...meant.map((index) => resemble(index, place)))
    const restated = [...reply.restated].filter(([, share]) => share >= 0.15).map(([which]) => which)
    if (restated.length === 0) return
    if (meant.some((index) => restated.includes(index))) borneOut++
    else against++
  })
  // A response that prints nothing again leaves the likeness of what its numbers pair, and the report's own numbers first.
  const bias = numbering.scheme === 'number' ? 0.6 : 0
  return {
    borneOut,
    against,
    met,
    score: 3 * (borneOut - against) + likeness + (met > 0 ? bias : 0) + 0.2 * met,
  }
}
