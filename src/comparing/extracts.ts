/** Exact quotations of a document, each with the page that it starts on. */
import type { DocumentText, Extract, Range } from '../model/index.ts'

/** Quotes ranges of the document; pages are found by halving, so many quotations stay cheap. */
export function createExtracts(document: DocumentText): (range: Range) => Extract {
  return ({ start, end }) => ({
    text: document.text.slice(start, end),
    start,
    end,
    page: findPage(document, start),
  })
}

function findPage(document: DocumentText, offset: number): number | null {
  const pages = document.pages
  if (!pages || pages.length === 0) return null
  let [low, high] = [0, pages.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pages[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return pages[low]?.number ?? null
}
