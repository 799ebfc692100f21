/** Where a reply ends: headings and imprint lines after its last words are none of it. */
import type { Piece } from './pieces.ts'
import { readReplyMarker } from './reply-markers.ts'

/** Headings at the end of a reply belong to what follows; lines without a sentence's words (an order number) to nothing. */
export function trimTail(body: readonly Piece[]): Piece[] {
  let end = body.length
  while (end > 0 && (isTail(body[end - 1]) || isBehind(body[end - 2], body[end - 1]))) end--
  return body.slice(0, end)
}

const OFFICE =
  /^(?:\p{Lu}[\p{L}.’'-]*,? ){1,6}(?:MS|MP|MSP|MLA|OBE|CBE|Minister|Secretary|Chief Executive|Director|Chair|Commissioner|Registrar|Convener|Leader)\b[^.:;]{0,80}$/u
const NAME = /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}’'-]+){0,2}$/u
const STATUS =
  /^(?:on ?going|under ?way|yes|no|none|completed?|done|closed|open|pending|delivered|noted|green|amber|red|in progress)\b/i

/** Nothing but words, the first with a capital: what the next replies stand under. */
const TITLE = /^\p{Lu}[\p{L}’'-]*(?:,? (?:[\p{L}’'-]+|&)){1,7}$/u

/** The name or office of who signs, or the title of what follows, on a line of its own behind a sentence. */
function isBehind(before: Piece | undefined, piece: Piece | undefined): boolean {
  if (piece?.kind !== 'paragraph' || before?.kind !== 'paragraph' || !/[.!?]\s*$/.test(before.text))
    return false
  if (OFFICE.test(piece.text)) return true
  return (
    (NAME.test(piece.text) || TITLE.test(piece.text)) &&
    !STATUS.test(piece.text) &&
    readReplyMarker(piece.text) === null
  )
}

const IMPRINT = /^\W*(?:ISBN|ISSN|E-?Number|CCS|Printed|Published by|Crown copyright|Cm \d|CP \d|HC \d)/i

function isTail(piece: Piece | undefined): boolean {
  // The cells of a row are its reply, be they no more than a date.
  if (piece?.kind === 'cell') return /^\W*(?:n\/?a)?\W*$/iu.test(piece.text)
  if (!piece || readReplyMarker(piece.text) === 'decision') return false
  return piece.kind === 'heading' || !/\p{Ll}{2}/u.test(piece.text) || IMPRINT.test(piece.text)
}
