/** The frame of every page: head, the policy on what it may load, the name at the top. */
import { createHash } from 'node:crypto'
import { type Child, raw } from './markup/jsx-runtime.ts'

/** How a page gets its style: written into it (a file that stands alone) or fetched from the same place. */
export type PageStyle =
  | { readonly kind: 'inline'; readonly css: string }
  | { readonly kind: 'linked'; readonly href: string }

interface PageProps {
  readonly title: string
  readonly style: PageStyle
  /** Address of a script of our own; served pages only. */
  readonly script?: string
  readonly className?: string
  /** Stricter than what the server says of all pages; written into the page, so that a copy keeps it. */
  readonly policy?: string
  /** What else stands in the head: what machines are told of the page. */
  readonly head?: Child
  readonly children?: Child
}

/** A ring held by a stem: the holdfast. Drawn in the text's colour. */
const ICON = `data:image/svg+xml,${encodeURI(
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><path fill='none' stroke='#0b5d53' stroke-width='3' stroke-linecap='round' d='M16 3v14M16 17c0 6-5 6-9 11M16 17c0 6 5 6 9 11M16 17v12M16 10c-3 0-6-2-7-5M16 12c3 0 6-2 7-5'/></svg>",
).replaceAll('#', '%23')}`

/** The whole document as text, doctype included. Everything in `children` is escaped by the JSX runtime. */
export function renderPage({ title, style, script, policy, className, head, children }: PageProps): string {
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        {policy === undefined ? null : (
          <>
            <meta http-equiv="Content-Security-Policy" content={policy} data-own />
            <meta name="referrer" content="no-referrer" />
          </>
        )}
        {style.kind === 'inline' ? (
          <>
            <meta http-equiv="Content-Security-Policy" content={inlinePolicy(style.css)} />
            <meta name="referrer" content="no-referrer" />
          </>
        ) : null}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href={ICON} />
        {style.kind === 'inline' ? (
          // Our own constant, and `<` in it would end nothing: style.test.ts holds it to that.
          <style>{raw(style.css)}</style>
        ) : (
          <link rel="stylesheet" href={style.href} />
        )}
        {script === undefined ? null : <script src={script} defer></script>}
        {head}
      </head>
      <body class={className}>{children}</body>
    </html>
  )
  return `<!doctype html>\n${String(page)}\n`
}

/** A page that stands alone loads nothing, runs nothing and sends nothing; its own style is named by its hash. */
function inlinePolicy(css: string): string {
  const hash = createHash('sha256').update(css).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`
}

export function Sign() {
  return (
    <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
      <path
        fill="none"
        stroke="currentColor"
        stroke-width="3"
        stroke-linecap="round"
        d="M16 3v14M16 17c0 6-5 6-9 11M16 17c0 6 5 6 9 11M16 17v12M16 10c-3 0-6-2-7-5M16 12c3 0 6-2 7-5"
      />
    </svg>
  )
}

export function Brand({ href }: { href?: string }) {
  const sign = (
    <>
      <Sign />
      Holdfast
    </>
  )
  return <p class="brand">{href === undefined ? <span>{sign}</span> : <a href={href}>{sign}</a>}</p>
}
