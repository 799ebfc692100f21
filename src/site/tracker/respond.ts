/** From a request to the page it asks for: one kept, or one made from the part of the tracker that it needs. */
import type { Context } from 'hono'
import { movedPathOf, recordAtPath } from '../../api/tracker/index.ts'
import { HoldfastError, type PlainDate, parsePlainDate } from '../../model/index.ts'
import {
  foldEvents,
  type Need,
  type PassageFinder,
  type TrackerHead,
  type TrackerPart,
  type TrackerReader,
  type TrackerState,
} from '../../tracker/index.ts'
import { readAsRecorded, recordedByOf } from './as-recorded.ts'
import { addNotice, deliverMade, deliverOnce } from './deliver.ts'
import type { HeldTexts } from './document/held-texts.ts'
import { type KeptPage, type KeptPages, keepable, versionOf } from './kept-pages.ts'
import { createKeptPieces, type KeptPieces } from './kept-pieces.ts'
import { cutNotice } from './large/cut-notice.ts'
import { pageKeyOf } from './page-key.ts'
import { notYetTherePage, withdrawnPage } from './pages/gone-page.tsx'
import {
  beforeBeginningPage,
  noSuchDayPage,
  notFoundPage,
  nothingRecordedPage,
  notYetPage,
  tooLargePage,
  unreachablePage,
} from './pages/not-found-page.tsx'
import type { ShareImages } from './share/share-images.ts'
import { linkAsAt, linkRecordedBy, type View } from './view.ts'

export interface TrackerSiteOptions {
  readonly reader: TrackerReader
  /** The clock: deadlines are overdue or not on this day. */
  readonly today: () => PlainDate
  /** Where the site is on the web ("https://example.org"), for paper; absent, paper shows the path. */
  readonly address?: string
  /** Pages are kept there; absent, every one is made anew. */
  readonly keptPages?: KeptPages
  /** The texts of the operator's copies; absent, claims name their sources and lead to no words. */
  readonly texts?: HeldTexts
  /** Draws the pictures that stand for pages where they are shared; absent, pages name none. */
  readonly shareImages?: ShareImages
  /** Whether other sites can show cards of its pages. A copy that does not know its address has none. */
  readonly hasCards?: boolean
  /** Made by the site where there are texts: the words held for the citations of a state. */
  readonly passagesOf?: (state: TrackerState) => PassageFinder
  /** Made by the site: what stands on many of its pages. */
  readonly pieces?: KeptPieces
  /** Made by the site: how pages become bytes. */
  readonly writePage?: (html: string) => KeptPage
}

/** Where a page is made: it returns null where what it is about is not there. */
export type MakePage = (view: View, context: Context, part: TrackerPart) => string | Response | null

/** A page with what it needs of the tracker, told from its address. */
export interface Route {
  readonly need: (context: Context) => Need
  readonly make: MakePage
}

/** No page of ours has a longer one. */
const LONGEST_PATH = 300

export function viewOf(
  context: Context,
  { today, address = '', hasCards = true, passagesOf, pieces, shareImages }: TrackerSiteOptions,
  { head, state }: TrackerPart,
  asAt: PlainDate | null,
): View {
  // "//example.org" as a path would lead there; and a page says its own path several times.
  const path = context.req.path.slice(0, LONGEST_PATH).replace(/^\/+/, '/')
  const recorded = recordedByOf(context)
  const recordedBy = recorded === null || recorded === 'unreadable' ? undefined : recorded.asked
  const href = linkRecordedBy(recordedBy, linkAsAt(asAt))
  return {
    settings: head.settings,
    state,
    today: asAt ?? today(),
    asAt,
    latest: today(),
    narrowedBy: narrowedBy(context),
    path,
    recordedBy,
    address: `${address}${href(path)}`,
    passages: passagesOf?.(state),
    pieces:
      asAt !== null || recordedBy !== undefined ? undefined : head.isLarge ? createKeptPieces() : pieces,
    isPart: head.isLarge,
    hasShareImages: shareImages !== undefined,
    hasCards,
    href,
  }
}

/** Filters that mean the same on any day; a page of a list does not. All are part of what a page is kept under, or it is not kept. */
const NARROWING = ['group', 'year', 'q', 'kind']
/** Longer values are none of ours, and a page says them again. */
const LONGEST_VALUE = 80

const narrowedBy = (context: Context): [name: string, value: string][] =>
  NARROWING.flatMap((name) => {
    const value = context.req.query(name) ?? ''
    return value === '' || value.length > LONGEST_VALUE ? [] : [[name, value]]
  })

/** Gives the page that was kept, or makes it by `respond` and keeps it; `headers` are what pages there say besides. */
export async function respondKept(
  context: Context,
  options: TrackerSiteOptions,
  make: () => Promise<Answer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { keptPages, reader, today, writePage = keepable } = options
  const key = keptPages === undefined ? null : pageKeyOf(context.req.url)
  const head = await reader.readHead()
  const version = versionOf(head, today())
  const kept = key === null ? null : keptPages?.find(version, key)
  if (kept) return deliverMade(context, kept, head, headers)
  const answer = await make()
  if (answer instanceof Response) return answer
  // What was made is of this version or of a newer one; either way it is not too old for it.
  const page = writePage(answer.html)
  if (key !== null) keptPages?.keep(version, key, page)
  return deliverMade(context, page, answer.head, headers)
}

/** A page with the head it was made from; a response where it is not the page that was asked for. */
export type Answer = Response | { readonly html: string; readonly head: TrackerHead }

/** `read` gives the part of the tracker that the page needs, as it stood on the day asked for. */
export async function respond<Part extends TrackerPart>(
  context: Context,
  options: TrackerSiteOptions,
  read: (asAt: PlainDate | null) => Promise<Part>,
  make: (view: View, part: Part) => string | Response | null,
): Promise<Answer> {
  try {
    return await makeAnswer(context, options, read, make)
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error
    if (error.code === 'record_too_large')
      return deliverOnce(tooLargePage(await headView(context, options, null)), 501)
    if (error.code !== 'database_unreachable') throw error
    return respondUnreachable(context, options)
  }
}

async function makeAnswer<Part extends TrackerPart>(
  context: Context,
  options: TrackerSiteOptions,
  read: (asAt: PlainDate | null) => Promise<Part>,
  make: (view: View, part: Part) => string | Response | null,
): Promise<Answer> {
  const recorded = recordedByOf(context)
  if (recorded === 'unreadable') {
    const view = await headView(context, options, null)
    return deliverOnce(noSuchDayPage(view, context.req.query('recorded_by') ?? ''), 400)
  }
  const asked = context.req.query('as_at') ?? ''
  const asAt = asked === '' ? null : parsePlainDate(asked)
  if (asAt === null && asked !== '')
    return deliverOnce(noSuchDayPage(await headView(context, options, null), asked), 400)
  if (asAt !== null && asAt > options.today())
    return deliverOnce(notYetPage(await headView(context, options, null), asAt), 400)
  if (asAt !== null) {
    const first = (await options.reader.readHead()).firstDay
    if (first === null || asAt < first)
      return deliverOnce(beforeBeginningPage(await headView(context, options, asAt), first), 200)
  }
  const given = await read(asAt)
  // The same page, made from what was recorded by then.
  const part =
    recorded === null ? given : { ...given, ...(await readAsRecorded(options.reader, recorded, asAt)) }
  const view = viewOf(context, options, part, asAt)
  if (recorded !== null && part.state.head === 0) return deliverOnce(nothingRecordedPage(view), 404)
  const page = make(view, part)
  if (page === null) return respondAbsent(context, options, view)
  if (typeof page !== 'string') return page
  const html = part.cut === undefined ? page : addNotice(page, cutNotice(part.cut, view.path))
  return { html, head: part.head }
}

/** Nothing is there: it was renamed, or withdrawn, or was not there yet on the day, or never was. */
async function respondAbsent(
  context: Context,
  { reader }: TrackerSiteOptions,
  view: View,
): Promise<Response> {
  const moved = movedPathOf(view.state, view.path)
  if (moved !== null) return context.redirect(view.href(moved), 301)
  // Of a part of a topic nothing is told but that it is not there.
  const about = view.path.split('/').length > 3 ? null : recordAtPath(view.path)
  const last = about === null ? undefined : (await reader.readHistory(about.type, about.id)).at(-1)
  if (last?.action === 'withdrawn') return deliverOnce(withdrawnPage(view, last), 410)
  if (last !== undefined && view.asAt !== null) return deliverOnce(notYetTherePage(view, view.asAt), 404)
  return deliverOnce(notFoundPage(view), 404)
}

export async function respondNotFound(context: Context, options: TrackerSiteOptions): Promise<Response> {
  return deliverOnce(notFoundPage(await headView(context, options, null)), 404)
}

/** The page is neither kept nor can it be made: that is said as it is, and is no page of the tracker. */
async function respondUnreachable(context: Context, options: TrackerSiteOptions): Promise<Response> {
  const page = unreachablePage(await headView(context, options, null))
  return deliverOnce(page, 503, { 'Retry-After': '5' })
}

/** Pages that are no part of the tracker need nothing of it, and are there while it is away. */
const NOTHING = foldEvents([])

export async function headView(
  context: Context,
  options: TrackerSiteOptions,
  asAt: PlainDate | null,
): Promise<View> {
  return viewOf(context, options, { head: await options.reader.readHead(), state: NOTHING }, asAt)
}
