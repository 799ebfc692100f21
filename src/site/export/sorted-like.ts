/** Sorting what was sorted before, but for a few that came and went: each is looked at once, instead of a dozen times. */

/** The names of `now` in their order; `before` has others in theirs, most of them the same. */
export function sortedLike(
  now: ReadonlyMap<string, unknown>,
  before: ReadonlyMap<string, unknown>,
): string[] {
  const names: string[] = []
  for (const name of before.keys()) if (now.has(name)) names.push(name)
  const fresh: string[] = []
  if (names.length < now.size) for (const name of now.keys()) if (!before.has(name)) fresh.push(name)
  // A sort goes by what is in order already.
  return [...names, ...fresh.sort()].sort()
}
