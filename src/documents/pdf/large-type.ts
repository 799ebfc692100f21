/** Large type that several lines stand beside: the capital a paragraph opens with, the figure that its words explain. */
import type { TextStyle, Word } from './page-content.ts'

/** Type this many times its neighbours' spans lines of theirs. */
const TIMES_LARGER = 1.7
/** Lines that large type spans, at the least. */
const FEWEST_LINES = 2
/** How far behind it its lines start at most, in their own ems. */
const CAPITAL_GAP = 1.6
const FIGURE_GAP = 4
/** How far they may reach under its edge. */
const OVERLAP = 0.5
/** How far the last of them may stand below it, in their ems: less than a line. */
const BELOW = 0.7
/** The height of a capital or figure, as a share of its type size. */
const HEIGHT = 0.75
/** Parts of one figure ("1 in 3") stand closer than this, in their ems. */
const FIGURE_PARTS = 0.5
const LONGEST_FIGURE = 12

const CAPITAL = /^["“‘']?\p{Lu}$/u
/** Letters that are words by themselves. */
const WORD_ALONE = /^["“‘']?[AIO]$/u

/**
 * `words` with large type where it is read: a drop capital as the start of the word it opens, in that word's type, and the
 * lines beside it beginning where it stands, as those below do; a figure before the first of its lines.
 */
export function settleLargeType(words: readonly Word[]): readonly Word[] {
  const usual = usualSize(words)
  const large = words.filter((word) => word.style.size > usual * TIMES_LARGER)
  if (large.length === 0) return words
  let settled = words
  for (const word of large) if (CAPITAL.test(word.text)) settled = settleCapital(word, settled)
  for (const figure of figuresOf(large)) settled = settleFigure(figure, settled)
  return settled
}

/** The size that most words are set in. */
function usualSize(words: readonly Word[]): number {
  const counts = new Map<TextStyle, number>()
  // By runs of one style: they are long, and looking each word's up takes longer than all the rest of this.
  let start = 0
  for (let end = 1; end <= words.length; end++) {
    const style = words[start]?.style
    if (style === undefined || words[end]?.style === style) continue
    counts.set(style, (counts.get(style) ?? 0) + end - start)
    start = end
  }
  let usual: TextStyle | undefined
  for (const [style, count] of counts)
    if (usual === undefined || count > (counts.get(usual) ?? 0)) usual = style
  return usual?.size ?? 0
}

function settleCapital(capital: Word, words: readonly Word[]): readonly Word[] {
  const starts = lineStarts(capital, words, CAPITAL_GAP)
  const first = starts[0]
  if (first === undefined || starts.length < FEWEST_LINES) return words
  const isAlone = standsAlone(capital, first, words)
  return words.flatMap((word) => {
    if (word === capital) return isAlone ? [before(first, capital)] : []
    if (word === first)
      return [isAlone ? first : { ...stretched(first, capital.x), text: capital.text + first.text }]
    return starts.includes(word) ? [stretched(word, capital.x)] : [word]
  })
}

/** "A ferry" and not "After": a blank was painted, or the rest is a word that the page prints elsewhere. */
function standsAlone(capital: Word, first: Word, words: readonly Word[]): boolean {
  if (!WORD_ALONE.test(capital.text)) return false
  const rest = first.text.toLowerCase()
  return first.hasSpaceBefore || words.some((word) => word !== first && word.text.toLowerCase() === rest)
}

/** Large words with a digit, with those that stand beside them. */
function figuresOf(large: readonly Word[]): Word[][] {
  const runs: Word[][] = []
  for (const word of large) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const goesOn =
      last?.style === word.style &&
      last.baseline === word.baseline &&
      Math.abs(word.x - last.x - last.width) < word.style.size * FIGURE_PARTS
    if (goesOn) run?.push(word)
    else runs.push([word])
  }
  return runs.filter((run) => {
    const text = run.map((word) => word.text).join('')
    return /\d/.test(text) && text.length <= LONGEST_FIGURE
  })
}

function settleFigure(figure: readonly Word[], words: readonly Word[]): readonly Word[] {
  const last = figure.at(-1)
  if (last === undefined) return words
  const starts = lineStarts(last, words, FIGURE_GAP)
  const first = starts[0]
  if (first === undefined || starts.length < FEWEST_LINES) return words
  return words.map((word) => {
    if (word === first) return { ...first, hasSpaceBefore: true }
    return figure.includes(word) ? before(first, word) : word
  })
}

/** The first words of the lines beside `large`, from the top. */
function lineStarts(large: Word, words: readonly Word[], gap: number): Word[] {
  const right = large.x + large.width
  const beside = words.filter(
    ({ style, x, baseline }) =>
      style.size * TIMES_LARGER < large.style.size &&
      x > right - style.size * OVERLAP &&
      x < right + style.size * gap &&
      baseline < large.baseline + style.size * BELOW &&
      baseline > large.baseline - large.style.size * HEIGHT,
  )
  beside.sort((a, b) => a.baseline - b.baseline || a.x - b.x)
  return beside.filter((word, at) => word.baseline > (beside[at - 1]?.baseline ?? 0) + word.style.size / 2)
}

const stretched = (word: Word, x: number): Word => ({ ...word, x, width: word.x + word.width - x })

/** `large` in the type and on the line of `first`, with a blank's room before it. */
const before = (first: Word, large: Word): Word => ({
  ...large,
  baseline: first.baseline,
  style: first.style,
  width: Math.min(large.width, first.x - large.x - first.style.size * 0.3),
})
