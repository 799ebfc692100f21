/** Plain text: its characters are kept exactly as they are, and its structure is read from the shape of its lines. */

import type { DecodedText } from '../decode-text.ts'
import { findPublishedDate } from '../published-date.ts'
import type { ParsedText } from '../source.ts'
import { buildBlocks } from './blocks.ts'
import { splitLines } from './lines.ts'
import { findPages } from './pages.ts'
import { groupLines } from './passages.ts'
import { assignRoles } from './roles.ts'

/** Reads decoded plain text. Never throws; offsets are those of the text itself. */
export function parsePlain(decoded: DecodedText): ParsedText {
  const { text, notices } = decoded
  const passages = groupLines(text, splitLines(text))
  const { blocks, title } = buildBlocks(passages, assignRoles(passages))
  return {
    mediaType: 'text/plain',
    title,
    publisher: null,
    date: findPublishedDate(text, blocks),
    text,
    blocks,
    pages: findPages(text),
    notices,
  }
}
