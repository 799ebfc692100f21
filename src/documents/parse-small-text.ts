/** Reads a page of plain text where it is asked for: a process of its own would cost more than all the rest of a start. */
import type { DocumentText } from '../model/index.ts'
import { detectFormat } from './detect-format.ts'
import { parseDocumentHere } from './parse-here.ts'
import type { SourceFile } from './source.ts'

/**
 * Largest text, in bytes, that needs no process that can be lost: nothing in it is unpacked, no foreign parser sees it,
 * and at this size the worst that tests could write takes a fraction of a second (each step is linear in its length).
 */
export const SMALL_TEXT = 65_536

/** The text of `source`; null where it is larger or of any other format. Throws SourceError for bytes that are no document. */
export async function parseSmallText(source: SourceFile): Promise<DocumentText | null> {
  if (source.bytes.length > SMALL_TEXT || detectFormat(source).format !== 'plain') return null
  return parseDocumentHere(source)
}
