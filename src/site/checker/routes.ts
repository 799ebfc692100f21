/** The addresses of the checker, with the policy that its one script may run and nothing may be asked for. */

import type { Hono } from 'hono'
import type { Need } from '../../tracker/index.ts'
import { isAlreadySent } from '../already-sent.ts'
import { fixedFile } from '../tracker/fixed-file.ts'
import { createKeptPages } from '../tracker/kept-pages.ts'
import { respond, respondKept, type TrackerSiteOptions } from '../tracker/respond.ts'
import type { View } from '../tracker/view.ts'
import checkerScript from './browser/checker.client.ts?browser'
import {
  CHECKER_PATH,
  CHECKER_POLICY,
  checkerPage,
  PROMISED,
  SCRIPT_PATH,
  TRACKS_PATH,
} from './checker-page.tsx'
import { type CheckerRules, readCheckerRules } from './rules-of-page.ts'
import { tracksPage } from './tracks-page.tsx'

const POLICY = { 'Content-Security-Policy': `${CHECKER_POLICY}; frame-ancestors 'none'` }

/** The page on a hundred days. */
const MOST_BYTES = 4 << 20

export function addCheckerRoutes(app: Hono, options: TrackerSiteOptions): void {
  const rules = once(readCheckerRules)
  // Kept apart from other pages, which are given with the policy that no script runs.
  const own =
    options.keptPages === undefined ? options : { ...options, keptPages: createKeptPages(MOST_BYTES) }
  const addPage = (path: string, need: Need, make: (view: View) => string) =>
    app.get(path, async (context) => {
      const response = await respondKept(
        context,
        own,
        () => respond(context, options, (asAt) => options.reader.readPart(need, asAt), make),
        POLICY,
      )
      // What is no page of the checker (a day that is none) says the same.
      if (!isAlreadySent(response))
        for (const [name, value] of Object.entries(POLICY)) response.headers.set(name, value)
      return response
    })
  addPage(CHECKER_PATH, { kind: 'named', keys: PROMISED }, (view) => checkerPage(view, rules()))
  addPage(TRACKS_PATH, { kind: 'head' }, tracksPage)
  app.get(
    SCRIPT_PATH,
    fixedFile('text/javascript; charset=utf-8', () => checkerScript),
  )
}

/** The rulebook is read when the first page asks for it. */
function once(read: () => CheckerRules): () => CheckerRules {
  let rules: CheckerRules | null = null
  return () => {
    rules ??= read()
    return rules
  }
}
