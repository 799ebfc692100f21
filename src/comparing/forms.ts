/**
 * Tables that stand upright: what a column is for elsewhere is told beside each cell ("Recommendation 4 | …", "Response of
 * the board | …"). They are read as headings with what stands under them, which is how the same is printed without lines.
 */
import type { Block, DocumentText } from '../model/index.ts'
import { roleOf } from './columns.ts'
import { parseLabel } from './labels.ts'

/** Longer than a name of what stands beside it. */
const LONGEST_NAME = 90

/** The rows of such tables, by block index, with the level that the name would have as a heading. */
export function findForms(document: DocumentText): ReadonlyMap<number, number> {
  const levels = new Map<number, number>()
  let rows: number[] = []
  const close = () => {
    if (isForm(document, rows))
      for (const row of rows) levels.set(row, asksIn(nameOf(document, document.blocks[row])) ? ASKED : SAID)
    rows = []
  }
  document.blocks.forEach((block, index) => {
    if (block.kind === 'table-row') rows.push(index)
    else if (block.kind !== 'navigation' && block.kind !== 'footnote') close()
  })
  close()
  return levels
}

const [ASKED, SAID] = [5, 6]

function isForm(document: DocumentText, rows: readonly number[]): boolean {
  const blocks = rows.flatMap((row) => document.blocks[row] ?? [])
  const names = blocks.map((block) => nameOf(document, block))
  if (blocks.length < 2 || !blocks.every((block) => block.cells?.length === 2)) return false
  if (names.some((name) => name.length === 0 || name.length > LONGEST_NAME)) return false
  return names.some(asksIn) && names.some((name) => !asksIn(name) && roleOf(name) === 'response')
}

/** "Recommendation 4", and no words of it. */
function asksIn(name: string): boolean {
  const label = parseLabel(name)
  return label !== null && label.kind !== 'reply' && /^\W*$/.test(name.slice(label.length))
}

function nameOf({ text }: DocumentText, block: Block | undefined): string {
  const [name] = block?.cells ?? []
  return name === undefined ? '' : text.slice(name.start, name.end).trim()
}
