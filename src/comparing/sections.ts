/** The replies of a response that marks none: its innermost sections, or its paragraphs where it has no headings. */
import { isCourtesy } from './courtesies.ts'
import { type Piece, squeeze } from './pieces.ts'
import type { Reply } from './replies.ts'
import { FAREWELL } from './reply-lines.ts'
import { sentenceStarts, slicePiece } from './split-pieces.ts'

const NO_REPLY =
  /^\W*(?:contents|introduction|foreword|ministerial foreword|preface|background|about|executive summary|summary|annex|appendix|glossary|references|contact|jump to)\b/i

/** Sections that may answer something, in reading order. */
export function findSections(printed: readonly Piece[]): Reply[] {
  const pieces = printed.filter((piece) => !isCourtesy(piece.text))
  const letter = takeLetter(pieces)
  if (letter) return letter.flatMap(cutAtTurns).map((piece) => toReply(null, [piece]))
  const sections: { heading: Piece | null; body: Piece[] }[] = [{ heading: null, body: [] }]
  const rows = findRows(pieces)
  if (rows.length >= FEWEST_ROWS) {
    const others = findSections(pieces.filter((piece) => piece.row === null))
    return [...rows, ...others].sort((a, b) => (a.pieces[0]?.start ?? 0) - (b.pieces[0]?.start ?? 0))
  }
  for (const piece of pieces) {
    if (piece.kind === 'heading') sections.push({ heading: piece, body: [] })
    else sections.at(-1)?.body.push(piece)
  }
  const titled = sections.filter((section) => section.heading && section.body.length > 0)
  const isByHeading = titled.length >= 2
  if (!isByHeading)
    return pieces.filter((piece) => piece.kind !== 'heading').map((piece) => toReply(null, [piece]))
  return titled
    .filter(({ heading }) => !NO_REPLY.test(heading?.text ?? ''))
    .map(({ heading, body }) => toReply(heading, body))
}

/** "As regards a bursary, …", "On the other hand …": where a letter turns to the next matter inside a paragraph. */
const TURN =
  /^(?:as (?:regards|to|for)|turning (?:now )?to|with (?:regard|respect) to|in (?:relation|respect) (?:to|of)|regarding|concerning|on the other hand|on (?!the (?:whole|basis|contrary|understanding)|that|this|behalf|balance|receipt|average)[^,.]{4,60},)/i

function cutAtTurns(piece: Piece): Piece[] {
  const cuts = sentenceStarts(piece.text).filter((start) => start > 0 && TURN.test(piece.text.slice(start)))
  return [0, ...cuts].map((start, place) => slicePiece(piece, start, cuts[place] ?? piece.text.length))
}

const GREETING = /^\W*(?:dear|hello|hi|tēnā koe|tena koe)\b[^.:]{0,60}$/i
/** A letter that sets so many headings between its paragraphs answers by section. */
const MOST_HEADINGS = 1

/** The paragraphs between a letter's greeting and its close; null for what is no letter, or answers under headings. */
function takeLetter(pieces: readonly Piece[]): Piece[] | null {
  const opening = pieces.findIndex((piece) => GREETING.test(piece.text))
  if (opening < 0) return null
  const rest = pieces.slice(opening + 1)
  const close = rest.findIndex((piece) => FAREWELL.test(piece.text))
  const whole = close < 0 ? rest : rest.slice(0, close)
  // Its subject stands above the first paragraph, and a name below the last.
  const isText = (piece: Piece) => piece.kind !== 'heading'
  const body = whole.slice(Math.max(0, whole.findIndex(isText)), whole.findLastIndex(isText) + 1)
  const headings = body.filter((piece) => piece.kind === 'heading').length
  if (headings > MOST_HEADINGS || body.length - headings < 2 || body.some((piece) => piece.row !== null))
    return null
  return body.filter(isText)
}

/** So many rows that answer something make a table of replies. */
const FEWEST_ROWS = 2

/** The rows of tables that name what they answer, by its column or in the first cell: the other cells are the reply. */
function findRows(pieces: readonly Piece[]): Reply[] {
  const rows = new Map<number, Piece[]>()
  for (const piece of pieces)
    if (piece.row !== null) rows.set(piece.row, [...(rows.get(piece.row) ?? []), piece])
  return [...rows.values()].flatMap((cells) => {
    const asked = cells.find((cell) => cell.role === 'recommendation')
    const isAnswered = cells.some((cell) => cell.role === 'response' || cell.role === 'decision')
    const name = asked ?? (isAnswered ? cells.find((cell) => cell.role === 'other') : undefined)
    // Beside a column of replies one of another kind is somebody else's word, and no reply where that one is empty.
    const hasReplies = pieces.some((piece) => piece.role === 'response')
    const body = cells.filter(
      (cell) => cell !== name && cell.role !== 'number' && !(hasReplies && cell.role === 'other'),
    )
    return name && body.length > 0 ? [{ ...toReply(null, body), title: squeeze(name.text) }] : []
  })
}

function toReply(heading: Piece | null, body: readonly Piece[]): Reply {
  return {
    numbers: [],
    restated: new Map(),
    title: heading ? squeeze(heading.text) : null,
    headings: heading?.headings ?? body[0]?.headings ?? [],
    quoted: [],
    pieces: body,
    isToConclusion: false,
  }
}
