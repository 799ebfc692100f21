/** A line's words as they go into the document's text: no note references, no list markers, no leaders. */
import { withoutLeaders } from './contents.ts'
import type { Draft } from './draft.ts'
import { type Line, textOfWords } from './lines.ts'
import { findMarker } from './markers.ts'
import { withoutReferences } from './note-references.ts'

const ODD_BLANK = /\s\s|[^\S ]/

export function textOfLine(line: Line, draft: Draft): string {
  if (draft.kind === 'footnote') return textOfWords(spaceAfterMark(line))
  const words = withoutReferences(line)
  const set = words === line.words ? line.text : textOfWords(words)
  // Single blanks are what there is, nearly always.
  const text = (ODD_BLANK.test(set) ? set.replace(/\s+/g, ' ') : set).trim()
  if (draft.kind === 'navigation') return withoutLeaders(text)
  if (draft.kind === 'table-row' || line !== draft.lines[0]) return text
  return findMarker(text)?.rest ?? text
}

/** A raised mark sits tight against the words of its note. */
function spaceAfterMark(line: Line): Line['words'] {
  const [mark, first, ...others] = line.words
  if (mark === undefined || first === undefined || mark.style.size >= first.style.size * 0.85)
    return line.words
  return [mark, { ...first, hasSpaceBefore: true, x: Math.max(first.x, mark.x + mark.width) }, ...others]
}
