/** From the bytes of a cell to the number that stands for it, remembered: most cells of a column say one of a few things. */
import type { CellProblem, Field } from './fields.ts'

interface Entry {
  readonly bytes: Uint8Array
  readonly value: number
}

/** Enough for every day of a century; a column with more different cells is read anew each time. */
const MOST_ENTRIES = 40_000

export class ByteDictionary {
  private readonly parse: Field['parse']
  private readonly entries = new Map<number, Entry[]>()
  private readonly decoder = new TextDecoder()
  private size = 0

  constructor(parse: Field['parse']) {
    this.parse = parse
  }

  read(bytes: Uint8Array, from: number, to: number): number | CellProblem {
    const key = keyOf(bytes, from, to)
    const known = this.entries.get(key)
    if (known) for (const entry of known) if (isSame(entry.bytes, bytes, from, to)) return entry.value
    const value = this.parse(this.decoder.decode(bytes.subarray(from, to)))
    if (typeof value === 'number' && this.size < MOST_ENTRIES) {
      this.size++
      const entry = { bytes: bytes.slice(from, to), value }
      if (known) known.push(entry)
      else this.entries.set(key, [entry])
    }
    return value
  }
}

/** Length, first and last bytes: what tells most cells apart; the rest is compared. */
function keyOf(bytes: Uint8Array, from: number, to: number): number {
  const at = (index: number) => bytes[index] ?? 0
  return (
    (to - from) * 0x100000000 * 0x100 +
    (at(from) * 0x1000000 + at((from + to) >> 1) * 0x10000 + at(to - 2) * 0x100 + at(to - 1)) * 0x100 +
    at(from + 3)
  )
}

function isSame(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false
  for (let index = 0; index < known.length; index++) if (known[index] !== bytes[from + index]) return false
  return true
}

/** A plain decimal of few digits, exactly as `Number` reads it; NaN for anything else, which is then read as text. */
export function readDecimal(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > 15 || to === from) return Number.NaN
  let digits = 0
  let power = 1
  let isFraction = false
  for (let index = from; index < to; index++) {
    const code = bytes[index] ?? 0
    if (code >= 48 && code <= 57) {
      digits = digits * 10 + code - 48
      if (isFraction) power *= 10
    } else if (code === 46 && !isFraction && index > from && index < to - 1) isFraction = true
    else return Number.NaN
  }
  return digits / power
}
