/** Whether a line of plain text has the shape of a heading, and the outline style it shows. */
import { parseMarker } from './markers.ts'
import type { Passage } from './passages.ts'

/** How a heading looks, from which its level follows. */
export type HeadingStyle =
  | { readonly form: 'part' | 'chapter' | 'caps' | 'plain' | 'recommendation' }
  | { readonly form: 'underlined'; readonly mark: '=' | '-' }
  | { readonly form: 'numbered'; readonly depth: number }

/** Longest heading: of those in reports 99 in 100 are shorter; longer lines are sentences without their full stop. */
const LONGEST = 150
const MOST_WORDS = 20

/** How letters open and close. */
const COURTESY =
  /^(?:dear\b|yours (?:sincerely|faithfully|truly)|(?:kind|best|warm) (?:regards|wishes)|many thanks|to whom it may concern)/i

/** A line that stops here goes on somewhere. */
const UNFINISHED = /\s(?:that|the|an?|of|and|or|to|for|with|in|on|by|from|is|are|was|were|will|says?)$/
const DATED = /^(?:presented|published|issued|laid|ordered|dated|updated|printed|revised)\b.*\b\d{4}$/i

const LABELLED =
  /^(part|chapter|section|annex|appendix|volume|schedule)\s+(\d{1,3}|[A-Z]|[IVXLC]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten)\b/i
const RECOMMENDATION =
  /^(?:key )?(?:recommendation|conclusion|proposal|action|finding|commitment|objective|priority|aim|theme|question|response)s?\s+(?:no\.?\s*|number\s+|#\s*)?(\d{1,3}[a-z]?(?:\.\d{1,3})*|[A-Z]\d{0,3}(?:\.\d{1,3})*)(?![\p{L}\d])/iu

/** Whether the words alone could be a heading: short, begun like one, and not ended like a sentence. */
export function hasHeadingWords(passage: Passage): boolean {
  const { text } = passage
  if (text.length > LONGEST || passage.lines.length > 2) return false
  if (text.split(/\s+/, MOST_WORDS + 1).length > MOST_WORDS) return false
  if (/[.;,:]$/.test(text) && labelNumber(text) === undefined) return false
  if (/[.;]["”’)]*$/.test(text) && text.length > 40) return false
  const words = text.slice(parseMarker(text)?.length ?? 0)
  if (COURTESY.test(words) || UNFINISHED.test(words) || DATED.test(words)) return false
  if (!/^["'“‘(#]?[\p{Lu}\p{Lo}\d]/u.test(words) || !/\p{L}{2}/u.test(words)) return false
  return (
    !isDateLine(words) &&
    !/https?:|www\.|\S@\S/.test(words) &&
    !/[.!?]["”’]?(?:\[\d{1,3}\])?\s+\p{Lu}/u.test(words.replace(/^\S{1,8}\s/, ''))
  )
}

/** A line that is a date and perhaps a word before it ("Published: 12 May 2022"). */
export function isDateLine(text: string): boolean {
  return (
    text.length <= 80 &&
    /^(?:[A-Za-z]+(?: [a-z]+){0,2}:? (?:on )?)?(?:[A-Z][a-z]+,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}|[A-Z][a-z]{2,8} \d{1,2},? \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})(?:[ ,at]*\d{1,2}[:.]\d{2}.{0,6})?$/.test(
      text,
    )
  )
}

/** The style of a line that is a heading. */
export function styleOf(passage: Passage): HeadingStyle {
  const { text } = passage
  const label = LABELLED.exec(text)?.[1]?.toLowerCase()
  if (passage.underline) return { form: 'underlined', mark: passage.underline }
  if (label === 'part' || label === 'volume') return { form: 'part' }
  if (label && label !== 'section') return { form: 'chapter' }
  if (labelNumber(text) !== undefined && label === undefined) return { form: 'recommendation' }
  const marker = parseMarker(text)
  if (marker?.number) return { form: 'numbered', depth: marker.number.split('.').length }
  return { form: isAllCaps(text) ? 'caps' : 'plain' }
}

/** The number that a heading prints in its words ("Recommendation 4", "Annex B"), or undefined. */
export function labelNumber(text: string): string | undefined {
  const head = text.slice(0, 60)
  const number = RECOMMENDATION.exec(head)?.[1] ?? LABELLED.exec(head)?.[2]
  // A lone small letter is a word of the line: "response a year ago".
  return number === undefined || /^[a-z]$/.test(number) ? undefined : number
}

/** All letters are capitals, and enough of them that it is not just an acronym. */
export function isAllCaps(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 5
}
