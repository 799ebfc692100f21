/** The nearest of some known words to one that was mistyped. */

/** The word within two edits of `given`, the nearest first; undefined when none is that near. */
export function closest(given: string, words: readonly string[]): string | undefined {
  // Two edits catch a slip or a swap in these short words; three begin to match words that mean something else.
  const near = words
    .map((word) => ({ word, distance: distanceOf(given.toLowerCase(), word) }))
    .filter(({ distance, word }) => distance <= Math.min(2, word.length - 2))
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.word ?? (given.length > 2 ? words.find((word) => word.startsWith(given)) : undefined)
}

/** Levenshtein distance, one row at a time. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (letter === b[j] ? 0 : 1)
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, change))
    }
    row = next
  }
  return row[b.length] ?? 0
}
