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
  const isTight = areRefrainsTight(headings, times)
  const numbers = headings.map((heading, i) =>
    styles[i]?.form === 'numbered' ? parseMarker(heading.text)?.number : undefined,
  )
  const around = numbersAround(numbers)
  return headings.map((heading, i) => {
    const style = styles[i]
    if (i === 0 && hasTitle) return RANK.title
    const isRefrain = (times.get(normalise(heading.text)) ?? 0) > 1 || (isTight && heading.gapBefore === 0)
    if (style?.form === 'plain') return isRefrain ? RANK.repeated : rankPlain(heading.text, around[i])
    return style ? rankOf(style) : RANK.plain
  })
}

/**
 * Whether the headings that return all stand right under the text above them, and others with a blank line: then that
 * is how this page sets its lower level, and one that is there only once but set the same way belongs to it.
 */
function areRefrainsTight(headings: readonly Passage[], times: ReadonlyMap<string, number>): boolean {
  const returning = headings.filter(({ text }) => (times.get(normalise(text)) ?? 0) > 1)
  const isMixed = headings.some(({ gapBefore }) => gapBefore > 0)
  return isMixed && returning.length >= 4 && returning.every(({ gapBefore }) => gapBefore === 0)
}

function rankOf(style: HeadingStyle): number {
  if (style.form === 'numbered') return RANK.numbered + Math.min(style.depth, 5)
  if (style.form === 'underlined') return style.mark === '=' ? RANK.doubleUnderline : RANK.underline
  return RANK[style.form]
}

interface NumbersAround {
  readonly before: string | undefined
  readonly after: string | undefined
}

/** The nearest number above and below each heading. */
function numbersAround(numbers: readonly (string | undefined)[]): NumbersAround[] {
  const after: (string | undefined)[] = []
  for (let i = numbers.length - 1; i >= 0; i--) after[i] = numbers[i + 1] ?? after[i + 1]
  let before: string | undefined
  return numbers.map((number, i) => {
    const around = { before, after: after[i] }
    before = number ?? before
    return around
  })
}

/** An unnumbered heading between numbers 2 and 3 is inside 2; one over a series that starts again is over it. */
function rankPlain(text: string, around: NumbersAround | undefined): number {
  const { before, after } = around ?? {}
  if (before === undefined && after === undefined) return RANK.plain
  if (isGenericHeading(text)) return RANK.numbered + 1
  const restarts = after === '1' || after === 'a' || after === undefined
  return before === undefined || restarts ? RANK.plain : RANK.insideNumbered
}

const normalise = (text: string) => text.toLowerCase().replace(/[\s:]+$/, '')
