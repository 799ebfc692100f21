/** From an address to an answer for machines: the API, and files beside pages by the ending of their address. */
import type { Hono, MiddlewareHandler } from 'hono'
import {
  type AnswerOptions,
  answerApi,
  answerCalendar,
  answerFeed,
  answerMcp,
  answerTable,
  askPart,
  FEED_FORMATS,
  needOf,
  Problem,
  readDay,
  reading,
  readOnly,
  splitSuffix,
  TABLE_SUFFIXES,
  type Tagging,
} from '../../../api/tracker/index.ts'
import type { PlainDate } from '../../../model/index.ts'
import type { Need } from '../../../tracker/index.ts'
import { LEFT_OUT } from '../large/routes.ts'

/** Null where the address is not one of ours after all: another part of the site may have it. */
type Answer = (request: Request, options: AnswerOptions) => Promise<Response | null>

interface Ending {
  readonly page: string
  readonly suffix: string
}

type AnswerFile = (request: Request, options: AnswerOptions, ending: Ending) => Promise<Response | null>

/** The endings of addresses and what answers there; loaded when one is first asked for. */
const FILES: Readonly<Record<string, AnswerFile>> = {
  ...Object.fromEntries(
    TABLE_SUFFIXES.map((suffix): [string, AnswerFile] => [
      suffix,
      (request, options, { page }) => answerTable(request, options, { page, suffix }),
    ]),
  ),
  ...Object.fromEntries(FEED_FORMATS.map(({ suffix }): [string, AnswerFile] => [suffix, answerFeed])),
  ics: answerCalendar,
  svg: answerChart,
}

/** The topics of one page of many, as on the page of promises. */
function topicsOf(url: URL, today: PlainDate): Need {
  const page = Number(url.searchParams.get('page') ?? 1)
  return { kind: 'list', list: 'promises', page: Number.isSafeInteger(page) ? page : 1, show: null, today }
}

async function answerChart(request: Request, options: AnswerOptions, { page }: Ending) {
  const drawn = page === '/left-out' ? drawLeftOut : drawLadders
  const chart = await drawn(request, options, page)
  if (chart === null) return null
  const { CHART_POLICY } = await import('./chart-frame.tsx')
  return new Response(chart, {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Content-Security-Policy': CHART_POLICY },
  })
}

async function drawLeftOut(request: Request, options: AnswerOptions): Promise<string | null> {
  const { renderLeftOut } = await import('./left-out-svg.tsx')
  const url = new URL(request.url)
  const asAt = readDay(url.searchParams.get('as_at'), options)
  const { at, part } = await askPart(options, { url, asAt })(LEFT_OUT)
  return part.isTooMany ? null : renderLeftOut(at)
}

async function drawLadders(request: Request, options: AnswerOptions, page: string): Promise<string | null> {
  const { findChart, renderChart } = await import('./chart-svg.tsx')
  const url = new URL(request.url)
  const asAt = readDay(url.searchParams.get('as_at'), options)
  const { isLarge } = await reading(() => options.reader.readHead())
  const asked = isLarge && page === '/promises' ? topicsOf(url, asAt ?? options.today()) : needOf(page)
  const { at, part } = await askPart(options, { url, asAt })(asked)
  const chart = findChart(at, page, part.list)
  return chart === null ? null : renderChart(at, chart)
}

/** What answers at the path; null where nothing of ours does. */
function answerAt(path: string): Answer | null {
  if (path === '/api' || path.startsWith('/api/')) return answerApi
  if (path.startsWith('/embed/'))
    return (request, options) =>
      import('../embed/answer-embed.ts').then((embed) => embed.answerCard(request, options))
  if (path === '/oembed')
    return (request, options) =>
      import('../embed/answer-embed.ts').then((embed) => embed.answerOembed(request, options))
  if (path === '/search.json')
    return (request, options) =>
      import('./answer-search.ts').then((search) => search.answerSearch(request, options))
  const ending = splitSuffix(path, Object.keys(FILES))
  const answer = ending && FILES[ending.suffix]
  return answer ? (request, options) => answer(request, options, ending) : null
}

/** Answers what is for machines and passes everything else on. */
export function machineAnswers(options: AnswerOptions & Tagging): MiddlewareHandler {
  const passed = new WeakSet<Request>()
  // Asked by `recorded_by`, the record is another than the site's own: `asked` has it.
  const app: Hono = readOnly(async (request, asked) => {
    const response = await answerAt(new URL(request.url).pathname)?.(request, asked)
    if (response) return response
    passed.add(request)
    throw new Problem(
      'address_unknown',
      'There is nothing for machines at this address. /data lists what there is.',
    )
  }, options)
  return async ({ req }, next) => {
    if (req.path === '/mcp') return answerMcp(req.raw, options)
    if (answerAt(req.path) === null) return next()
    const response = await app.fetch(req.raw)
    return passed.has(req.raw) ? next() : response
  }
}
