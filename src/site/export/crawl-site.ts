/** Follows the site from its front page to every page, and makes a file of each; pages made before are taken over. */
import { fileOf, LIVE_ORIGIN, queryOf, relativeLink } from './addresses.ts'
import { type Copy, isOwn, moveAddresses, onDay } from './copy.ts'
import { type PageNote, readLink, writeLink } from './notes.ts'
import { rewritePage } from './rewrite-page.ts'
import { encodeText } from './scan-html.ts'
import { HEAD, type TracedReader } from './traced-reader.ts'

export interface Site {
  request(address: string): Response | Promise<Response>
}

export interface CopiedFile {
  readonly target: string
  readonly note: PageNote
  /** Null for one that is taken over as it is. */
  readonly bytes: string | Uint8Array | null
}

export interface CrawlOptions {
  readonly site: Site
  readonly traced: TracedReader
  readonly copy: Copy
  /** Targets to begin with, beside those that links lead to. */
  readonly seeds: readonly string[]
  /** The note of an earlier export where all that it rests on is unchanged, its file included. */
  readonly takeOver: (target: string) => Promise<PageNote | null>
}

/** An address that was asked for and gave nothing. */
export interface LostTarget {
  readonly target: string
  readonly status: number
}

/** Days first: a page says on which days it was there. Yields each file once; what gave nothing goes to `lost`. */
export async function* crawlSite(options: CrawlOptions, lost: LostTarget[]): AsyncGenerator<CopiedFile> {
  const { copy, seeds } = options
  const seen = new Set<string>()
  const past: string[] = []
  const present: string[] = []
  const add = (target: string) => {
    if (seen.has(target) || isOwn(target)) return
    seen.add(target)
    if (queryOf(target).has('as_at')) past.push(target)
    else present.push(target)
  }
  for (const day of copy.days) add(`/?as_at=${day}`)
  for (const seed of seeds) add(seed)
  const there = new Set<string>()
  for (let next = past.pop() ?? present.pop(); next !== undefined; next = past.pop() ?? present.pop()) {
    const file = await copyTarget(next, options, there)
    if (typeof file === 'number') {
      lost.push({ target: next, status: file })
      continue
    }
    there.add(next)
    for (const link of file.note.links) add(readLink(link).to)
    yield file
  }
}

async function copyTarget(
  target: string,
  options: CrawlOptions,
  there: ReadonlySet<string>,
): Promise<CopiedFile | number> {
  const { copy, site, traced } = options
  const days = queryOf(target).has('as_at') ? [] : copy.days.filter((day) => there.has(onDay(target, day)))
  const known = await options.takeOver(target)
  const daysRead = ['days', days.join()] as const
  if (known?.reads.some(([asked, key]) => asked === 'days' && key === daysRead[1]))
    return { target, note: known, bytes: null }
  const { result, reads } = await traced.trace(async () => {
    const response = await site.request(`${LIVE_ORIGIN}${target}`)
    return { response, body: new Uint8Array(await response.arrayBuffer()) }
  })
  const { response, body } = result
  // Of the head, a page of an earlier day needs the first day only, which every page rests on.
  const own = reads.filter(([asked]) => asked !== HEAD || !queryOf(target).has('as_at'))
  const file = fileOf(target)
  const made = makeFile({ response, body, target, file, copy, days })
  if (made === null) return response.status
  return {
    target,
    bytes: made.bytes,
    note: { file, reads: [...own, daysRead], links: made.links, ids: made.ids },
  }
}

interface Answer {
  readonly response: Response
  readonly body: Uint8Array
  readonly target: string
  readonly file: string
  readonly copy: Copy
  readonly days: readonly string[]
}

interface Made {
  readonly bytes: string | Uint8Array
  readonly links: readonly string[]
  readonly ids: readonly string[]
}

/** Null for an answer that is no page and no file. */
function makeFile({ response, body, target, file, copy, days }: Answer): Made | null {
  const type = response.headers.get('content-type') ?? ''
  if (response.status >= 300 && response.status < 400)
    return makeRedirect(copy, response.headers.get('location') ?? '/', target, file)
  if (response.status !== 200) return null
  if (type.startsWith('text/html')) {
    const { html, links, ids } = rewritePage(copy, { html: textOf(body), target, file, days })
    return { bytes: html, links: [...new Set(links.map(writeLink))], ids }
  }
  if (!isText(type)) return { bytes: body, links: [], ids: [] }
  const text = moveAddresses(textOf(body), copy.base)
  return { bytes: type.includes('csvm') ? nameTable(text, file) : text, links: [], ids: [] }
}

/** What a table's columns mean is told beside the table, so it names the table by its file alone. */
const nameTable = (text: string, file: string): string =>
  text.replace(/"url":"[^"]*"/, `"url":"${(file.split('/').at(-1) ?? '').replace(/-metadata\.json$/, '')}"`)

const decoder = new TextDecoder()
const textOf = (body: Uint8Array): string => decoder.decode(body)

const isText = (type: string): boolean =>
  /^(text\/|application\/(\w+[.+-])*(json|xml|javascript|geo))|image\/svg/.test(type)

/** A folder of files cannot send anyone on, so a page does, without a script. */
function makeRedirect(copy: Copy, location: string, target: string, file: string): Made {
  const { pathname, search, hash } = new URL(location, `${LIVE_ORIGIN}${target}`)
  const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>This page has moved</title></head>
<body><main><h1>This page has moved</h1><p><a href="${encodeText(pathname + search + hash)}">Go to where it is now</a></p></main></body></html>
`
  const page = rewritePage(copy, { html, target, file, days: [] })
  const to = page.links[0]?.href ?? relativeLink(file, 'index.html')
  return {
    bytes: page.html.replace(
      '<title>',
      `<meta http-equiv="refresh" content="0; url=${encodeText(to)}"><title>`,
    ),
    links: page.links.map(writeLink),
    ids: page.ids,
  }
}
