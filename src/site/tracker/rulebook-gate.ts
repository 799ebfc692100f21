/** Pages that rest on a rulebook are there only for a tracker that names one. */
import type { Hono } from 'hono'
import { respondNotFound, type TrackerSiteOptions } from './respond.ts'
import { restsOnRulebook } from './rulebook-paths.ts'

/** To be called before the routes it guards. */
export function addRulebookGate(app: Hono, options: TrackerSiteOptions): void {
  app.use(async (context, next) => {
    if (!restsOnRulebook(context.req.path)) return next()
    const { settings } = await options.reader.readHead()
    return settings.rulebook === undefined ? respondNotFound(context, options) : next()
  })
}
