/**
 * The page that is open while work goes on. It is sent a line at a time and never closes until the end, so that progress
 * shows without a script; its last line takes the reader to the result.
 */
import { Brand, renderPage } from '../page.tsx'
import { LINKED_STYLE } from './choose-page.tsx'
import type { Step } from './work.ts'
import type { Work } from './work-board.ts'

/** The page up to where lines of progress go, and what closes it after the last. */
export function progressFrame({ order }: Pick<Work, 'order'>): {
  readonly opening: string
  readonly closing: string
} {
  const verb = order.task === 'compare' ? 'Comparing' : 'Reading'
  const page = renderPage({
    title: `${verb} · Holdfast`,
    style: LINKED_STYLE,
    className: 'plain',
    children: (
      <>
        <header class="masthead">
          <Brand href="/" />
        </header>
        <main>
          <h1>{verb}…</h1>
          <ul class="names">
            {order.names.map((name) => (
              <li>{name}</li>
            ))}
          </ul>
          <p class="quiet">Close this page to stop.</p>
          <ol class="steps" role="status">
            <li data-lines></li>
          </ol>
        </main>
      </>
    ),
  })
  const [opening, closing] = page.split(/<li data-lines="?[^>]*><\/li><\/ol>/)
  if (opening === undefined || closing === undefined)
    throw new Error('The progress page has lost its place for lines.')
  return { opening, closing }
}

/** One line of progress; style shows only the last. */
export function progressLine(step: Step | null): string {
  if (step === null)
    return String(
      <li>
        <progress aria-label="Getting ready" />
        <span>Getting ready</span>
      </li>,
    )
  const { name, phase, done, total } = step
  const far = total === null ? '' : ` ${done} of ${total}`
  const label = `${name}: ${phase}${far}`
  return String(
    <li>
      {total === null || total === 0 ? (
        <progress aria-label={label} />
      ) : (
        <progress aria-label={label} value={Math.min(done, total)} max={total} />
      )}
      <span>{label}</span>
    </li>,
  )
}

/** Closes the list and goes on to the result; browsers follow at once, and the link is there for all others. */
export function progressEnd(href: string): string {
  return `</ol>${String(
    <>
      <p>
        <a href={href}>See the result</a>
      </p>
      <meta http-equiv="refresh" content={`0;url=${href}`} />
    </>,
  )}`
}
