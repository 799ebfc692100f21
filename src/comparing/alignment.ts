/** Stretches of text laid along recommendations in order: which each begins to answer, or goes on answering. */
import { surveyField } from './field.ts'
import type { Piece } from './pieces.ts'
import type { Recommendation } from './recommendations.ts'
import type { Reply } from './replies.ts'
import { createWordReader } from './words.ts'

export interface Unit {
  readonly piece: Piece
  /** It may go on with what the unit before it answers. */
  readonly isJoined: boolean
  /** It stands under a heading that says it answers something. */
  readonly isTitled: boolean
  /** It says itself what it answers: whatever was open before ends. */
  readonly isNamed: boolean
}

/** What a unit does: begin an answer or go on with it. `of` is a column of the likeness, or null for what it names itself. */
export interface Step {
  readonly of: number | null
  readonly isStart: boolean
}

export interface Terms {
  /** What a unit must have in common with a recommendation to begin its answer. */
  readonly start: number
  /** What passing over a recommendation costs: a response that leaves one out says so nowhere. */
  readonly passed: number
}

/** To go on is worth less than to begin: of two near paragraphs the second is rather the next answer. */
const GO_ON = { share: 0.3, joined: 0.02, titled: 0.001, untitled: -0.03 } as const

/** "That consultation …", "These changes …", "It will also …": a paragraph that leans on the one before. */
const LEANS =
  /^\W*(?:(?:in addition|further|also|and|alongside this|as part of this|to support this|in doing so),? )?(?:th(?:at|is|ese|ose|ey)|it|such|both|we (?:will|have|are|shall) also|the (?:scheme|fund|pilot|review|changes?|new|same))\b/iu
const CONTINUES = /^\s*[•\p{Ll}]/u

/** How like each unit is to each of the recommendations, by words alone. */
export function measureUnits(
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

interface Path {
  readonly step: Step | null
  readonly before: Path | null
}

/** The best sum so far with recommendation k - 1 begun last (k 0: none yet), and what the next unit may go on with. */
interface State {
  readonly sum: number
  readonly open: 'none' | 'own' | 'named'
  readonly path: Path | null
}

/**
 * The best way to lay the units along `count` recommendations without ever going back; null for a unit that answers
 * none. Takes time in proportion to units times the square of recommendations.
 */
export function align(
  units: readonly Unit[],
  likeness: readonly (readonly number[])[],
  count: number,
  terms: Terms,
): (Step | null)[] {
  let states: State[][] = Array.from({ length: count + 1 }, (_, k) =>
    k === 0 ? [{ sum: 0, open: 'none', path: null }] : [],
  )
  units.forEach((unit, place) => {
    const next: State[][] = states.map(() => [])
    states.forEach((list, k) => {
      for (const state of list)
        for (const [to, one] of follow(state, k, unit, likeness[place] ?? [], terms)) offer(next[to], one)
    })
    states = next
  })
  const last = states.flat().reduce((best, one) => (one.sum > best.sum ? one : best))
  const steps: (Step | null)[] = []
  for (let at = last.path; at; at = at.before) steps.push(at.step)
  return steps.reverse()
}

/** Of states that may go on alike only the best is worth keeping. */
function offer(list: State[] | undefined, state: State): void {
  const rival = list?.findIndex((other) => other.open === state.open) ?? -1
  if (rival < 0) list?.push(state)
  else if (state.sum > (list?.[rival]?.sum ?? 0)) list?.splice(rival, 1, state)
}

function follow(
  { sum, open, path }: State,
  k: number,
  unit: Unit,
  row: readonly number[],
  { start, passed }: Terms,
): [number, State][] {
  if (unit.isNamed)
    return [[k, { sum, open: 'named', path: { step: { of: null, isStart: true }, before: path } }]]
  const found: [number, State][] = [[k, { sum, open: 'none', path: { step: null, before: path } }]]
  if (open !== 'none' && unit.isJoined) {
    const of = open === 'own' ? k - 1 : null
    const worth = GO_ON.share * (of === null ? 0 : (row[of] ?? 0)) + leaning(unit)
    found.push([k, { sum: sum + worth, open, path: { step: { of, isStart: false }, before: path } }])
  }
  for (let of = k; of < row.length; of++) {
    const worth = (row[of] ?? 0) - start - passed * (of - k)
    if (worth <= 0) continue
    const step = { of, isStart: true }
    found.push([of + 1, { sum: sum + worth, open: 'own', path: { step, before: path } }])
  }
  return found
}

function leaning({ piece, isTitled }: Unit): number {
  // A numbered paragraph is no item of a list that goes on.
  const isItem = piece.kind === 'list-item' && piece.number === null
  if (isItem || LEANS.test(piece.text) || CONTINUES.test(piece.text)) return GO_ON.joined
  return isTitled ? GO_ON.titled : GO_ON.untitled
}
