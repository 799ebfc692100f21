/** Opens a tracker's public site on a port of this machine. Pages that were kept are given before any other work. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Hono } from 'hono'
import { type Address, type OpenServer, openServer } from '../open-server.ts'
import { whenIdle } from '../when-idle.ts'
import { createTrackerSite } from './app.tsx'
import { pageHeaders, writePage } from './deliver.ts'
import { createKeptPages, type KeptPage, type KeptPages, versionOf } from './kept-pages.ts'
import { pageKeyOf } from './page-key.ts'
import type { TrackerSiteOptions } from './respond.ts'

/** Throws as `openServer` does. */
export async function serveTracker(options: TrackerSiteOptions & Address): Promise<OpenServer> {
  const { keptPages = createKeptPages() } = options
  const app = createTrackerSite({ ...options, keptPages })
  const answerAtOnce = giveKept({ ...options, keptPages })
  const server = await openServer((request, server) => app.fetch(request, server), {
    ...options,
    answerAtOnce,
  })
  const leave = whenIdle(() => workAhead(app, options))
  return {
    url: server.url,
    close() {
      leave()
      return server.close()
    },
  }
}

/** Who gains takes seconds to work out. Not beside a large record, whose readers need the memory. */
async function workAhead(app: Hono, { reader }: TrackerSiteOptions): Promise<void> {
  const { settings, isLarge } = await reader.readHead()
  if (settings.rulebook !== undefined && !isLarge) await app.request('/who-gains')
}

/** Gives a page that was kept, and says whether it did. One that may be old is left to the site, which looks. */
function giveKept({ keptPages, reader, today }: TrackerSiteOptions & { readonly keptPages: KeptPages }) {
  // As long as the page is kept: putting them together anew takes a tenth of the time that giving it does.
  const saidOf = new WeakMap<KeptPage, Readonly<Record<string, string>>>()
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const head = reader.peekHead()
    if (head === null || head.staleSince !== null) return false
    const key = pageKeyOf(request.url ?? '')
    const page = key === null ? null : keptPages.find(versionOf(head, today()), key)
    if (page === null) return false
    let headers = saidOf.get(page)
    if (headers === undefined) {
      headers = pageHeaders(page)
      saidOf.set(page, headers)
    }
    writePage(response, request.headers['if-none-match'], page, headers)
    return true
  }
}
