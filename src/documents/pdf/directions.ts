/** Turns what a page sets sideways upright: its main text, and prose or a table that runs across it. */
import type { Dot, PageContent, Shape, Word } from './page-content.ts'

/** Text across a page's main direction is read where it has this many lines of this many words: the name of an axis is one. */
const FEWEST_LINES = 2
const FEWEST_WORDS = 5

/**
 * The page once for each direction that text on it runs in, each turned upright: the main one and any other that holds
 * more than names of axes and marks in a margin. Upright text comes first, as captions and heads do.
 */
export function partsByDirection(page: PageContent): PageContent[] {
  if (page.words.every((word) => word.turn === 0)) return [page]
  const byTurn = new Map<number, Word[]>()
  for (const word of page.words) {
    const same = byTurn.get(word.turn)
    if (same === undefined) byTurn.set(word.turn, [word])
    else same.push(word)
  }
  const main = mainTurn(byTurn)
  return [...byTurn]
    .filter(([turn, words]) => turn === main || (turn >= 0 && isText(words, turn)))
    .sort(([a], [b]) => a - b)
    .map(([turn, words]) => turnUpright({ ...page, words }, turn))
}

const lettersOf = (words: readonly Word[]): number => words.reduce((sum, word) => sum + word.text.length, 0)

function mainTurn(byTurn: ReadonlyMap<number, readonly Word[]>): number {
  let best = 0
  for (const [turn, words] of byTurn)
    if (turn >= 0 && lettersOf(words) > lettersOf(byTurn.get(best) ?? [])) best = turn
  return best
}

function isText(words: readonly Word[], turn: number): boolean {
  const lines = new Map<number, number>()
  for (const word of words) {
    if (!/\p{L}{2}/u.test(word.text)) continue
    const place = Math.round(turn % 180 === 0 ? word.baseline : word.x)
    lines.set(place, (lines.get(place) ?? 0) + 1)
  }
  return [...lines.values()].filter((count) => count >= FEWEST_WORDS).length >= FEWEST_LINES
}

interface Place {
  readonly x: number
  readonly y: number
}

function turnUpright(page: PageContent, turn: number): PageContent {
  if (turn === 0) return page
  const place = turner(page, turn)
  const isSideways = turn !== 180
  return {
    ...page,
    width: isSideways ? page.height : page.width,
    height: isSideways ? page.width : page.height,
    words: page.words.map((word) => {
      const { x, y } = place({ x: word.x, y: word.baseline })
      return { ...word, x, baseline: y, turn: 0 }
    }),
    shapes: page.shapes.map((shape) => turnShape(shape, place)),
    dots: page.dots.map((dot): Dot => ({ ...dot, ...place(dot) })),
  }
}

/** From a place on the page to the same place with text in direction `turn` upright. */
function turner({ width, height }: PageContent, turn: number): (place: Place) => Place {
  if (turn === 90) return ({ x, y }) => ({ x: y, y: width - x })
  if (turn === 270) return ({ x, y }) => ({ x: height - y, y: x })
  return ({ x, y }) => ({ x: width - x, y: height - y })
}

function turnShape(shape: Shape, place: (place: Place) => Place): Shape {
  const [a, b] = [place(shape), place({ x: shape.x + shape.width, y: shape.y + shape.height })]
  return {
    ...shape,
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  }
}
