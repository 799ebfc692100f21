/** /compare: makes the page asked for as it was on both days, and sets their words side by side. */
import type { Context, Hono } from 'hono'
import { parsePlainDate } from '../../../model/index.ts'
import type { Need } from '../../../tracker/index.ts'
import { deliverOnce } from '../deliver.ts'
import { type TrackerSiteOptions, viewOf } from '../respond.ts'
import { sayDay } from '../words.ts'
import { compareLines } from './compare-lines.ts'
import {
  type CompareAsked,
  type ComparePageProps,
  comparePage,
  dated,
  type PageThen,
} from './compare-page.tsx'
import { linesOfPage } from './page-text.ts'

export function addCompareRoute(app: Hono, options: TrackerSiteOptions): void {
  app.get('/compare', async (context) => {
    const asked = readAsked(context, options.today())
    const part = await options.reader.readPart(FIRST_PROMISE, null)
    const view = viewOf(context, options, part, null)
    const problem = findProblem(asked, options.today())
    if (problem !== null || asked.from === '')
      return deliverOnce(comparePage({ view, asked, problem, result: null }), problem === null ? 200 : 400)
    const result = await compareDays(app, asked, part.head.firstDay)
    return deliverOnce(comparePage({ view, asked, problem: null, result }), 200)
  })
}

/** The page offers the years since something was promised first. */
const FIRST_PROMISE: Need = {
  kind: 'run',
  type: 'commitment',
  order: 'sorted',
  after: null,
  limit: 1,
  reach: 'names',
}

/** What the address says; the form under every page gives the earlier day as `as_at`. */
function readAsked(context: Context, today: string): CompareAsked {
  const { path = '/', from, as_at, to, by } = context.req.query()
  return {
    path: path.slice(0, LONGEST_PATH + 1),
    from: (from ?? as_at ?? '').slice(0, 40),
    to: (to ?? today).slice(0, 40),
    by: by === 'recorded' ? 'recorded' : 'so',
  }
}

const LONGEST_PATH = 300

/** A page of this site, and none that asks for a day or compares itself. */
function isOwnPage(path: string): boolean {
  return (
    path.length <= LONGEST_PATH &&
    /^\/(?![/\\])[^\s#\\]*$/.test(path) &&
    !/^\/(?:compare|api|embed|mcp)\b/.test(path) &&
    !/[?&](?:as_at|recorded_by)=/.test(path)
  )
}

function findProblem({ path, from, to }: CompareAsked, today: string): string | null {
  if (!isOwnPage(path))
    return `“${path.slice(0, 60)}” is no page of this site. Write its address as /topics/allowances.`
  if (from === '') return null
  for (const day of [from, to])
    if (parsePlainDate(day) === null)
      return `“${day}” cannot be read as a day. Write it as 2024-05-31, or choose one.`
  if (to > today) return `${sayDay(to)} has not come yet. Choose a day up to today.`
  if (from > to) return 'The earlier day is after the later one. Change the two.'
  return null
}

async function compareDays(
  app: Hono,
  asked: CompareAsked,
  firstDay: string | null,
): Promise<NonNullable<ComparePageProps['result']>> {
  const [then, now] = await Promise.all([
    readPage(app, asked, asked.from, firstDay),
    readPage(app, asked, asked.to, firstDay),
  ])
  const linesOf = (page: PageThen) => (page.kind === 'page' ? page.lines : [])
  return { then, now, changes: compareLines(linesOf(then), linesOf(now)) }
}

async function readPage(
  app: Hono,
  asked: CompareAsked,
  day: string,
  firstDay: string | null,
): Promise<PageThen> {
  if (asked.by === 'so' && (firstDay === null || day < firstDay))
    return {
      kind: 'none',
      why:
        firstDay === null
          ? 'this tracker holds nothing yet.'
          : `before the first thing that this tracker knows of, on ${sayDay(firstDay)}.`,
    }
  const response = await follow(app, dated(asked, day))
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false
  if (response.status !== 200 || !isPage)
    return {
      kind: 'none',
      why:
        asked.by === 'so'
          ? 'there was nothing at this address.'
          : 'nothing was recorded at this address yet.',
    }
  const html = await response.text()
  const lines = linesOfPage(html)
  return { kind: 'page', title: titleOf(html), lines }
}

/** One step: a page that moved says so once. */
async function follow(app: Hono, address: string): Promise<Response> {
  const response = await app.request(address)
  const location = response.headers.get('location')
  return response.status === 301 && location?.startsWith('/') ? app.request(location) : response
}

/** "Allowances", without the tracker's own name behind it. */
function titleOf(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
  const plain = title.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')
  return plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').split(' · ')[0] ?? ''
}
