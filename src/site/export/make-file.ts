/** From an answer of the site to the file that a copy holds instead. */
import { relativeLink } from './addresses.ts'
import type { Copy } from './copy.ts'
import { LIVE_ORIGIN, moveAddresses } from './live-origin.ts'
import type { Answer } from './maker.ts'
import { rewritePage } from './rewrite-page.ts'
import { encodeText } from './scan-html.ts'

interface Answered {
  readonly answer: Answer
  readonly target: string
  readonly file: string
  readonly copy: Copy
  readonly days: readonly string[]
}

interface MadeFile {
  readonly bytes: string | Uint8Array
  /** Whether whole addresses in it are those of the copy. */
  readonly isMoved: boolean
  /** Each once, in order. */
  readonly links: readonly string[]
  readonly ids: readonly string[]
}

export const isPage = ({ status, headers }: Answer): boolean =>
  status === 200 && typeOf(headers).startsWith('text/html')

const typeOf = (headers: Answer['headers']): string => headers.get('content-type') ?? ''

/** Null for an answer that is no page and no file. */
export function makeFile({ answer, target, file, copy, days }: Answered): MadeFile | null {
  const { status, headers, body } = answer
  const type = typeOf(headers)
  if (status >= 300 && status < 400) return makeRedirect(copy, headers.get('location') ?? '/', target, file)
  if (status !== 200) return null
  if (isPage(answer)) {
    const { html, links, ids } = rewritePage(copy, { html: textOf(body), target, file, days })
    return { bytes: html, isMoved: true, links, ids }
  }
  if (!isText(type)) return { bytes: body, isMoved: true, links: [], ids: [] }
  if (!type.includes('csvm')) return { bytes: textOf(body), isMoved: false, links: [], ids: [] }
  const text = moveAddresses(textOf(body), copy.base)
  return { bytes: nameTable(text, file), isMoved: true, links: [], ids: [] }
}

/** What a table's columns mean is told beside the table, so it names the table by its file alone. */
const nameTable = (text: string, file: string): string =>
  text.replace(/"url":"[^"]*"/, `"url":"${(file.split('/').at(-1) ?? '').replace(/-metadata\.json$/, '')}"`)

// The mark at the beginning of a CSV is a part of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
export const textOf = (body: string | Uint8Array): string =>
  typeof body === 'string' ? body : decoder.decode(body)

const isText = (type: string): boolean =>
  /^(text\/|application\/(\w+[.+-])*(json|xml|javascript|geo))|image\/svg/.test(type)

/** A folder of files cannot send anyone on, so a page does, without a script. */
function makeRedirect(copy: Copy, location: string, target: string, file: string): MadeFile {
  const { pathname, search, hash } = new URL(location, `${LIVE_ORIGIN}${target}`)
  const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>This page has moved</title></head>
<body><main><h1>This page has moved</h1><p><a href="${encodeText(pathname + search + hash)}">Go to where it is now</a></p></main></body></html>
`
  const page = rewritePage(copy, { html, target, file, days: [] })
  const to = /<a href="([^"]*)"/.exec(page.html)?.[1] ?? relativeLink(file, 'index.html')
  return {
    bytes: page.html.replace('<title>', `<meta http-equiv="refresh" content="0; url=${to}"><title>`),
    isMoved: true,
    links: page.links,
    ids: page.ids,
  }
}
