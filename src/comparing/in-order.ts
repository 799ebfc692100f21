/** Paragraphs that answer the recommendations one after another, without a number: a response by theme, a letter. */
import { align, measureUnits, type Step, type Unit } from './alignment.ts'
import { assignOneToOne } from './assignment.ts'
import { nameNumbers } from './mentions.ts'
import type { Recommendation } from './recommendations.ts'
import type { Reply } from './replies.ts'
import { sentenceStarts } from './split-pieces.ts'

interface Paragraph extends Unit {
  readonly section: number
}

/** Between the answers to its neighbours a beginning needs only this much in common; see ALONE. */
const TERMS = { start: 0.045, passed: 0.015 } as const
/** Alone a beginning needs this. */
const ALONE = 0.12
/** The share of what free pairing would find that pairing in order must keep: less, and the order is another. */
const KEPT = 0.85
const FEWEST = 3
/** Comparing every paragraph with every recommendation stays quick up to so many pairs. */
const MOST_PAIRS = 60_000

/**
 * The replies with every stretch of paragraphs that answers one recommendation as a reply of its own; null where the
 * response does not keep the report's order, or is too short to tell.
 */
export function cutInOrder(replies: readonly Reply[], asked: readonly Recommendation[]): Reply[] | null {
  const wanted = asked.flatMap((one, index) => (one.isAsk ? [index] : []))
  const units = toParagraphs(replies)
  const isTable = units.some(({ piece }) => piece.row !== null)
  if (wanted.length < FEWEST || units.length < FEWEST || isTable || isShared(asked)) return null
  if (wanted.length * units.length > MOST_PAIRS) return null
  const likeness = markNamed(units, measureUnits(units, wanted, asked), wanted, asked)
  const steps = align(units, likeness, wanted.length, TERMS)
  const starts = steps.flatMap((step, place) =>
    step?.isStart ? [likeness[place]?.[step.of ?? -1] ?? 0] : [],
  )
  const found = starts.reduce((sum, one) => sum + one, 0)
  const edges = likeness.flatMap((row, right) =>
    row.flatMap((score, left) => (score >= TERMS.start ? [{ left, right, score }] : [])),
  )
  const free = assignOneToOne(edges).reduce((sum, one) => sum + one.score, 0)
  if (starts.length < FEWEST || found < KEPT * free) return null
  const sure = keepSure(steps, likeness)
  return splitsSection(units, sure) ? cut(replies, units, sure, wanted, findBeside(sure, likeness)) : null
}

/** To name its number is as good as to be very like it. */
const NAMED = 0.5

function markNamed(
  units: readonly Paragraph[],
  likeness: readonly (readonly number[])[],
  wanted: readonly number[],
  asked: readonly Recommendation[],
): (readonly number[])[] {
  return likeness.map((row, place) => {
    const { text } = units[place]?.piece ?? { text: '' }
    const named = /recommendation/i.test(text) ? nameNumbers(firstSentence(text)) : []
    if (named.length !== 1) return row
    const own = wanted.findIndex((index) => asked[index]?.number === named[0])
    return own < 0 ? row : row.map((score, of) => (of === own ? score + NAMED : score))
  })
}

const firstSentence = (text: string) => text.slice(0, sentenceStarts(text)[1] ?? text.length)

function toParagraphs(replies: readonly Reply[]): Paragraph[] {
  return replies.flatMap((reply, section) =>
    reply.pieces.map((piece, place) => ({
      piece,
      section,
      isTitled: reply.title !== null,
      // The paragraphs of a letter are replies by themselves, and yet go on with each other.
      isJoined: place > 0 || (reply.title === null && section > 0 && replies[section - 1]?.title === null),
      isNamed: false,
    })),
  )
}

/** Where every section answers one recommendation, its heading is the better guide. */
function splitsSection(units: readonly Paragraph[], steps: readonly (Step | null)[]): boolean {
  const owners = new Map<number, Set<number | null>>()
  let isLetter = false
  steps.forEach((step, place) => {
    const unit = units[place]
    if (!step || !unit) return
    if (!unit.isTitled) isLetter = true
    owners.set(unit.section, (owners.get(unit.section) ?? new Set()).add(step.of))
  })
  return isLetter || [...owners.values()].some((of) => of.size > 1)
}

/** Recommendations of one section of an unnumbered page share a reply. */
const isShared = (asked: readonly Recommendation[]) => {
  const groups = asked.flatMap((one) => one.group ?? [])
  return new Set(groups).size < groups.length
}

/** Without a beginning that has little to show for itself, unless it stands between the answers to its neighbours. */
function keepSure(
  steps: readonly (Step | null)[],
  likeness: readonly (readonly number[])[],
): (Step | null)[] {
  const begun = new Set(steps.flatMap((step) => (step?.isStart ? [step.of] : [])))
  const best = new Map<number | null, number>()
  steps.forEach((step, place) => {
    if (step) best.set(step.of, Math.max(best.get(step.of) ?? 0, likeness[place]?.[step.of ?? -1] ?? 0))
  })
  const isSure = (of: number | null) =>
    (best.get(of) ?? 0) >= ALONE || (of !== null && begun.has(of - 1) && begun.has(of + 1))
  return steps.map((step) => (step && isSure(step.of) ? step : null))
}

/** A paragraph may answer the next as well: so near must it be to that one, and to no other nearer. */
const BESIDE = 0.2

/** For each place the recommendation that is begun nowhere and is answered beside its neighbour there. */
function findBeside(
  steps: readonly (Step | null)[],
  likeness: readonly (readonly number[])[],
): ReadonlyMap<number, number> {
  const begun = new Set(steps.flatMap((step) => (step ? [step.of] : [])))
  const beside = new Map<number, number>()
  const count = likeness[0]?.length ?? 0
  for (let of = 0; of < count; of++) {
    if (begun.has(of)) continue
    const most = Math.max(...likeness.map((row) => row[of] ?? 0))
    const place = likeness.findIndex((row) => row[of] === most)
    const owner = steps[place]?.of
    if (most >= BESIDE && owner !== undefined && owner !== null && Math.abs(owner - of) === 1)
      beside.set(place, of)
  }
  return beside
}

function cut(
  replies: readonly Reply[],
  units: readonly Paragraph[],
  steps: readonly (Step | null)[],
  wanted: readonly number[],
  beside: ReadonlyMap<number, number>,
): Reply[] {
  const parts: { section: number; of: number | null; reply: Reply }[] = []
  units.forEach(({ section, piece }, place) => {
    const step = steps[place] ?? null
    const last = parts.at(-1)
    const of = step?.of ?? null
    const goesOn = step === null ? last?.section === section : !step.isStart
    const second = wanted[beside.get(place) ?? -1]
    const further = second === undefined ? [] : [second]
    if (last && last.of === of && goesOn)
      last.reply = {
        ...last.reply,
        pieces: [...last.reply.pieces, piece],
        ...(last.reply.answers && { answers: [...last.reply.answers, ...further] }),
      }
    else {
      const reply = replies[section]
      if (!reply) return
      const answers = of === null ? undefined : wanted[of]
      parts.push({
        section,
        of,
        reply: {
          ...reply,
          pieces: [piece],
          ...(answers !== undefined && { answers: [answers, ...further] }),
        },
      })
    }
  })
  return parts.map((part) => part.reply)
}
