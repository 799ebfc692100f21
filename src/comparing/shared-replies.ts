/** Replies headed by several numbers ("Recommendations 3 to 7") that take them one after another: a reply to each. */
import { align, measureUnits, type Step, type Unit } from './alignment.ts'
import { describesEach, nameNumbers } from './mentions.ts'
import type { Piece } from './pieces.ts'
import type { Recommendation } from './recommendations.ts'
import type { Reply } from './replies.ts'
import { sentenceStarts } from './split-pieces.ts'

/** What is answered is known from the heading: any likeness tells where. */
const TERMS = { start: 0.03, passed: 0 } as const
/** So much of what the heading names must be found answered; the rest may have got nothing. */
const COVERED = 0.6

/** The reply cut where its paragraphs turn to the next of its numbers; itself where the turns cannot be told. */
export function shareInOrder(reply: Reply, asked: readonly Recommendation[]): Reply[] {
  const numbers = [...new Set(reply.numbers)]
  const wanted = numbers.map((number) => asked.findIndex((one) => one.number === number && one.isAsk))
  const isPlain = reply.pieces.every((piece) => piece.row === null && piece.kind !== 'heading')
  if (numbers.length < 2 || wanted.includes(-1) || !isPlain || reply.restated.size > 0 || reply.parts)
    return [reply]
  return takeTurns(reply, numbers, wanted, asked) ?? [reply]
}

function takeTurns(
  reply: Reply,
  numbers: readonly string[],
  wanted: readonly number[],
  asked: readonly Recommendation[],
): Reply[] | null {
  const { pieces } = reply
  if (pieces.length < 2 || describesEach(pieces[0]?.text ?? '', numbers)) return null
  const named = pieces.map(({ text }) => {
    const own = nameNumbers(text.slice(0, sentenceStarts(text)[1] ?? text.length))
    // What names them all is about none of them.
    return numbers.every((one) => own.includes(one)) ? [] : own.filter((one) => numbers.includes(one))
  })
  const said = new Set(named.flat())
  const left = numbers.flatMap((number, place) =>
    said.has(number) ? [] : [{ number, at: wanted[place] ?? -1 }],
  )
  const units = pieces.map(
    (piece, place): Unit => ({
      piece,
      isJoined: place > 0,
      isTitled: true,
      isNamed: (named[place]?.length ?? 0) > 0,
    }),
  )
  const likeness = measureUnits(
    units,
    left.map((one) => one.at),
    asked,
  )
  const steps = align(units, likeness, left.length, TERMS)
  const begun = new Set(steps.flatMap((step) => (step?.isStart && step.of !== null ? [step.of] : [])))
  const found = said.size + begun.size
  if (found < 2 || found < COVERED * numbers.length) return null
  // Two may share a paragraph: the one that begins nowhere is answered where it is nearest.
  const beside = left.flatMap(({ number }, of) => {
    const most = Math.max(...likeness.map((row) => row[of] ?? 0))
    return begun.has(of) || most < TERMS.start
      ? []
      : [{ number, place: likeness.findIndex((row) => row[of] === most) }]
  })
  return cut(reply, steps, (place, of) => [
    ...(of === null ? (named[place] ?? []) : [left[of]?.number ?? '']),
    ...beside.flatMap((one) => (turnAt(steps, one.place) === place ? [one.number] : [])),
  ])
}

/** Where the turn that holds a place begins. */
const turnAt = (steps: readonly (Step | null)[], place: number) =>
  steps.findLastIndex((step, index) => index <= place && (step?.isStart ?? false))

function cut(
  reply: Reply,
  steps: readonly (Step | null)[],
  numbersOf: (place: number, of: number | null) => readonly string[],
): Reply[] {
  const turns: { numbers: readonly string[]; pieces: Piece[] }[] = []
  reply.pieces.forEach((piece, place) => {
    const step = steps[place]
    if (step?.isStart) turns.push({ numbers: numbersOf(place, step.of), pieces: [piece] })
    else if (step) turns.at(-1)?.pieces.push(piece)
  })
  return turns.map((turn) => ({ ...reply, ...turn, quoted: [] }))
}
