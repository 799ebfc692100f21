/** HTML: the text that a reader of the page sees, block by block. Scripts never run and nothing is fetched. */
import type { DecodedText } from '../decode-text.ts'
import { promoteBoldLines } from '../promote-bold-lines.ts'
import { findPublishedDate } from '../published-date.ts'
import type { ParsedText, ParseLimits } from '../source.ts'
import { findPageFacts } from './page-facts.ts'
import { parseTree } from './tree.ts'
import { walkPage } from './walk-page.ts'
import { closeEmptyElements } from './xhtml.ts'

/** Reads decoded HTML, whole or a fragment. Throws LimitError when elements nest deeper than the limit. */
export function parseHtml(name: string, decoded: DecodedText, limits: ParseLimits): ParsedText {
  const page = parseTree(name, closeEmptyElements(decoded.text), limits.nesting)
  const { text, blocks } = walkPage(page)
  const facts = findPageFacts(page, text, blocks)
  return {
    mediaType: 'text/html',
    title: facts.title,
    publisher: facts.publisher,
    date: facts.date ?? findPublishedDate(text, blocks),
    text,
    blocks: promoteBoldLines(text, blocks),
    pages: null,
    notices: decoded.notices,
  }
}
