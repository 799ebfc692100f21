/** markdown-it, set up so that nothing of a document is lost: footnotes kept, nesting held to a limit that says so. */
import MarkdownIt, { type StateBlock, type Token } from 'markdown-it'
import { LimitError } from '../../model/index.ts'

const DEFINITION = /^\[\^([^\]\s]{1,60})\]:[ \t]*/

/** The tokens of `body`. Throws LimitError where blocks nest deeper than `nesting`. */
export function tokenise(name: string, body: string, nesting: number): Token[] {
  const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false })
  // Beyond this level markdown-it drops text without a word; one level more than the limit shows that it was met.
  markdown.set({ maxNesting: nesting + 2 })
  markdown.block.ruler.before('reference', 'footnote_definition', footnoteDefinition, {
    alt: ['paragraph', 'reference'],
  })
  const tokens = markdown.parse(body, {})
  if (tokens.some((token) => token.level > nesting))
    throw new LimitError(
      'document_nested_too_deeply',
      `${name} nests quotes and lists more than ${nesting} deep. Raise --max-nesting to read it.`,
      { details: { limit: nesting } },
    )
  return tokens
}

/** "[^1]: The note." to the next blank line or note, as one block. */
function footnoteDefinition(
  state: StateBlock,
  startLine: number,
  endLine: number,
  isTrial: boolean,
): boolean {
  const lineAt = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
  const found = DEFINITION.exec(lineAt(startLine).slice(0, 80))
  if (!found) return false
  if (isTrial) return true
  const words = [lineAt(startLine).slice(found[0].length)]
  let line = startLine + 1
  for (; line < endLine && !state.isEmpty(line) && !DEFINITION.test(lineAt(line).slice(0, 80)); line++)
    words.push(lineAt(line))
  const open = state.push('footnote_open', 'p', 1)
  open.info = found[1] ?? ''
  const inline = state.push('inline', '', 0)
  inline.content = words.join('\n').trim()
  inline.map = [startLine, line]
  inline.children = []
  state.push('footnote_close', 'p', -1)
  state.line = line
  return true
}
