/** Tells headings from running text by size, weight, colour, rule and wording, and gives them levels. */
import type { Draft } from './draft.ts'
import type { Line } from './lines.ts'
import { type Look, shareOf } from './look.ts'
import { findMarker } from './markers.ts'
import type { Shape } from './page-content.ts'
import { THICKEST_RULE } from './rulings.ts'

/** Headings run to at most this many letters: a long one in bold is a paragraph that is stressed. */
const LONGEST = 220
const MOST_LINES = 5
/** Type this much larger than the body's is a heading's. */
const LARGER = 1.12
/** Smaller than this and a short bold line is a label in a figure. */
const SMALLEST = 0.88

const LABELLED =
  /^(?:recommendation|conclusion|chapter|part|annex|appendix|section|theme|action|question|objective|priority|principle|volume|module|phase)s?\s+(?:[a-z]?\d{1,3}[a-z]?(?:\.\d{1,3})*|[ivxlc]+|[a-h])(?=$|[\s:.,)–—-])/i

/** The number in "Recommendation 4:" and the like; null where `text` is not so labelled. */
export function labelNumber(text: string): string | null {
  const label = LABELLED.exec(text)?.[0]
  return label === undefined ? null : (/\S+$/.exec(label)?.[0] ?? null)
}

export const textOfDraft = (draft: Draft): string => draft.lines.map((line) => line.text).join(' ')

/** True for a draft that reads as a heading on its page. `outline` holds the document's bookmarks, normalised. */
export function isHeading(
  draft: Draft,
  look: Look,
  shapes: readonly Shape[],
  outline: ReadonlyMap<string, number>,
): boolean {
  if (draft.kind !== 'paragraph' && draft.kind !== 'list-item') return false
  const text = textOfDraft(draft)
  if (text.length > LONGEST || draft.lines.length > MOST_LINES || !/\p{L}{2}/u.test(text)) return false
  const tag = headingTag(draft)
  if (tag !== null || outline.has(normaliseTitle(text))) return !isPlainSentence(draft, text, look)
  if (/[.,;]["”’)]*$/.test(text) && labelNumber(text) === null) return false
  if (draft.kind === 'list-item' && findMarker(text)?.kind === 'bullet') return false
  if (/[.;]$/.test(text) && text.length > 60) return false
  const isLabel = labelNumber(text) !== null && (text.length < 30 || draft.lines.length === 1)
  return (
    !isSmall(draft, look) &&
    !/^\p{Ll}/u.test(findMarker(text)?.rest ?? text) &&
    (isSetApart(draft, look, shapes) || isLabel)
  )
}

/** A whole sentence in the type of the text, which no tag or bookmark makes a heading. */
const isPlainSentence = ({ lines }: Draft, text: string, { body }: Look): boolean =>
  text.length > 60 &&
  /[.;]["”’)]*$/.test(text) &&
  lines.every(({ style }) => style.size <= body.size && style.isBold === body.isBold)

/** The level that the page's own tags give ("H2"), 0 for a heading tag without one; null where there is none. */
export function headingTag(draft: Draft): number | null {
  const tag = draft.lines[0]?.words[0]?.tag ?? ''
  const level = /^H([1-6])$/.exec(tag)?.[1]
  return level === undefined ? (/^(?:H|Title)$/.test(tag) ? 0 : null) : Number(level)
}

export const normaliseTitle = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const isSmall = (draft: Draft, look: Look): boolean =>
  Math.max(...draft.lines.map((line) => line.style.size)) < look.body.size * SMALLEST

function isSetApart(draft: Draft, look: Look, shapes: readonly Shape[]): boolean {
  const { lines } = draft
  const text = textOfDraft(draft)
  if (lines.every((line) => line.style.size >= look.body.size * LARGER))
    return text.length < 160 || lines.length < 3
  if (shareOf(lines, (word) => word.style.isBold) > 0.9 && !look.body.isBold)
    return !/:$/.test(text) || text.length < 60
  if (/:$/.test(text)) return false
  const isColoured = lines.every(
    (line) => isColour(line.style.colour) && line.style.colour !== look.body.colour,
  )
  if (isColoured && lines.length <= 2 && !/https?:|www\.|@/.test(text)) return !isLink(lines)
  if (isCapitals(text) && lines.length <= 3) return true
  if (shareOf(lines, (word) => word.style.isItalic) > 0.9 && !look.body.isItalic)
    return lines.length === 1 && text.length < 110 && /^\p{Lu}/u.test(text)
  return lines.every((line) => isUnderlined(line, shapes)) && !isLink(lines)
}

/** Two or more words in capitals; single ones and codes ("ISBN 978-1") are as often labels. */
function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  const isMainlyLetters = letters.length > text.replace(/\s/g, '').length * 0.7
  return (
    letters === letters.toUpperCase() &&
    isMainlyLetters &&
    (letters.length > 9 || /\p{L}{3,}.*\p{L}{3,}/u.test(text))
  )
}

/** Black, white and greys are no colours. */
function isColour(colour: string): boolean {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return r !== undefined && g !== undefined && b !== undefined && Math.max(r, g, b) - Math.min(r, g, b) > 40
}

const isLink = (lines: readonly Line[]): boolean =>
  /^#0[0-6]?[0-6]?..[c-f]./i.test(lines[0]?.style.colour ?? '')

export function isUnderlined(line: Line, shapes: readonly Shape[]): boolean {
  const ruled = shapes
    .filter(
      (shape) =>
        shape.height <= THICKEST_RULE &&
        shape.y > line.baseline - 1 &&
        shape.y < line.baseline + line.style.size * 0.35 &&
        shape.x < line.right &&
        shape.x + shape.width > line.x,
    )
    .reduce((sum, shape) => sum + Math.min(shape.x + shape.width, line.right) - Math.max(shape.x, line.x), 0)
  return ruled > (line.right - line.x) * 0.85 && ruled < (line.right - line.x) * 1.3
}
