/** The date that a reply sets beside its promises: in a column "By when", or on a line "Target implementation date: May 2027". */
import type { Deadline, Range, Statement } from '../model/index.ts'
import { findDeadlines } from '../reading/index.ts'
import type { Piece } from './pieces.ts'

const LINE =
  /^\W*(?:(?:target|planned|expected|proposed|estimated|revised|original|final|due|by)\s+)*(?:(?:implementation|completion|delivery|action|end|start)\s+)?(?:dates?|deadline|time ?(?:scale|frame|line)|timing|when|complet(?:ed|ion) by|due(?: by)?)(?:\s+(?:for|of)\s+(?:implementation|completion|delivery|action))?\s*[:–—]\s*(?=\S)/iu
/** A date beside work that is over is no deadline. */
const OVER = /\b(?:complete[d]?|done|closed|achieved|delivered|implemented|ongoing|n\/a)\b/i
/** The words that make a bare date one by which something is to be done. */
const LEADS = ['It will be done by ', 'It will be done '] as const

/** The longest line or cell that is no more than a date and what it is for. */
const MOST_CHARACTERS = 80

/** The first such date of these pieces, in the document's offsets; null where they set none that is still a limit. */
export function findDueDate(pieces: readonly Piece[], documentDate: string | null): Deadline | null {
  for (const piece of pieces) {
    const skipped = piece.role === 'date' ? 0 : (LINE.exec(piece.text)?.[0].length ?? null)
    if (skipped === null || piece.text.length - skipped > MOST_CHARACTERS) continue
    const text = piece.text.slice(skipped)
    if (OVER.test(text)) continue
    const due = readDate(text, documentDate)
    if (due) return { ...due, start: due.start + piece.start + skipped, end: due.end + piece.start + skipped }
  }
  return null
}

/** The pieces that a promise shares its date with: its own row of a table, or all of the reply. */
function besides(promise: Range, pieces: readonly Piece[]): readonly Piece[] {
  const own = pieces.find((piece) => piece.start <= promise.start && promise.start < piece.end)
  return own === undefined || own.row === null ? pieces : pieces.filter((piece) => piece.row === own.row)
}

function readDate(text: string, documentDate: string | null): Deadline | null {
  for (const lead of LEADS) {
    const [found] = findDeadlines(lead + text, { documentDate, isUndertaking: true })
    if (!found || found.end <= lead.length) continue
    const [start, end] = [Math.max(0, found.start - lead.length), found.end - lead.length]
    return { ...found, start, end, text: text.slice(start, end) }
  }
  return null
}

/** The promises of a reply, those without a time of their own with the date that it sets beside them. */
export function setDueDates(
  promises: readonly Statement[],
  pieces: readonly Piece[],
  documentDate: string | null,
): readonly Statement[] {
  return promises.map((one) => {
    const due = one.deadline ? null : findDueDate(besides(one, pieces), documentDate)
    if (!due) return one
    return { ...one, deadline: due, because: [...one.because, `the reply sets "${due.text}" beside it`] }
  })
}
