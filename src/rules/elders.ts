/** Which child of a household is the next older one, so that what is asked of older siblings takes one look at each child. */

/** Pairs of a child's row and that of the next older one; of each household from the eldest on. */
export interface Elders {
  readonly child: Int32Array
  readonly elder: Int32Array
}

/**
 * Of two born on one day the one named first is the older. Says nothing where a day of birth is not known.
 * @param several the households of more than one child.
 */
export function listElders(start: Int32Array, several: Int32Array, born: Uint16Array | Int32Array): Elders {
  let count = 0
  for (const household of several) count += (start[household + 1] ?? 0) - (start[household] ?? 0) - 1
  const child = new Int32Array(count)
  const elder = new Int32Array(count)
  let pair = 0
  for (const household of several) {
    const from = start[household] ?? 0
    const size = (start[household + 1] ?? 0) - from
    if (size === 2) {
      const isSecondOlder = (born[from + 1] ?? 0) < (born[from] ?? 0)
      child[pair] = isSecondOlder ? from : from + 1
      elder[pair++] = isSecondOlder ? from + 1 : from
      continue
    }
    const order = Array.from({ length: size }, (_, at) => from + at)
    order.sort((a, b) => (born[a] ?? 0) - (born[b] ?? 0) || a - b)
    for (let at = 1; at < size; at++) {
      child[pair] = order[at] ?? 0
      elder[pair++] = order[at - 1] ?? 0
    }
  }
  return { child, elder }
}
