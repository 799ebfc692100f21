/** From a page to the answer that carries it: headers, the tag that spares sending it again, and a word where the record cannot be reached. */
import type { ServerResponse } from 'node:http'
import type { Context } from 'hono'
import type { TrackerHead } from '../../tracker/index.ts'
import { alreadySent } from '../already-sent.ts'
import type { KeptPage } from './kept-pages.ts'
import { sayDay } from './words.ts'

/** Pages load nothing from elsewhere, run no script, ask for no device, and stand in no frame or window of others. */
export const SECURITY = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const

const HTML = 'text/html; charset=UTF-8'

type Headers = Readonly<Record<string, string>>

/** What is said of a page, and `own` besides. */
export function pageHeaders({ bytes, etag }: KeptPage, own: Headers = {}): Headers {
  return {
    ...SECURITY,
    'Content-Type': HTML,
    'Content-Length': String(bytes.length),
    ETag: etag,
    // Whoever keeps a copy asks each time whether it is still so, which costs one short answer.
    'Cache-Control': 'public, no-cache',
    ...own,
  }
}

/** Whether `header` (If-None-Match) names the tag; a weak tag names the same bytes for this. */
export function isKnown(header: string | null | undefined, etag: string): boolean {
  if (!header) return false
  return header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
}

/** What a server of ours tells the site beside the request; absent where the site is asked without a port. */
interface FromServer {
  readonly outgoing?: Pick<ServerResponse, 'writeHead'>
}

/**
 * A page that was made and is so: with its tag, or only the tag where the asker has it. Nothing can be added to the
 * answer afterwards; what it has to say besides is `own`.
 */
export function deliverPage({ req, env }: Context, page: KeptPage, own: Headers = {}): Response {
  const known = req.header('if-none-match')
  const { outgoing } = (env ?? {}) as FromServer // nothing else is ever given to the site there
  // Wrapped up as a Response and taken out of it again, a page costs a tenth more.
  if (outgoing !== undefined) {
    writePage(outgoing, known, page, pageHeaders(page, own))
    return alreadySent()
  }
  const headers = pageHeaders(page, own)
  if (!isKnown(known, page.etag)) return new Response(bodyOf(page), { status: 200, headers })
  return new Response(null, { status: 304, headers: tagHeaders(headers) })
}

/** The same, straight to the connection, with its `pageHeaders`; who asked with HEAD is sent no bytes by the server. */
export function writePage(
  outgoing: Pick<ServerResponse, 'writeHead'>,
  known: string | undefined,
  { bytes, etag }: KeptPage,
  headers: Headers,
): void {
  if (isKnown(known, etag)) outgoing.writeHead(304, tagHeaders(headers)).end()
  else outgoing.writeHead(200, headers).end(bytes)
}

/** What is said of a page that the asker has. */
function tagHeaders(headers: Headers): Headers {
  const { 'Content-Length': _length, 'Content-Type': _type, ...rest } = headers
  return rest
}

/** The bytes are never shared memory. */
const bodyOf = ({ bytes }: KeptPage) => bytes as Buffer<ArrayBuffer> // Buffer.from makes no other

/** A page that is an answer to a mistake, or that may soon be another: nobody keeps it. */
export function deliverOnce(html: string, status: number, more: Record<string, string> = {}): Response {
  const headers = { ...SECURITY, 'Content-Type': HTML, 'Cache-Control': 'no-store', ...more }
  return new Response(html, { status, headers })
}

/** The page as it was when the record could last be reached, and says so at its top. */
export function deliverStale(page: KeptPage, since: string): Response {
  return deliverOnce(addNotice(page.bytes.toString('utf8'), staleNotice(since)), 200)
}

const MAIN = '<main id="content">'

/** Puts a notice at the top of what the page says. */
export function addNotice(html: string, notice: string): string {
  const at = html.indexOf(MAIN)
  if (at === -1) return html
  const cut = at + MAIN.length
  return html.slice(0, cut) + notice + html.slice(cut)
}

const staleNotice = (since: string): string =>
  `<p class="past" role="status">We cannot reach the record just now. This page is <strong>as of ${sayDay(since.slice(0, 10))}</strong>, ${since.slice(11, 16)} UTC. It may have changed since.</p>`

/** The answer for a page made just now, as the head it was made from allows. */
export function deliverMade(
  context: Context,
  page: KeptPage,
  { staleSince }: TrackerHead,
  own: Headers = {},
): Response {
  return staleSince === null ? deliverPage(context, page, own) : deliverStale(page, staleSince)
}
