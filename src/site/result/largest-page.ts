/** How much one page of statements may hold: more would take the memory of whoever makes it, and no browser shows it. */
import type { Reading } from '../../api/index.ts'
import { LimitError } from '../../model/index.ts'

/** About 140 MB of HTML, made from 12 MB of text. */
const MOST_STATEMENTS = 200_000

/** Throws LimitError `result_too_large`. */
export function checkPageSize(readings: readonly Reading[], most = MOST_STATEMENTS): void {
  const statements = readings.reduce((sum, reading) => sum + reading.statements.length, 0)
  if (statements <= most) return
  const count = (number: number) => number.toLocaleString('en-GB')
  throw new LimitError(
    'result_too_large',
    `${readings.map(({ file }) => file).join(', ')}: ${count(statements)} statements are more than the ${count(most)} that one page shows. Take them as CSV or JSON, or read the part that matters.`,
    { details: { statements, limit: most } },
  )
}
