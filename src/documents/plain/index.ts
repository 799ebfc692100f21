/** Plain text: its characters are kept exactly as they are, and its structure is read from the shape of its lines. */

import type { DecodedText } from '../decode-text.ts'
import { findPublishedDate } from '../published-date.ts'
import type { ParsedText } from '../source.ts'
import { buildBlocks } from './blocks.ts'
import { findDelimitedRows } from './delimited.ts'
import { splitLines } from './lines.ts'
import { findPages } from './pages.ts'
import { groupLines } from './passages.ts'
import { assignRoles } from './roles.ts'
import { findTextFacts } from './text-facts.ts'

/** Reads decoded plain text. Never throws; offsets are those of the text itself. */
export function parsePlain(decoded: DecodedText): ParsedText {
  const { text, notices } = decoded
  const rows = findDelimitedRows(text)
  if (rows) {
    const [title, publisher] = [null, null]
    const date = findPublishedDate(text, rows)
    return { mediaType: 'text/plain', title, publisher, date, text, blocks: rows, pages: null, notices }
  }
  const passages = groupLines(text, splitLines(text))
  const facts = findTextFacts(passages)
  const { blocks, title } = buildBlocks(passages, assignRoles(passages, facts.lines))
  return {
    mediaType: 'text/plain',
    title: facts.title ?? title,
    publisher: facts.publisher,
    date: facts.date ?? findPublishedDate(text, blocks),
    text,
    blocks,
    pages: findPages(text),
    notices,
  }
}
