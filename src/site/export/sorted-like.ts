/** Sorting what was sorted before, but for a few that came and went: those find their places, and the rest is not compared. */

/** More that are new are sorted with the rest. */
const FEW = 500

/** The names of `now` in their order; `before` has others, most of them the same, and in theirs where nobody moved them. */
export function sortedLike(
  now: ReadonlyMap<string, unknown>,
  before: ReadonlyMap<string, unknown>,
): string[] {
  const names: string[] = []
  let isInOrder = true
  let last = ''
  for (const name of before.keys()) {
    if (!now.has(name)) continue
    if (name < last) isInOrder = false
    names.push(name)
    last = name
  }
  const fresh: string[] = []
  if (names.length < now.size) for (const name of now.keys()) if (!before.has(name)) fresh.push(name)
  return isInOrder && fresh.length <= FEW ? insert(names, fresh.sort()) : [...names, ...fresh].sort()
}

/** Both in their order. */
function insert(names: readonly string[], fresh: readonly string[]): string[] {
  const all: string[] = []
  let taken = 0
  for (const name of fresh) {
    const place = placeOf(names, name, taken)
    for (; taken < place; taken += 1) all.push(names[taken] as string) // before the end
    all.push(name)
  }
  for (; taken < names.length; taken += 1) all.push(names[taken] as string) // before the end
  return all
}

/** How many of the names stand before this one; those before `from` do. */
function placeOf(names: readonly string[], name: string, from: number): number {
  let [low, high] = [from, names.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((names[middle] as string) < name)
      // Between the two.
      low = middle + 1
    else high = middle
  }
  return low
}
