/** Levels for headings: the outline's and the tags' where they tell, otherwise the rank of the heading's style. */
import type { Draft } from './draft.ts'
import { headingTag, normaliseTitle, textOfDraft } from './headings.ts'
import { shareOf } from './look.ts'

const DEEPEST = 6
/** A style seen this often is a level of its own; a rarer one only takes a place below the style above it. */
const FEWEST = 3

/**
 * Sets the level of each heading in `headings`, which are in reading order. Those before page `bodyStart` are of the
 * title page and its like: they are level 1 and 2 by size, and say nothing of the styles after them.
 */
export function setLevels(
  headings: readonly Draft[],
  outline: ReadonlyMap<string, number>,
  bodyStart: number,
): void {
  const isFront = (heading: Draft) => (heading.lines[0]?.page ?? 0) < bodyStart
  setFrontLevels(headings.filter(isFront))
  const styles = new Map<string, Draft[]>()
  for (const heading of headings) {
    if (isFront(heading)) continue
    const same = styles.get(styleKey(heading))
    if (same === undefined) styles.set(styleKey(heading), [heading])
    else same.push(heading)
  }
  const ranked = [...styles.values()].sort((a, b) => compareStyles(a[0], b[0]))
  let above = 0
  for (const same of ranked) {
    const known = middling(same.flatMap((heading) => knownLevel(heading, outline)))
    const level = Math.min(DEEPEST, known ?? above + 1)
    for (const heading of same) heading.level = level
    if (same.length >= FEWEST || above === 0) above = level
  }
}

function setFrontLevels(headings: readonly Draft[]): void {
  const sizeOf = (heading: Draft) => Math.max(...heading.lines.map((line) => line.style.size))
  const largest = Math.max(...headings.map(sizeOf))
  for (const heading of headings) heading.level = sizeOf(heading) > largest * 0.8 ? 1 : 2
}

function knownLevel(heading: Draft, outline: ReadonlyMap<string, number>): number[] {
  const level = outline.get(normaliseTitle(textOfDraft(heading))) || (headingTag(heading) ?? 0)
  return level > 0 ? [level] : []
}

const middling = (levels: readonly number[]): number | undefined =>
  [...levels].sort((a, b) => a - b)[Math.floor(levels.length / 2)]

interface HeadingStyle {
  readonly size: number
  readonly isCapitals: boolean
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly depth: number
}

function styleOf(heading: Draft | undefined): HeadingStyle {
  const lines = heading?.lines ?? []
  const letters = lines
    .map((line) => line.text)
    .join('')
    .replace(/[^\p{L}]/gu, '')
  return {
    size: Math.max(0, ...lines.map((line) => line.style.size)),
    isCapitals: letters.length > 2 && letters === letters.toUpperCase(),
    isBold: shareOf(lines, (word) => word.style.isBold) > 0.5,
    isItalic: shareOf(lines, (word) => word.style.isItalic) > 0.5,
    depth: (heading?.number ?? '').split('.').length,
  }
}

function styleKey(heading: Draft): string {
  const { size, isCapitals, isBold, isItalic, depth } = styleOf(heading)
  return [Math.round(size), isCapitals, isBold, isItalic, depth].join(' ')
}

/** Larger, capital, bold, upright, shallowly numbered type stands above the rest, in this order of weight. */
function compareStyles(first: Draft | undefined, second: Draft | undefined): number {
  const [a, b] = [styleOf(first), styleOf(second)]
  if (Math.abs(a.size - b.size) > a.size * 0.06) return b.size - a.size
  return (
    a.depth - b.depth ||
    Number(b.isCapitals) - Number(a.isCapitals) ||
    Number(b.isBold) - Number(a.isBold) ||
    Number(a.isItalic) - Number(b.isItalic)
  )
}
