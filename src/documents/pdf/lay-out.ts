/** Lays drafts out as the document's text, with the offsets of blocks, cells and pages. */
import type { Block, PageSpan, Range } from '../../model/index.ts'
import { type Draft, firstLine } from './draft.ts'
import { joinLines, type Vocabulary } from './join-lines.ts'
import type { Line } from './lines.ts'

export interface PageName {
  readonly number: number
  readonly label: string | null
}

export interface LaidOut {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly pages: readonly PageSpan[]
}

/** A block's text and, for each page that it runs on to, the offset where that page's part starts. */
interface Run {
  text: string
  readonly turns: { page: number; at: number }[]
}

/** `textOf` gives a line's words as they go into the text (without note references, markers and the like). */
export function layOut(
  drafts: readonly Draft[],
  pageNames: readonly PageName[],
  vocabulary: Vocabulary,
  textOf: (line: Line, draft: Draft) => string,
): LaidOut {
  let text = ''
  const blocks: Block[] = []
  const starts = new Map<number, number>()
  const turn = (page: number, at: number) => {
    if (!starts.has(page)) starts.set(page, at)
  }
  for (const draft of drafts) {
    const runs = (draft.cells ?? [draft.lines]).map((lines) => runOf(lines, draft, vocabulary, textOf))
    if (runs.every((run) => run.text === '')) continue
    if (text !== '') text += '\n\n'
    const start = text.length
    const cells: Range[] = []
    // A row over two pages has its parts cell by cell: the page turns in the last cell that goes on.
    const turns = new Map<number, number>()
    const firstPage = firstLine(draft)?.page
    runs.forEach((run, index) => {
      if (index > 0) text += '\t'
      for (const { page, at } of run.turns)
        if (page !== firstPage || !turns.has(page)) turns.set(page, text.length + at)
      cells.push({ start: text.length, end: text.length + run.text.length })
      text += run.text
    })
    for (const [page, at] of turns) turn(page, at)
    blocks.push(blockOf(draft, start, text.length, cells))
  }
  return { text, blocks, pages: spansOf(pageNames, starts, text.length) }
}

function runOf(
  lines: readonly Line[],
  draft: Draft,
  vocabulary: Vocabulary,
  textOf: (line: Line, draft: Draft) => string,
): Run {
  const run: Run = { text: '', turns: [] }
  let page: number | undefined
  for (const line of lines) {
    const next = textOf(line, draft)
    if (next === '') continue
    run.text = joinLines(run.text, next, vocabulary)
    if (line.page !== page)
      run.turns.push({ page: line.page, at: Math.max(0, run.text.length - next.length) })
    page = line.page
  }
  return run
}

function blockOf(draft: Draft, start: number, end: number, cells: Range[]): Block {
  const { kind, level, number, box, isHeaderRow, isEmphasised } = draft
  return {
    kind,
    start,
    end,
    ...(level === undefined ? {} : { level }),
    ...(number === undefined ? {} : { number }),
    ...(box === undefined ? {} : { box }),
    ...(draft.cells === undefined ? {} : { cells }),
    ...(isHeaderRow === true ? { isHeaderRow } : {}),
    ...(isEmphasised === true ? { isEmphasised } : {}),
  }
}

/** Pages in order, covering all the text; a page without text of its own is an empty span. */
function spansOf(
  names: readonly PageName[],
  starts: ReadonlyMap<number, number>,
  length: number,
): PageSpan[] {
  const spans: PageSpan[] = []
  let next = length
  for (const { number, label } of [...names].reverse()) {
    const start = Math.min(starts.get(number) ?? next, next)
    spans.push({ number, start, end: next, ...(label === null ? {} : { label }) })
    next = start
  }
  spans.reverse()
  const [first, ...others] = spans
  return first === undefined ? [] : [{ ...first, start: 0 }, ...others]
}
