/** Where mark-up begins to say what it is: past its XML declaration, its comments and other instructions to programs. */

export interface MarkupStart {
  /** Whether it declares itself XML. */
  readonly isDeclaredXml: boolean
  /** From the first character that is none of these. */
  readonly rest: string
}

/** Walks on rather than matches: one pattern over a run of comments takes time that doubles with each of them. */
export function findMarkupStart(text: string): MarkupStart {
  let at = skipSpace(text, 0)
  const isDeclaredXml = /^<\?xml\s/i.test(text.slice(at, at + 7))
  for (;;) {
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '>' : null
    const found = end === null ? -1 : text.indexOf(end, at + 2)
    if (end === null || found < 0) return { isDeclaredXml, rest: text.slice(at) }
    at = skipSpace(text, found + end.length)
  }
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at] ?? '')) at++
  return at
}
