/** Which reply answers which recommendation, in order of evidence: number, repetition, heading, shared words. */
import { type Field, surveyField } from './field.ts'
import { printNumber } from './labels.ts'
import { chooseNumbering, countsForItself, type Numbering } from './numbering.ts'
import type { Recommendation } from './recommendations.ts'
import type { Reply } from './replies.ts'
import { createNarrow, type Narrow } from './restarts.ts'
import { linkByTopic } from './topic-links.ts'
import type { WordReader } from './words.ts'

export interface Link {
  readonly recommendation: number
  readonly reply: number
  readonly confidence: number
  readonly because: readonly string[]
  /** The reply's numbers that mean this recommendation; empty where it was linked by anything else. */
  readonly numbers: readonly string[]
}

/** Every link found; a recommendation may have several, a reply may answer several. */
export function linkReplies(
  recommendations: readonly Recommendation[],
  printed: readonly Reply[],
  words: WordReader,
): Link[] {
  const field = surveyField(recommendations, printed, words)
  const chosen = chooseNumbering(recommendations, printed, field.resemble)
  const isOwn = countsForItself(recommendations, printed, chosen, field)
  const numbering = isOwn ? null : chosen
  const replies = isOwn ? printed.map((reply) => ({ ...reply, numbers: [] })) : printed
  const narrow = createNarrow(recommendations, replies, field)
  const marked = replies.flatMap((reply, place) =>
    linkMarked(reply, place, recommendations, numbering, narrow, field),
  )
  const sure = new Set(
    marked.flatMap((link) => (replies[link.reply]?.isMention ? [] : [link.recommendation])),
  )
  const kept = marked.filter((link) => !replies[link.reply]?.isMention || !sure.has(link.recommendation))
  const summed = kept.filter((link) => replies[link.reply]?.isSummary)
  const own = kept.filter((link) => !summed.includes(link))
  const linked = new Set(own.map((link) => link.recommendation))
  const used = new Set(marked.map((link) => link.reply))
  const told = [...own, ...linkByTopic(recommendations, replies, field, linked, used)]
  const known = new Set(told.map((link) => link.recommendation))
  const all = [...told, ...summed.filter((link) => !known.has(link.recommendation))]
  return [...all, ...linkToAll(recommendations, replies, all)]
}

/** What nothing else answers is answered by the sentence that accepts everything. */
function linkToAll(
  recommendations: readonly Recommendation[],
  replies: readonly Reply[],
  links: readonly Link[],
): Link[] {
  const reply = replies.findIndex((one) => one.isToAll)
  if (reply < 0) return []
  const because = ['the response answers every recommendation at once']
  const linked = new Set(links.map((link) => link.recommendation))
  return recommendations.flatMap((one, recommendation) =>
    one.isAsk && !linked.has(recommendation)
      ? [{ recommendation, reply, confidence: 0.8, because, numbers: [] }]
      : [],
  )
}

function linkMarked(
  reply: Reply,
  place: number,
  recommendations: readonly Recommendation[],
  numbering: Numbering | null,
  narrow: Narrow,
  field: Field,
): Link[] {
  if (reply.answers !== undefined) return reply.answers.map((one) => linkInPlace(one, place, field))
  const restated = [...reply.restated].filter(([, share]) => share >= 0.15)
  const meant = reply.numbers.flatMap((number) => narrow(numbering?.find(number) ?? [], number, place))
  const byNumber = new Set(
    reply.isToConclusion ? meant.filter((index) => recommendations[index]?.isCountedWithConclusions) : meant,
  )
  // Where the numbers and the repeated words part ways, the words are what the reply answers.
  const whole = restated.filter(([, share]) => share >= 0.5)
  const isContradicted = whole.length > 0 && !whole.some(([which]) => byNumber.has(which))
  const numbered = isContradicted ? [] : [...byNumber]
  const links = numbered.map((recommendation): Link => {
    const share = reply.restated.get(recommendation)
    const number = recommendations[recommendation]?.number ?? ''
    const same =
      numbering?.scheme === 'number'
        ? `same number ${printNumber(number)}`
        : nameScheme(numbering, reply, number)
    const because = share === undefined ? [same] : [same, describeShare(share)]
    return {
      recommendation,
      reply: place,
      confidence: numberConfidence(share, field.resemble(recommendation, place)),
      because,
      numbers: reply.numbers.filter((one) => numbering?.find(one).includes(recommendation)),
    }
  })
  const further = (numbered.length > 0 ? whole : restated).filter(([which]) => !numbered.includes(which))
  for (const [recommendation, share] of further)
    links.push({
      recommendation,
      reply: place,
      confidence: share >= 0.5 ? 0.95 : 0.8,
      because: [describeShare(share)],
      numbers: [],
    })
  return links
}

function linkInPlace(recommendation: number, reply: number, field: Field): Link {
  const overlap = field.resemble(recommendation, reply)
  return {
    recommendation,
    reply,
    confidence: Number(Math.min(0.92, 0.6 + 1.5 * overlap).toFixed(2)),
    because: [`stands in the report's order (word overlap ${overlap.toFixed(2)})`],
    numbers: [],
  }
}

const nameScheme = (numbering: Numbering | null, reply: Reply, number: string) =>
  numbering?.scheme === 'paragraph'
    ? `same paragraph ${reply.numbers.join(', ')}`
    : `recommendation ${reply.numbers.join(', ')} in the response's count${number ? `, ${number} in the report's` : ''}`

const describeShare = (share: number) =>
  `reply restates it (${Math.min(100, Math.round(share * 100))}% of its words)`

function numberConfidence(share: number | undefined, resemblance: number): number {
  if (share !== undefined && share >= 0.3) return 0.98
  return resemblance >= 0.12 ? 0.94 : 0.85
}
