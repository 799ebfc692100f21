/** What a line begins by its typed signs, where line breaks stand for lists and paragraphs. */
import { labelNumber } from './plain/heading-shapes.ts'
import { parseMarker, startsListItem } from './plain/markers.ts'

const BLANK = /^[ \t\n\r\f]*/

/** How much of a line is the sign of an item and the blanks around it; 0 where none opens it. A dash signs quotations. */
export function typedBulletLength(text: string): number {
  const blanks = BLANK.exec(text)?.[0].length ?? 0
  // The item's words may stand in an element of their own.
  const words = text.slice(blanks, blanks + 40)
  const marker = parseMarker(`${words}x`)
  if (marker?.kind !== 'bullet' || /^[o+*]$/.test(marker.style) || !startsListItem(`${words}x`)) return 0
  return blanks + Math.min(marker.length, words.length)
}

/** Whether a line after a break is a paragraph of its own: it is numbered ("2. Training"), or a recommendation by its label. */
export function opensParagraph(text: string): boolean {
  const words = text.slice(BLANK.exec(text)?.[0].length ?? 0).slice(0, 80)
  const marker = parseMarker(words)
  const isNumbered =
    marker?.kind === 'number' && /^\d/.test(marker.style) && /^\p{Lu}/u.test(words.slice(marker.length))
  return isNumbered || labelNumber(words) !== undefined
}
