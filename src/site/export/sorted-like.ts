/** Sorting what was sorted before, but for a few that came and went: each is looked at once, instead of a dozen times. */

/** `names`, each there once, in their order; `before` are others in theirs, most of them the same. */
export function sortedLike(names: readonly string[], before: Iterable<string>): string[] {
  const missing = new Set(names)
  const known: string[] = []
  for (const name of before) if (missing.delete(name)) known.push(name)
  // A sort goes by what is in order already.
  return [...known, ...[...missing].sort()].sort()
}
