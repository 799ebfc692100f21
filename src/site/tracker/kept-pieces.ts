/**
 * Pieces that stand on many pages, written once: a citation in words, a ladder. A piece is good for what it was made
 * from and goes with it; a page is put together anew each time.
 */
import { type Child, raw, writeMarkup } from '../markup/jsx-runtime.ts'

export interface KeptPieces {
  /** The piece about `of`, made anew where any of `from`, compared by identity, is another than last time. */
  write(of: object, from: readonly unknown[], make: () => Child): Child
}

interface Piece {
  readonly from: readonly unknown[]
  readonly markup: Child
}

/** What a piece is about is held by the record alone: when the record lets go of it, so does this. */
export function createKeptPieces(): KeptPieces {
  const pieces = new WeakMap<object, Piece>()
  return {
    write(of, from, make) {
      const known = pieces.get(of)
      if (known !== undefined && isSame(known.from, from)) return known.markup
      // By way of bytes: text that was put together is otherwise kept in its many parts, and gathered at each use.
      const markup = raw(Buffer.from(writeMarkup(make())).toString())
      pieces.set(of, { from, markup })
      return markup
    },
  }
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at])
