/** The page that an offset stands on. */
import type { PageSpan } from '../model/index.ts'

/** A look-up over the pages: 1-based number, or null in a document without pages. Binary search, so many calls are cheap. */
export function pageFinder(pages: readonly PageSpan[] | null): (offset: number) => number | null {
  if (!pages || pages.length === 0) return () => null
  return (offset) => {
    let low = 0
    let high = pages.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((pages[middle]?.start ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return pages[low]?.number ?? null
  }
}
