/** Where a result page stands: a file of its own, or a page of the local server with downloads beside it. */
import { labelDate } from '../../api/index.ts'

export interface Download {
  readonly label: string
  readonly href: string
}

export interface Origin {
  /** The program's version, as the footer names it. */
  readonly version: string
  /** ISO 8601 day the page was made. */
  readonly madeOn: string
  /** Served pages only. */
  readonly home?: string
  readonly downloads?: readonly Download[]
  /** Where a form posts to so that the result is forgotten at once. */
  readonly forgetAction?: string
  /** What could not be read, beside what could; each a sentence that names the document. */
  readonly failures?: readonly string[]
}

export function ResultTools({ origin }: { origin: Origin }) {
  if (origin.downloads === undefined) return null
  return (
    <nav class="tools" aria-label="This result">
      <span>Download</span>
      {origin.downloads.map(({ label, href }) => (
        <a href={href} download>
          {label}
        </a>
      ))}
      {origin.forgetAction === undefined ? null : (
        <form method="post" action={origin.forgetAction}>
          <button type="submit">Forget it now</button>
        </form>
      )}
    </nav>
  )
}

export function Failures({ origin }: { origin: Origin }) {
  if (origin.failures === undefined || origin.failures.length === 0) return null
  return (
    <div class="problem" role="alert">
      <h2>Not everything could be read</h2>
      {origin.failures.map((message) => (
        <p>{message}</p>
      ))}
    </div>
  )
}

export function ResultFooter({ origin }: { origin: Origin }) {
  return (
    <footer class="colophon">
      <p>
        Made by Holdfast {origin.version} on {labelDate(origin.madeOn)}, by rules that can err: each claim
        links to the words it rests on. Read them before you rely on it.
      </p>
      {origin.home === undefined ? (
        <p>This page stands alone. It loads nothing and sends nothing.</p>
      ) : (
        <p>Held in this computer’s memory for a short while, never on its disk, and sent nowhere.</p>
      )}
    </footer>
  )
}
