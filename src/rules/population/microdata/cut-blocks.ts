/** Where a stretch of CSV can be cut, so that each part holds whole rows and whole families. */
import { familyNameOf } from './csv-rows.ts'
import { MOST_CHILDREN } from './family-rows.ts'

const [QUOTE, NEWLINE] = [34, 10]

/**
 * The end of the last family that is surely whole: what follows belongs to the next block.
 * @param column of the family's name.
 * @returns 0 where no family ends for sure; the caller reads more, or gives up at its limit.
 */
export function findCut(bytes: Uint8Array, column: number): number {
  const starts = lastRowStarts(bytes)
  // The last row may go on in the next block, so the family it belongs to may too.
  const last = starts.at(-1)
  if (last === undefined || last === 0) return 0
  const name = familyNameOf(bytes, starts.at(-2) ?? 0, column)
  for (let index = starts.length - 2; index >= 0; index--) {
    const start = starts[index] ?? 0
    if (!isSame(familyNameOf(bytes, start, column), name)) return starts[index + 1] ?? 0
  }
  return 0
}

/** Starts of the last rows, the last of which may not be whole: as many as a family can have, and one before. */
function lastRowStarts(bytes: Uint8Array): number[] {
  return bytes.includes(QUOTE) ? startsWithQuotes(bytes) : startsWithout(bytes)
}

function startsWithout(bytes: Uint8Array): number[] {
  const starts: number[] = []
  for (let at = bytes.lastIndexOf(NEWLINE); at >= 0 && starts.length < MOST_CHILDREN + 3; ) {
    starts.push(at + 1)
    at = at === 0 ? -1 : bytes.lastIndexOf(NEWLINE, at - 1)
  }
  if (starts.length < MOST_CHILDREN + 3) starts.push(0)
  return starts.reverse()
}

/** A line break inside quotes ends no row, so rows are counted from the front. */
function startsWithQuotes(bytes: Uint8Array): number[] {
  const starts: number[] = [0]
  let isQuoted = false
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes[at]
    if (code === QUOTE) isQuoted = !isQuoted
    else if (code === NEWLINE && !isQuoted) {
      starts.push(at + 1)
      if (starts.length > MOST_CHILDREN + 3) starts.shift()
    }
  }
  return starts
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
