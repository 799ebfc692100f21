/** Pages of a plain text, which form feeds part. */
import type { PageSpan } from '../../model/index.ts'

/** The pages, covering all the text; null where the text has no form feed. One at the very end opens no page. */
export function findPages(text: string): PageSpan[] | null {
  const pages: PageSpan[] = []
  let start = 0
  for (let at = text.indexOf('\f'); at >= 0 && at < text.trimEnd().length; at = text.indexOf('\f', at + 1)) {
    pages.push({ number: pages.length + 1, start, end: at + 1 })
    start = at + 1
  }
  if (pages.length === 0 && !text.includes('\f')) return null
  pages.push({ number: pages.length + 1, start, end: text.length })
  return pages
}
