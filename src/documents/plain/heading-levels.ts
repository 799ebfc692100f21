/** Levels for the headings of a plain text, from how they look and how they return. */
import { type HeadingStyle, styleOf } from './heading-shapes.ts'
import { parseMarker } from './markers.ts'
import type { Passage } from './passages.ts'

/** Outermost first. Only their order counts: the ranks that a document uses become its levels 1, 2, 3... */
const RANK = {
  title: 0,
  part: 1,
  chapter: 2,
  doubleUnderline: 3,
  caps: 4,
  underline: 5,
  plain: 6,
  numbered: 7,
  insideNumbered: 13,
  recommendation: 14,
  repeated: 15,
} as const

/** Sections that stand beside a report's numbered chapters, not over them. */
const BESIDE_CHAPTERS =
  /^(?:executive )?(?:summary|foreword|preface|contents|introduction|background|overview|acknowledgements?|glossary|abbreviations|about (?:this|the) .{1,40}|terms of reference|key (?:points|messages|findings)|conclusions?|references|bibliography|notes|annex(?:es)?|appendi(?:x|ces))$/i

export const isGenericHeading = (text: string): boolean => BESIDE_CHAPTERS.test(text)

/** The level of each heading, 1 to 6. A heading that returns with the same words is below those that do not. */
export function assignLevels(headings: readonly Passage[], hasTitle: boolean): number[] {
  const ranks = rankAll(headings, hasTitle)
  const used = [...new Set(ranks)].sort((a, b) => a - b)
  return ranks.map((rank) => Math.min(6, used.indexOf(rank) + 1))
}

function rankAll(headings: readonly Passage[], hasTitle: boolean): number[] {
  const times = new Map<string, number>()
  for (const { text } of headings) times.set(normalise(text), (times.get(normalise(text)) ?? 0) + 1)
  const styles = headings.map(styleOf)
  const numbers = headings.map((heading, i) =>
    styles[i]?.form === 'numbered' ? parseMarker(heading.text)?.number : undefined,
  )
  return headings.map((heading, i) => {
    const style = styles[i]
    if (i === 0 && hasTitle) return RANK.title
    const isRepeated = (times.get(normalise(heading.text)) ?? 0) > 1
    if (style?.form === 'plain') return isRepeated ? RANK.repeated : rankPlain(heading.text, numbers, i)
    return style ? rankOf(style) : RANK.plain
  })
}

function rankOf(style: HeadingStyle): number {
  if (style.form === 'numbered') return RANK.numbered + Math.min(style.depth, 5)
  if (style.form === 'underlined') return style.mark === '=' ? RANK.doubleUnderline : RANK.underline
  return RANK[style.form]
}

/** An unnumbered heading between numbers 2 and 3 is inside 2; one over a series that starts again is over it. */
function rankPlain(text: string, numbers: readonly (string | undefined)[], i: number): number {
  const before = numbers.slice(0, i).findLast((number) => number !== undefined)
  const after = numbers.slice(i + 1).find((number) => number !== undefined)
  if (before === undefined && after === undefined) return RANK.plain
  if (isGenericHeading(text)) return RANK.numbered + 1
  const restarts = after === '1' || after === 'a' || after === undefined
  return before === undefined || restarts ? RANK.plain : RANK.insideNumbered
}

const normalise = (text: string) => text.toLowerCase().replace(/[\s:]+$/, '')
