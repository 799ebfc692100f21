/** What holds for every address of a tracker: pages are only read, each has one address, and every answer says what it may do. */

import type { Context, MiddlewareHandler } from 'hono'
import { isAlreadySent } from '../already-sent.ts'
import { deliverOnce, SECURITY } from './deliver.ts'
import { methodPage } from './pages/not-found-page.tsx'
import { headView, type TrackerSiteOptions } from './respond.ts'

/** Adds what an answer does not say by itself. What any site may read, any site may also show. */
export const secured: MiddlewareHandler = async (context, next) => {
  await next()
  // A page says all of it, and is on its way.
  if (isAlreadySent(context.res)) return
  const { headers } = context.res
  const isShared =
    headers.has('Access-Control-Allow-Origin') || (headers.get('Content-Type') ?? '').startsWith('image/png')
  const own = isShared ? { ...SECURITY, 'Cross-Origin-Resource-Policy': 'cross-origin' } : SECURITY
  for (const [name, value] of Object.entries(own)) if (!headers.has(name)) context.header(name, value)
}

const READING = 'GET, HEAD'

/** Refuses everything but reading; stands after what answers machines, which has methods of its own. */
export const readingOnly =
  (options: TrackerSiteOptions): MiddlewareHandler =>
  async (context, next) => {
    const { method } = context.req
    if (method === 'GET' || method === 'HEAD') return next()
    if (method === 'OPTIONS')
      return new Response(null, { status: 204, headers: { Allow: `${READING}, OPTIONS` } })
    return deliverOnce(methodPage(await headView(context, options, null)), 405, {
      Allow: `${READING}, OPTIONS`,
    })
  }

/** Slashes at the end, and several in a row, lead to the page without them; null where there are none. Programs are told at once. */
export function tidied({ req }: Context): string | null {
  const { pathname, search } = new URL(req.url)
  const path = pathname.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1')
  return path === pathname || /^\/(api|embed)\//.test(pathname) ? null : `${path}${search}`
}
