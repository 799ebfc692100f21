/** What a page says when it leaves something out because too much belongs to it. */
import type { Cut } from '../../../tracker/index.ts'

/** Stands at the top of the page; `path` is the page's own. */
export function cutNotice({ counts, most }: Cut, path: string): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return `<p class="past" data-cut>${total.toLocaleString('en-GB')} records belong to this page. It shows the ${most} of each kind that matter most. <a href="${escapeHtml(`${path}/all`)}">See all of them</a></p>`
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
