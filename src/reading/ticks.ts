/**
 * Boxes to tick: "☐ Accept ☒ Accept in part ☐ Reject" says one thing, and prints three. What nobody ticked is not heard; it
 * is still there to be read.
 */
import type { DocumentText } from '../model/index.ts'

const EMPTY = '☐□'
const TICKED = '☒☑✓✔✗✘■'
const ANY_BOX = new RegExp(`[${EMPTY}${TICKED}]`)
const EACH_BOX = new RegExp(`[${EMPTY}${TICKED}]`, 'g')

/** A box may also be the bullet of a list, so only what is a decision by itself is left unheard: "Not agreed", "Partly accepted". */
const DECISION =
  /^[\s:.)]*(?:(?:do(?:es)?|did|is|are|we|the|recommendation|fully|partly|partially|not|in|principle)\s+)*(?:accept|agree|disagree|support|oppos|reject|declin|refus|note[sd]?\b|adopt|approv|yes\b|no\b)\w*(?:\s+[\w()]+){0,4}[\s.;,|/]*$/i

/** The same document with the decisions that nobody ticked, and all boxes beside decisions, as spaces: every place in it is the same. */
export function hearTicked(document: DocumentText): DocumentText {
  if (!ANY_BOX.test(document.text)) return document
  const text = document.text.replaceAll(/[^\n\t]+/g, (line) => (ANY_BOX.test(line) ? hearLine(line) : line))
  return { ...document, text }
}

interface Choice {
  readonly start: number
  readonly end: number
  readonly isTicked: boolean
  readonly box: number
}

function hearLine(line: string): string {
  const units = line.split('')
  for (const { start, end, isTicked, box } of choicesIn(line)) {
    if (!DECISION.test(line.slice(start, end))) continue
    units[box] = ' '
    if (!isTicked) units.fill(' ', start, end)
  }
  return units.join('')
}

/** Each box with its words: those after it, or before it where the line ends in a box. */
function choicesIn(line: string): Choice[] {
  const boxes = [...line.matchAll(EACH_BOX)].map(({ index }) => index)
  const isBehind = ANY_BOX.test(line.trimEnd().slice(-1))
  return boxes.map((box, at) => ({
    box,
    isTicked: TICKED.includes(line.charAt(box)),
    start: isBehind ? (boxes[at - 1] ?? -1) + 1 : box + 1,
    end: isBehind ? box : (boxes[at + 1] ?? line.length),
  }))
}
