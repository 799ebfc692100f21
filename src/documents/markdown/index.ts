/** Markdown: the text as it is rendered, without its marks. */
import type { Block } from '../../model/index.ts'
import type { DecodedText } from '../decode-text.ts'
import { promoteBoldLines } from '../promote-bold-lines.ts'
import { findPublishedDate } from '../published-date.ts'
import type { ParsedText, ParseLimits } from '../source.ts'
import { readFrontMatter } from './front-matter.ts'
import { tokenise } from './tokens.ts'
import { writeTokens } from './write-tokens.ts'

/** Reads decoded Markdown (CommonMark, tables, footnotes). Throws LimitError when it nests deeper than the limit. */
export function parseMarkdown(name: string, decoded: DecodedText, limits: ParseLimits): ParsedText {
  const front = readFrontMatter(decoded.text)
  const { text, blocks } = writeTokens(name, tokenise(name, front.body, limits.nesting), limits.nesting)
  return {
    mediaType: 'text/markdown',
    title: front.title ?? titleOf(text, blocks),
    publisher: front.publisher,
    date: front.date ?? findPublishedDate(text, blocks),
    text,
    blocks: promoteBoldLines(text, blocks),
    pages: null,
    notices: decoded.notices,
  }
}

function titleOf(text: string, blocks: readonly Block[]): string | null {
  const heading = blocks.find((block) => block.kind === 'heading')
  return heading && heading.level === 1 ? text.slice(heading.start, heading.end).replace(/\s+/g, ' ') : null
}
