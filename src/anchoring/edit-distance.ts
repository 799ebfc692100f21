/**
 * Where a pattern stands in a text with few edits: Myers' bit-parallel search in blocks of 32 rows, with Ukkonen's
 * cut-off, so that a page costs about as many steps as it has letters. G. Myers, J. ACM 46 (1999), 395-415.
 */

export interface MatchEnd {
  /** Index after the last unit of the match. */
  readonly end: number
  readonly errors: number
}

const ROWS = 32

interface Columns {
  /** Vertical differences of the current column, one bit a row: +1 and -1. */
  readonly plus: Int32Array
  readonly minus: Int32Array
  readonly lastRow: Int32Array
}

/** For each unit of the alphabet, in which rows the pattern has it. */
function rowsOf(pattern: string, blocks: number): Map<number, Int32Array> {
  const rows = new Map<number, Int32Array>()
  for (let at = 0; at < pattern.length; at++) {
    const code = pattern.charCodeAt(at)
    const bits = rows.get(code) ?? new Int32Array(blocks)
    bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31))
    rows.set(code, bits)
  }
  return rows
}

/** Moves one block one column on; `carry` is the difference that comes in from the block above, and the result goes out. */
function advance(columns: Columns, block: number, rows: number, carry: number): number {
  const plus = columns.plus[block] ?? 0
  const minus = columns.minus[block] ?? 0
  const mask = columns.lastRow[block] ?? 0
  const isNegative = carry < 0 ? 1 : 0
  const vertical = rows | minus
  const equal = rows | isNegative
  const horizontal = (((equal & plus) + plus) ^ plus) | equal
  let up = minus | ~(horizontal | plus)
  let down = plus & horizontal
  const out = ((up & mask) !== 0 ? 1 : 0) - ((down & mask) !== 0 ? 1 : 0)
  up = (up << 1) | (carry > 0 ? 1 : 0)
  down = (down << 1) | isNegative
  columns.plus[block] = down | ~(vertical | up)
  columns.minus[block] = up & vertical
  return out
}

/** The end of every stretch of `text` within `most` edits of `pattern`; of ends that touch, the best one only. */
export function findEnds(text: string, pattern: string, most: number): MatchEnd[] {
  const length = pattern.length
  if (length === 0 || most >= length) return []
  const last = Math.ceil(length / ROWS) - 1
  const columns: Columns = {
    plus: new Int32Array(last + 1).fill(-1),
    minus: new Int32Array(last + 1),
    lastRow: new Int32Array(last + 1).fill(1 << 31),
  }
  columns.lastRow[last] = 1 << ((length - 1) & 31)
  const rows = rowsOf(pattern, last + 1)
  const none = new Int32Array(last + 1)
  const heightOf = (block: number) => (block === last ? length - last * ROWS : ROWS)
  const scores = Array.from({ length: last + 1 }, (_, block) =>
    block === last ? length : (block + 1) * ROWS,
  )
  let deepest = Math.min(last, Math.max(0, Math.ceil(most / ROWS) - 1))
  const ends: MatchEnd[] = []
  for (let at = 0; at < text.length; at++) {
    const bits = rows.get(text.charCodeAt(at)) ?? none
    let carry = 0
    for (let block = 0; block <= deepest; block++) {
      carry = advance(columns, block, bits[block] ?? 0, carry)
      scores[block] = (scores[block] ?? 0) + carry
    }
    const bottom = scores[deepest] ?? 0
    if (bottom - carry <= most && deepest < last && (((bits[deepest + 1] ?? 0) & 1) !== 0 || carry < 0)) {
      deepest++
      columns.plus[deepest] = -1
      columns.minus[deepest] = 0
      const above = bottom - carry
      scores[deepest] = above + heightOf(deepest) + advance(columns, deepest, bits[deepest] ?? 0, carry)
    } else while (deepest > 0 && (scores[deepest] ?? 0) >= most + ROWS) deepest--
    if (deepest === last && (scores[last] ?? length) <= most) addEnd(ends, at + 1, scores[last] ?? 0)
  }
  return ends
}

function addEnd(ends: MatchEnd[], end: number, errors: number): void {
  const previous = ends.at(-1)
  if (previous === undefined || end - previous.end > 1 + previous.errors) ends.push({ end, errors })
  else if (errors < previous.errors) ends[ends.length - 1] = { end, errors }
}

/** How far back from its end a match begins: the length in `text` that is nearest to `pattern`. */
export function findStart(text: string, pattern: string, { end, errors }: MatchEnd): number {
  const reach = Math.min(end, pattern.length + errors)
  let row = Int32Array.from({ length: reach + 1 }, (_, column) => column)
  let next = new Int32Array(reach + 1)
  for (let at = 1; at <= pattern.length; at++) {
    const unit = pattern.charCodeAt(pattern.length - at)
    next[0] = at
    for (let column = 1; column <= reach; column++) {
      const same = text.charCodeAt(end - column) === unit ? 0 : 1
      next[column] = Math.min(
        (row[column - 1] ?? 0) + same,
        (row[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
      )
    }
    ;[row, next] = [next, row]
  }
  let best = 0
  for (let column = 1; column <= reach; column++) {
    const gain = (row[best] ?? 0) - (row[column] ?? 0)
    const isNearer = Math.abs(pattern.length - column) < Math.abs(pattern.length - best)
    if (gain > 0 || (gain === 0 && isNearer)) best = column
  }
  return end - best
}
