/** The word that was most likely meant by one that nothing holds. */

/** Letters changed, left out, put in, or two swapped; `limit + 1` as soon as it is more than `limit`. */
export function countEdits(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at]
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1]
      let edits = Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (same ? 0 : 1))
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1])
        edits = Math.min(edits, (before[to - 2] ?? 0) + 1)
      next.push(edits)
    }
    if (Math.min(...next) > limit) return limit + 1
    before = row
    row = next
  }
  return row[other.length] ?? limit + 1
}

/** Short words have too many neighbours to guess; from eight letters two mistakes are forgiven. */
const limitFor = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/** Shorter ones begin too many words. */
const SHORTEST_BEGINNING = 3
/** Few mistake the first letter; where they may, a short name of a place becomes another word: "Leeds", "needs". */
const SHORTEST_WITH_ANOTHER_FIRST = 6

/**
 * Of the known words (with how often each is used) the one that this begins, as when half a word is typed; else the
 * nearest. Of equals the most used; null where none is near.
 */
export function nearestWord(word: string, known: ReadonlyMap<string, number>): string | null {
  if (word.length > 40) return null
  return findBegun(word, known) ?? findNear(word, known)
}

function findBegun(word: string, known: ReadonlyMap<string, number>): string | null {
  if (word.length < SHORTEST_BEGINNING) return null
  let best: { name: string; uses: number } | null = null
  for (const [name, uses] of known)
    if (name.startsWith(word) && (best === null || uses > best.uses)) best = { name, uses }
  return best?.name ?? null
}

function findNear(word: string, known: ReadonlyMap<string, number>): string | null {
  const limit = limitFor(word)
  if (limit === 0) return null
  const isFirstFixed = word.length < SHORTEST_WITH_ANOTHER_FIRST
  let best: { name: string; edits: number; uses: number } | null = null
  for (const [name, uses] of known) {
    if (name.length < 3 || (isFirstFixed && name[0] !== word[0])) continue
    const edits = countEdits(word, name, best?.edits ?? limit)
    if (edits > limit) continue
    if (best === null || edits < best.edits || (edits === best.edits && uses > best.uses))
      best = { name, edits, uses }
  }
  return best?.name ?? null
}
