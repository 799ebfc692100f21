/** Passages as a table for a terminal: what is held, what moved, what is lost. */
import type { PassageResult, PassageRow } from '../../tracker/index.ts'
import { cleanForTerminal } from '../display-width.ts'
import { type Column, renderTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

const WORDS: Readonly<Record<PassageResult, string>> = {
  found: 'found',
  place: 'place only',
  held: 'held',
  moved: 'moved',
  lost: 'LOST',
  'not-found': 'not there',
  unclear: 'unclear',
}

const COLUMNS: readonly Column[] = [
  { title: 'Result', least: 10, most: 10, share: 0 },
  { title: 'Words or place', least: 24, most: 80, share: 2, lines: 3 },
  { title: 'Page', least: 4, most: 5, share: 0, align: 'right' },
  { title: 'Records', least: 7, most: 7, share: 0, align: 'right' },
  { title: 'Why', least: 20, most: 60, share: 1, lines: 4 },
]

/** Ends in a line break; empty without rows. */
export function passagesText(rows: readonly PassageRow[], { columns, style }: Terminal): string {
  if (rows.length === 0) return ''
  const cells = rows.map(({ result, sought, page, supports, why }) => [
    WORDS[result],
    cleanForTerminal(sought.replace(/\s+/g, ' ')),
    page === null ? '' : String(page),
    String(supports),
    why ?? '',
  ])
  return `${renderTable(COLUMNS, cells, columns, style).join('\n')}\n`
}

const PHRASES: readonly (readonly [PassageResult, (count: number) => string])[] = [
  ['found', (count) => `${count} found in words`],
  ['place', (count) => `${count} found as a page or section, not in words`],
  ['held', (count) => `${count} held`],
  ['moved', (count) => `${count} moved`],
  ['lost', (count) => `${count} LOST`],
  ['not-found', (count) => `${count} not there`],
  ['unclear', (count) => `${count} unclear`],
]

/** "12 held, 1 moved, 1 LOST"; says so where records cite the source as a whole only. */
export function countPassages(rows: readonly PassageRow[]): string {
  const parts = PHRASES.flatMap(([result, say]) => {
    const count = rows.filter((row) => row.result === result).length
    return count === 0 ? [] : [say(count)]
  })
  return parts.length === 0 ? 'no record cites words or a place in it' : parts.join(', ')
}

/** Words that records quote and that the newest copy does not have. */
export const countMissing = (rows: readonly PassageRow[]): number =>
  rows.filter(({ result }) => result === 'lost').length
