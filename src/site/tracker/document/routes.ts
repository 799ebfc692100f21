/** The addresses of held copies: /documents, /documents/<first 16 digits of the hash>, and each part below it. */
import type { Context, Hono } from 'hono'
import type { DocumentText } from '../../../model/index.ts'
import {
  createPassageFinder,
  findRecord,
  type PassageFinder,
  type RecordOf,
  type TrackerState,
} from '../../../tracker/index.ts'
import { type Answer, respond, respondKept, respondNotFound, type TrackerSiteOptions } from '../respond.ts'
import type { View } from '../view.ts'
import { sourceOf } from './copy-facts.tsx'
import { documentPage } from './document-page.tsx'
import { documentPartPage } from './document-part-page.tsx'
import { documentsPage } from './documents-page.tsx'
import { findInText, LONGEST_SOUGHT } from './find-in-text.ts'
import { type HeldTexts, keepTexts } from './held-texts.ts'

/** The same options, with texts kept ready and the words held for a state looked up once a state. */
export function withPassages(options: TrackerSiteOptions): TrackerSiteOptions {
  if (options.texts === undefined) return options
  const finders = new WeakMap<TrackerState, PassageFinder>()
  return {
    ...options,
    texts: keepTexts(options.texts),
    passagesOf(state) {
      const finder = finders.get(state) ?? createPassageFinder(state)
      finders.set(state, finder)
      return finder
    },
  }
}

export function addDocumentRoutes(app: Hono, options: TrackerSiteOptions): void {
  const { texts } = options
  app.get('/documents', (context) =>
    respondKept(context, options, () =>
      respond(context, options, readWhole(options), (view) => documentsPage(view)),
    ),
  )
  if (texts === undefined) return
  app.get('/documents/:id/:part?', async (context) => {
    const id = context.req.param('id')
    // The whole hash names a copy too, as it is printed on its page.
    if (/^[0-9a-f]{64}$/.test(id)) return context.redirect(`/documents/${id.slice(0, 16)}`, 301)
    return respondKept(context, options, () => respondCopy(context, options, texts))
  })
}

const readWhole =
  (options: TrackerSiteOptions) => (asAt: Parameters<TrackerSiteOptions['reader']['readPart']>[1]) =>
    options.reader.readPart({ kind: 'whole' }, asAt)

async function respondCopy(context: Context, options: TrackerSiteOptions, texts: HeldTexts): Promise<Answer> {
  const id = context.req.param('id') ?? ''
  const need = { kind: 'record', type: 'capture', id } as const
  const { state } = await options.reader.readPart(need, null)
  const capture = findRecord(state, 'capture', id)
  const document = capture === undefined ? null : await texts.readText(capture.textHash)
  if (capture === undefined || document === null) return respondNotFound(context, options)
  return respond(
    context,
    options,
    (asAt) => options.reader.readPart(need, asAt),
    (view) => makePage(context, view, capture, document),
  )
}

function makePage(
  context: Context,
  view: View,
  capture: RecordOf<'capture'>,
  document: DocumentText,
): string | null {
  const source = sourceOf(view, capture)
  if (source === undefined) return null
  const words = (context.req.query('q') ?? '').trim().slice(0, LONGEST_SOUGHT)
  const sought = words === '' ? null : { words, places: findInText(document, words) }
  const asked = context.req.param('part')
  const facts = { view, capture, source, document, sought }
  if (asked === undefined) return documentPage({ ...facts, list: Number(context.req.query('page')) || 1 })
  const part = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 0
  return part < 1 || part > capture.parts.length ? null : documentPartPage({ ...facts, part })
}
