/** How many of `size` names in their order stand before this one; `at` gives a name by its place. */
export function firstNotBefore(name: string, size: number, at: (place: number) => string): number {
  let [low, high] = [0, size]
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(middle) < name) low = middle + 1
    else high = middle
  }
  return low
}
