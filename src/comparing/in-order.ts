/** Paragraphs that answer the recommendations one after another, without a number: a response by theme, a letter. */
import { assignOneToOne } from './assignment.ts'
import { surveyField } from './field.ts'
import type { Piece } from './pieces.ts'
import type { Recommendation } from './recommendations.ts'
import type { Reply } from './replies.ts'
import { createWordReader } from './words.ts'

interface Unit {
  readonly section: number
  readonly piece: Piece
}

/** Which recommendation each paragraph begins to answer or goes on answering; null where none. */
interface Step {
  readonly of: number
  readonly isStart: boolean
}

/** What a paragraph must have in common with a recommendation to begin its answer. */
const START = 0.045
/** What passing over a recommendation costs: a response that leaves one out says so nowhere. */
const PASSED = 0.015
/** To go on is worth less than to begin: of two near paragraphs the second is rather the next answer. */
const GO_ON = { share: 0.3, joined: 0.02, inLetter: -0.03 } as const
/** Alone a beginning needs this; between the answers to its neighbours START is enough. */
const ALONE = 0.12
/** The share of what free pairing would find that pairing in order must keep: less, and the order is another. */
const KEPT = 0.85
const FEWEST = 3
/** Comparing every paragraph with every recommendation stays quick up to so many pairs. */
const MOST_PAIRS = 60_000

/** "That consultation …", "These changes …", "It will also …": a paragraph that leans on the one before. */
const LEANS =
  /^\W*(?:(?:in addition|further|also|and|alongside this|as part of this|to support this|in doing so),? )?(?:th(?:at|is|ese|ose|ey)|it|such|both|we (?:will|have|are|shall) also|the (?:scheme|fund|pilot|review|changes?|new|same))\b/iu
const CONTINUES = /^\s*[•\p{Ll}]/u

/**
 * The replies with every stretch of paragraphs that answers one recommendation as a reply of its own; null where the
 * response does not keep the report's order, or is too short to tell.
 */
export function cutInOrder(replies: readonly Reply[], asked: readonly Recommendation[]): Reply[] | null {
  const wanted = asked.flatMap((one, index) => (one.isAsk ? [index] : []))
  const units = replies.flatMap((reply, section) => reply.pieces.map((piece) => ({ section, piece })))
  const isTable = units.some(({ piece }) => piece.row !== null)
  if (wanted.length < FEWEST || units.length < FEWEST || isTable || isShared(asked)) return null
  if (wanted.length * units.length > MOST_PAIRS) return null
  const likeness = measure(units, wanted, asked)
  const steps = align(units, likeness, wanted.length, replies)
  const starts = steps.flatMap((step, place) => (step?.isStart ? [{ ...step, place }] : []))
  const found = starts.reduce((sum, { of, place }) => sum + (likeness[place]?.[of] ?? 0), 0)
  const edges = likeness.flatMap((row, right) =>
    row.flatMap((score, left) => (score >= START ? [{ left, right, score }] : [])),
  )
  const free = assignOneToOne(edges).reduce((sum, one) => sum + one.score, 0)
  if (starts.length < FEWEST || found < KEPT * free) return null
  const sure = keepSure(steps, likeness)
  return splitsSection(units, sure, replies) ? cut(replies, units, sure, wanted) : null
}

/** Where every section answers one recommendation, its heading is the better guide. */
function splitsSection(
  units: readonly Unit[],
  steps: readonly (Step | null)[],
  replies: readonly Reply[],
): boolean {
  const owners = new Map<number, Set<number>>()
  steps.forEach((step, place) => {
    const section = units[place]?.section ?? 0
    if (step) owners.set(section, (owners.get(section) ?? new Set()).add(step.of))
  })
  return [...owners].some(([section, of]) => of.size > 1 || replies[section]?.title === null)
}

/** Recommendations of one section of an unnumbered page share a reply. */
const isShared = (asked: readonly Recommendation[]) => {
  const groups = asked.flatMap((one) => one.group ?? [])
  return new Set(groups).size < groups.length
}

function measure(
  units: readonly Unit[],
  wanted: readonly number[],
  asked: readonly Recommendation[],
): number[][] {
  const alone = units.map(
    ({ piece }): Reply => ({
      numbers: [],
      restated: new Map(),
      title: null,
      headings: [],
      quoted: [],
      pieces: [piece],
      isToConclusion: false,
    }),
  )
  const { resemble } = surveyField(asked, alone, createWordReader())
  return units.map((_, place) => wanted.map((index) => resemble(index, place)))
}

/** The best way to lay the paragraphs along the recommendations without ever going back. */
function align(
  units: readonly Unit[],
  likeness: readonly (readonly number[])[],
  count: number,
  replies: readonly Reply[],
): (Step | null)[] {
  // best[k]: the best sum so far with recommendation k - 1 answered last; k 0: none yet. `open`: its answer may go on.
  type State = { sum: number; open: boolean; path: Path | null }
  interface Path {
    readonly step: Step | null
    readonly before: Path | null
  }
  const hasTitle = (unit: Unit) => (replies[unit.section]?.title ?? null) !== null
  let states: State[][] = Array.from({ length: count + 1 }, (_, k) =>
    k === 0 ? [{ sum: 0, open: false, path: null }] : [],
  )
  units.forEach((unit, place) => {
    const row = likeness[place] ?? []
    const isTitled = hasTitle(unit)
    const before = units[place - 1]
    const isSame = before?.section === unit.section || (before && !isTitled && !hasTitle(before))
    const next: State[][] = states.map(() => [])
    const offer = (k: number, state: State) => {
      const rival = next[k]?.findIndex((other) => other.open === state.open) ?? -1
      const known = next[k]?.[rival]
      if (!known) next[k]?.push(state)
      else if (state.sum > known.sum) next[k]?.splice(rival, 1, state)
    }
    states.forEach((list, k) => {
      for (const { sum, open, path } of list) {
        offer(k, { sum, open: false, path: { step: null, before: path } })
        if (open && isSame) {
          const worth = GO_ON.share * (row[k - 1] ?? 0) + leaning(unit.piece, isTitled)
          offer(k, {
            sum: sum + worth,
            open: true,
            path: { step: { of: k - 1, isStart: false }, before: path },
          })
        }
        for (let of = k; of < count; of++) {
          const worth = (row[of] ?? 0) - START - PASSED * (of - k)
          if (worth <= 0) continue
          offer(of + 1, { sum: sum + worth, open: true, path: { step: { of, isStart: true }, before: path } })
        }
      }
    })
    states = next
  })
  const last = states.flat().reduce((best, one) => (one.sum > best.sum ? one : best))
  const steps: (Step | null)[] = []
  for (let at = last.path; at; at = at.before) steps.push(at.step)
  return steps.reverse()
}

const leaning = (piece: Piece, isTitled: boolean) =>
  piece.kind === 'list-item' || LEANS.test(piece.text) || CONTINUES.test(piece.text)
    ? GO_ON.joined
    : isTitled
      ? 0
      : GO_ON.inLetter

/** Without a beginning that has little to show for itself, unless it stands between the answers to its neighbours. */
function keepSure(
  steps: readonly (Step | null)[],
  likeness: readonly (readonly number[])[],
): (Step | null)[] {
  const begun = new Set(steps.flatMap((step) => (step?.isStart ? [step.of] : [])))
  const best = new Map<number, number>()
  steps.forEach((step, place) => {
    if (step) best.set(step.of, Math.max(best.get(step.of) ?? 0, likeness[place]?.[step.of] ?? 0))
  })
  const isSure = (of: number) => (best.get(of) ?? 0) >= ALONE || (begun.has(of - 1) && begun.has(of + 1))
  return steps.map((step) => (step && isSure(step.of) ? step : null))
}

function cut(
  replies: readonly Reply[],
  units: readonly Unit[],
  steps: readonly (Step | null)[],
  wanted: readonly number[],
): Reply[] {
  const parts: { section: number; of: number | null; reply: Reply }[] = []
  units.forEach(({ section, piece }, place) => {
    const step = steps[place] ?? null
    const last = parts.at(-1)
    const of = step?.of ?? null
    const goesOn = step === null ? last?.section === section : !step.isStart
    if (last && last.of === of && goesOn)
      last.reply = { ...last.reply, pieces: [...last.reply.pieces, piece] }
    else {
      const reply = replies[section]
      if (!reply) return
      const answers = step ? wanted[step.of] : undefined
      parts.push({
        section,
        of,
        reply: { ...reply, pieces: [piece], ...(answers !== undefined && { answers }) },
      })
    }
  })
  return parts.map((part) => part.reply)
}
