/** The page a host shows for an address that is not there: it may stand at any depth, so it leads by whole paths or not at all. */
import type { Copy } from './copy.ts'
import { textOf } from './make-file.ts'
import type { Site } from './maker.ts'
import { rewritePage } from './rewrite-page.ts'

interface NotFoundFacts {
  readonly site: Site
  readonly copy: Copy
}

/** An address that no site has. */
const NOWHERE = '/404'

export async function makeNotFound({ site, copy }: NotFoundFacts): Promise<string> {
  const { html } = rewritePage(copy, {
    html: textOf((await site.ask(NOWHERE)).body),
    target: NOWHERE,
    file: '404.html',
    days: [],
  })
  const root = copy.base === null ? '/' : `${new URL(copy.base).pathname.replace(/\/$/, '')}/`
  // Links that name a file beside the page begin at the copy's root instead.
  return html.replaceAll(/ (href|src|action)="(?!#|[a-z][a-z+.-]*:|\/)([^"]*)"/g, ` $1="${root}$2"`)
}
