/** The way from one page of a long list to the next. */
import type { View } from '../view.ts'

interface TurningProps {
  readonly view: View
  readonly page: number
  readonly pages: number
  /** The part that is shown; null for all. */
  readonly show: string | null
}

export function Turning({ view, page, pages, show }: TurningProps) {
  if (pages < 2) return null
  const to = (number: number) =>
    view.href(`${view.path}?page=${number}${show === null ? '' : `&show=${encodeURIComponent(show)}`}`)
  return (
    <nav aria-label="Pages" class="turn">
      {page > 1 ? <a href={to(page - 1)}>← Page before</a> : <span />}
      <span>
        Page {page.toLocaleString('en-GB')} of {pages.toLocaleString('en-GB')}
      </span>
      {page < pages ? <a href={to(page + 1)}>Next page →</a> : <span />}
    </nav>
  )
}
