/** Joins what page and column breaks part: paragraphs, list items and table rows that go on. */
import { continueTable } from './continue-tables.ts'
import { type Draft, firstLine, lastLine } from './draft.ts'
import { isRestOfNote } from './footnotes.ts'
import { type Line, textOfWords } from './lines.ts'
import { withoutReferences } from './note-references.ts'

/** How many blocks of the next page may stand before the rest of a paragraph: a figure or box at its top. */
const LOOK_AHEAD = 3
/** Lines of justified type end within this many ems of each other. */
const FLUSH = 0.35
/** A sentence that could end here. */
const SENTENCE_END = /[.!?:;]["”’')\]]*$/

/** `parts` are the drafts of each column or page in reading order; those that go on are joined to their start. */
export function continueDrafts(parts: readonly (readonly Draft[])[]): Draft[] {
  const all: Draft[] = []
  for (const part of parts) {
    const rest = continueTable(all, part)
    const open = all.findLast((draft) => draft.kind !== 'footnote')
    const index =
      open === undefined ? -1 : rest.slice(0, LOOK_AHEAD).findIndex((draft) => goesOn(open, draft))
    const next = rest[index]
    if (open !== undefined && next !== undefined) {
      joinDrafts(open, next)
      rest.splice(index, 1)
      moveFootnotesBefore(all, open)
    }
    joinNotes(all, rest)
    all.push(...rest)
  }
  return all
}

/**
 * A note that goes on at the foot of the next page gets its rest, unless text stands after it that began on its own page:
 * the text's pages would be out of order.
 */
function joinNotes(all: readonly Draft[], rest: Draft[]): void {
  const note = all.at(-1)
  const index = rest.findIndex(isRestOfNote)
  const [last, next] = [note && lastLine(note), rest[index]]
  if (note?.kind !== 'footnote' || last === undefined || next === undefined) return
  const first = firstLine(next)
  if (first?.page !== last.page + 1 || !isSetAlike(last, first)) return
  if (!/^\p{Ll}/u.test(first.text) && SENTENCE_END.test(last.text)) return
  joinDrafts(note, next)
  rest.splice(index, 1)
}

/** The footnotes of the page that `open` started on go before it, so that the text's pages stay in order. */
function moveFootnotesBefore(all: Draft[], open: Draft): void {
  const at = all.indexOf(open)
  const notes = all.splice(at + 1)
  all.splice(at, 0, ...notes)
}

function goesOn(open: Draft, next: Draft): boolean {
  const [last, first] = [lastLine(open), firstLine(next)]
  if (last === undefined || first === undefined) return false
  if (next.kind !== 'paragraph' || next.number !== undefined || open.kind === 'navigation') return false
  if (open.kind !== 'paragraph' && open.kind !== 'list-item') return false
  if (!isSetAlike(last, first)) return false
  const end = textOfWords(withoutReferences(last))
  if (/^[\p{Ll}(]/u.test(first.text)) return !/[.!?]["”’')]*$/.test(end)
  if (SENTENCE_END.test(end)) return isJustified(open) && /^\p{Lu}/u.test(first.text)
  return isFull(last, open) && /^[\p{Lu}\p{N}“‘"'£]/u.test(first.text)
}

const isSetAlike = (a: Line, b: Line): boolean =>
  Math.abs(a.style.size - b.style.size) <= a.style.size * 0.05 && a.style.isBold === b.style.isBold

/**
 * True where all lines of a paragraph, the last too, end at one edge: the last line of a paragraph seldom does, so that
 * more follows even after a full stop.
 */
function isJustified(draft: Draft): boolean {
  const last = draft.lines.at(-1)
  const page = last?.page
  const lines = draft.lines.filter((line) => line.page === page)
  const right = Math.max(...lines.map((line) => line.right))
  const flush = lines.filter((line) => right - line.right < line.style.size * FLUSH)
  return lines.length >= 4 && flush.length >= lines.length - 1 && last !== undefined && flush.includes(last)
}

/** True where a line runs to the end of its column, so that more may follow. */
function isFull(last: Line, draft: Draft): boolean {
  const right = Math.max(...draft.lines.map((line) => line.right))
  return draft.lines.length > 1 && last.right > right - last.style.size * 6
}

function joinDrafts(open: Draft, next: Draft): void {
  open.lines.push(...next.lines)
}
