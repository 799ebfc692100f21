/** Cards for other sites: the card itself, and oEmbed 1.0, by which a site turns the address of a page into its card. */
import {
  type AnswerOptions,
  addressOf,
  baseOf,
  cleanLine,
  clip,
  needOf,
  Problem,
  readDay,
  readParameters,
  readStandpoint,
  type Standpoint,
} from '../../../api/tracker/index.ts'
import { CARD_POLICY, CARD_SIZE, type Card, findCard, renderCard } from './card.tsx'
import { frameCode } from './frame-code.ts'

/** `/embed/topics/x`; null where there is no such card. Throws Problems. */
export async function answerCard(request: Request, options: AnswerOptions): Promise<Response | null> {
  const url = new URL(request.url)
  const path = url.pathname.slice('/embed'.length)
  const asAt = readDay(readParameters(url, []).as_at, options)
  const at = await readStandpoint(options, { url, asAt, need: needOf(path) })
  const card = findCard(at, path)
  if (card === null) return null
  return new Response(renderCard(at, card), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': CARD_POLICY },
  })
}

/** `/oembed?url=…&format=json`. Throws Problems, with the statuses that oEmbed gives them. */
export async function answerOembed(request: Request, options: AnswerOptions): Promise<Response> {
  const url = new URL(request.url)
  const given = url.searchParams.get('url') ?? ''
  if (given.length > 2000)
    throw new Problem('parameter_invalid', 'url is far too long. Give the address of a page.')
  const asked = readOwn(url)
  if (asked.format !== undefined && asked.format !== 'json')
    throw new Problem('format_unknown', `format is "${clip(asked.format)}". Only json is offered.`)
  const page = pageOf(given, baseOf(options, url))
  const at = await readStandpoint(options, {
    url,
    asAt: readDay(page.searchParams.get('as_at'), options),
    need: needOf(page.pathname),
  })
  const card = findCard(at, page.pathname)
  if (card === null) throw none(given)
  return new Response(JSON.stringify(present(at, card, asked)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
}

/** The address itself may be longer than other values; it was looked at before. */
function readOwn(url: URL): Record<string, string> {
  const rest = new URL(url)
  rest.searchParams.delete('url')
  return readParameters(rest, ['format', 'maxwidth', 'maxheight'])
}

const none = (given: string) =>
  new Problem(
    'address_unknown',
    `url is "${clip(given)}", which has no card. Give the address of a topic or a promise of this site.`,
  )

/** The page asked for, of this site only; a path alone is one too. */
function pageOf(given: string, base: string): URL {
  if (given === '')
    throw new Problem('parameter_invalid', 'url is missing. Give the address of a page of this site.')
  const home = new URL(base)
  const page = URL.canParse(given, base) ? new URL(given, base) : null
  if (page === null || page.host !== home.host) throw none(given)
  const folder = home.pathname.replace(/\/$/, '')
  if (!page.pathname.startsWith(folder)) throw none(given)
  page.pathname = page.pathname.slice(folder.length)
  return page
}

/** What the asker allows, at most as large as the card wants to be; nonsense is as if not asked. */
const within = (asked: string | undefined, wanted: number): number =>
  asked !== undefined && /^\d{1,5}$/.test(asked) && Number(asked) > 0
    ? Math.min(Number(asked), wanted)
    : wanted

function present(at: Standpoint, { title, path }: Card, asked: Record<string, string>) {
  const width = within(asked.maxwidth, CARD_SIZE.width)
  const height = within(asked.maxheight, CARD_SIZE.height)
  const source = addressOf(at, `/embed${path}`)
  const name = cleanLine(title)
  return {
    version: '1.0',
    type: 'rich',
    title: name,
    provider_name: cleanLine(at.settings.title),
    provider_url: addressOf(at, '/'),
    author_url: addressOf(at, path),
    cache_age: 3600,
    width,
    height,
    html: frameCode({
      source,
      title: name,
      width: String(width),
      height: String(height),
      style: 'border:0;max-width:100%',
    }),
  }
}
