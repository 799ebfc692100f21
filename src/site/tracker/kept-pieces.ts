/**
 * Pieces that stand on many pages, written once: a citation in words, a ladder. A piece is good for what it was made
 * from and goes with it; a page is put together anew each time.
 */
import { type Child, raw, writeMarkup } from '../markup/jsx-runtime.ts'

export interface KeptPieces {
  /** The piece about `of`, made anew where any of `from`, compared by identity, is another than last time. */
  write(of: object, from: readonly unknown[], make: () => Child): Child
  /** How many entries the page about `of` carries, found anew in the same way. */
  count(of: object, from: readonly unknown[], find: () => number): number
}

/** What a piece is about is held by the record alone: when the record lets go of it, so does this. */
export function createKeptPieces(): KeptPieces {
  const pieces = createKept<Child>()
  const counts = createKept<number>()
  return {
    write: (of, from, make) =>
      // By way of bytes: text that was put together is otherwise kept in its many parts, and gathered at each use.
      pieces(of, from, () => raw(Buffer.from(writeMarkup(make())).toString())),
    count: counts,
  }
}

/** What was made for an object, as long as it is asked for from the same. */
function createKept<Made>() {
  const kept = new WeakMap<object, { readonly from: readonly unknown[]; readonly made: Made }>()
  return (of: object, from: readonly unknown[], make: () => Made): Made => {
    const known = kept.get(of)
    if (known !== undefined && isSame(known.from, from)) return known.made
    const made = make()
    kept.set(of, { from, made })
    return made
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false
  return true
}
