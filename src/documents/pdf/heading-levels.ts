/** Levels for headings: the outline's and the tags' where they tell, otherwise the rank of the heading's style. */
import type { Draft } from './draft.ts'
import { headingTag, normaliseTitle, textOfDraft } from './headings.ts'
import { shareOf } from './look.ts'

const DEEPEST = 6

/** Sets the level of each heading in `headings`, which are in reading order. */
export function setLevels(headings: readonly Draft[], outline: ReadonlyMap<string, number>): void {
  const styles = new Map<string, Draft[]>()
  for (const heading of headings) {
    const key = styleKey(heading)
    const same = styles.get(key)
    if (same === undefined) styles.set(key, [heading])
    else same.push(heading)
  }
  const ranked = [...styles].sort(([, a], [, b]) => compareStyles(a[0], b[0]))
  let rank = 0
  for (const [, same] of ranked) {
    rank = Math.min(rank + 1, DEEPEST)
    const known = middling(same.flatMap((heading) => knownLevel(heading, outline)))
    for (const heading of same)
      heading.level = Math.min(DEEPEST, knownLevel(heading, outline)[0] ?? known ?? rank)
  }
}

function knownLevel(heading: Draft, outline: ReadonlyMap<string, number>): number[] {
  const level = outline.get(normaliseTitle(textOfDraft(heading))) ?? headingTag(heading) ?? 0
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
  return [Math.round(size * 2), isCapitals, isBold, isItalic, depth, heading.lines[0]?.style.colour].join(' ')
}

/** Larger, capital, bold, upright, shallowly numbered type stands above the rest, in this order of weight. */
function compareStyles(first: Draft | undefined, second: Draft | undefined): number {
  const [a, b] = [styleOf(first), styleOf(second)]
  if (Math.abs(a.size - b.size) > a.size * 0.04) return b.size - a.size
  return (
    a.depth - b.depth ||
    Number(b.isCapitals) - Number(a.isCapitals) ||
    Number(b.isBold) - Number(a.isBold) ||
    Number(a.isItalic) - Number(b.isItalic)
  )
}
