/**
 * Who the local page answers. A page of some other site, open in the same browser, can reach 127.0.0.1 too: by a form
 * that posts here, or by a name of its own that it makes point here. Neither gets an answer.
 */
import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** `host` is the address that the server listens on. */
export function guard(host: string): MiddlewareHandler {
  return async (context, next) => {
    for (const [name, value] of securityHeaders(host)) context.header(name, value)
    const { method } = context.req
    if (!isAllowedHost(context.req.header('host'), host))
      return context.text(
        'This address is not one that Holdfast answers to. Open it by its own address.\n',
        421,
      )
    if (method !== 'GET' && method !== 'HEAD' && !isSameOrigin(context.req.raw.headers))
      return context.text('Only Holdfast’s own page may send documents here.\n', 403)
    await next()
    return undefined
  }
}

function securityHeaders(host: string): readonly (readonly [name: string, value: string])[] {
  return [
    ['Content-Security-Policy', POLICY],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    // Browsers hide the origin of a form's post under 'no-referrer', and off loopback it is all that tells us.
    ['Referrer-Policy', isLoopback(host) ? 'no-referrer' : 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ['Cache-Control', 'no-store'],
  ]
}

/**
 * Whether the name that the browser asked for is ours. Loopback names always are, and the address listened on. On all
 * addresses at once ("0.0.0.0", "::") any bare address is: rebinding needs a name.
 */
export function isAllowedHost(header: string | undefined, host: string): boolean {
  const name = hostName(header)
  if (name === undefined) return false
  if (isLoopback(name) || name === host.toLowerCase()) return true
  return (host === '0.0.0.0' || host === '::') && isIP(name) !== 0
}

/** The host of a Host header, without port and brackets; undefined when there is none to be had. */
function hostName(header: string | undefined): string | undefined {
  const match = /^(?:\[([\da-fA-F:.]+)\]|([^\s:/?#@[\]]+))(?::\d{1,5})?$/.exec(header ?? '')
  return (match?.[1] ?? match?.[2])?.toLowerCase()
}

const isLoopback = (name: string): boolean =>
  name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)

/** A request of our own page: the browser says so, or it names our own origin. One that says neither is refused. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  const host = headers.get('host')
  return origin !== null && host !== null && origin.toLowerCase() === `http://${host.toLowerCase()}`
}
