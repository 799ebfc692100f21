/** The lines of a plain text with their places, blank ones counted but not kept. */
import type { Range } from '../../model/index.ts'

export interface Line extends Range {
  /** Trimmed; `start` and `end` are of the trimmed text. */
  readonly text: string
  /** Columns of white space before it, a tab counting as four. */
  readonly indent: number
  /** Blank lines just above it. The document's first line counts as having one. */
  readonly gapBefore: number
  /** True on the first line after a form feed, and on the first of all. */
  readonly startsPage: boolean
}

const CR = 13
const LF = 10
const FORM_FEED = 12

/** All lines that hold something. Lines end at LF, CR, CRLF, vertical tab, form feed, NEL, LS and PS. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  let gap = 1
  let startsPage = true
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : LF
    if (!isLineEnd(code)) continue
    if (code === LF && i > 0 && text.charCodeAt(i - 1) === CR && from === i) {
      from = i + 1 // the second half of a CRLF, not a line of its own
      continue
    }
    const line = toLine(text, from, i, gap, startsPage)
    if (line) {
      lines.push(line)
      gap = 0
      startsPage = false
    } else gap++
    if (code === FORM_FEED) startsPage = true
    from = i + 1
  }
  return lines
}

function isLineEnd(code: number): boolean {
  return (code >= LF && code <= CR) || code === 0x85 || code === 0x2028 || code === 0x2029
}

function toLine(text: string, from: number, to: number, gapBefore: number, startsPage: boolean) {
  const raw = text.slice(from, to)
  const withoutIndent = raw.trimStart()
  if (withoutIndent === '') return undefined
  const start = to - withoutIndent.length
  const trimmed = withoutIndent.trimEnd()
  const end = start + trimmed.length
  return { start, end, text: trimmed, indent: measureIndent(raw, start - from), gapBefore, startsPage }
}

function measureIndent(raw: string, length: number): number {
  let columns = 0
  for (let i = 0; i < length && i < 400; i++) columns += raw[i] === '\t' ? 4 : 1
  return columns
}
