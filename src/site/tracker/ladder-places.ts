/** Where things stand on a ladder so that none lies on another: dots that came close together, names beside lines. */

interface Step {
  readonly x: number
  readonly rung: number
}

const round = (x: number): number => Math.round(x * 10) / 10

/**
 * Where each dot stands: where its day is, or a little beside it where dots of one rung would touch. Never left of the
 * one before it, and none right of `end` unless there are too many for the room.
 */
export function placeDots(steps: readonly Step[], gap: number, end: number): number[] {
  const places = steps.map(({ x }) => x)
  const needed = (at: number) => (steps[at]?.rung === steps[at - 1]?.rung ? gap : 0)
  for (let at = 1; at < places.length; at += 1)
    places[at] = Math.max(places[at] ?? 0, (places[at - 1] ?? 0) + needed(at))
  let limit = Math.max(end, steps.at(-1)?.x ?? 0)
  for (let at = places.length - 1; at >= 0; at -= 1) {
    places[at] = Math.min(places[at] ?? 0, limit)
    limit = (places[at] ?? 0) - needed(at)
  }
  return places.map(round)
}

/** An upright line and what it is called. */
export interface NamedLine {
  readonly x: number
  readonly name: string
}

export interface PlacedName extends NamedLine {
  /** Written before the line, and so ending at `x`. */
  readonly isBefore: boolean
}

/** How wide a letter of the names is, in units of the drawing: on the wide side, so that none runs out of the picture. */
const LETTER = 5.4
const BESIDE = 4

/** Names after their lines; before them where there is no room after; a name with no room on either side is left out. */
export function placeNames(lines: readonly NamedLine[], left: number, right: number): PlacedName[] {
  let taken = left - 70
  return lines.flatMap(({ x, name }, at): PlacedName[] => {
    const width = name.length * LETTER
    const next = lines[at + 1]?.x ?? right
    if (x + BESIDE + width <= next) {
      taken = x + BESIDE + width
      return [{ x: round(x + BESIDE), name, isBefore: false }]
    }
    if (x - BESIDE - width - 2 * LETTER < taken) return []
    taken = x
    return [{ x: round(x - BESIDE), name, isBefore: true }]
  })
}
