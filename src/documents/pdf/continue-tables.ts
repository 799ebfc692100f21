/** Tables over the page: column names printed again are dropped, and a row that a page break parts is one row. */
import type { Draft } from './draft.ts'
import type { Line } from './lines.ts'

/** The drafts of `part` without what repeats or goes on from the table that ends `all`, which takes it up. */
export function continueTable(all: readonly Draft[], part: readonly Draft[]): Draft[] {
  const open = all.findLast((draft) => draft.kind !== 'footnote')
  const rest = [...part]
  const first = rest[0]
  if (open?.cells === undefined || first?.cells === undefined) return rest
  if (open.cells.length !== first.cells.length || pageOf(open) === pageOf(first)) return rest
  const names = all.findLast(
    (draft) => draft.isHeaderRow === true && draft.cells?.length === first.cells?.length,
  )
  if (names !== undefined && wordingOf(names) === wordingOf(first)) rest.shift()
  else if (first.isHeaderRow === true && rest.length > 1) delete first.isHeaderRow
  const next = rest[0]
  if (next !== undefined && goesOn(open, next)) {
    next.cells?.forEach((cell, index) => {
      open.cells?.[index]?.push(...cell)
    })
    rest.shift()
  }
  return rest
}

const pageOf = (draft: Draft): number => draft.cells?.flat().at(-1)?.page ?? 0

const wordingOf = (draft: Draft): string => (draft.cells ?? []).map(cellText).join('|').toLowerCase()

const cellText = (cell: readonly Line[]): string => cell.map((line) => line.text).join(' ')

/** A row goes on where a cell breaks off: its next part begins without a capital, or it is the only one with words. */
function goesOn(open: Draft, next: Draft): boolean {
  const before = open.cells ?? []
  const after = next.cells ?? []
  if (after.every((cell) => cell.length === 0)) return false
  if ((after[0]?.length ?? 0) === 0 && (before[0]?.length ?? 0) > 0) return true
  return after.some((cell, index) => {
    const end = cellText(before[index] ?? [])
    return end !== '' && /^\p{Ll}/u.test(cellText(cell)) && !/[.!?]["”’)]*$/.test(end)
  })
}
