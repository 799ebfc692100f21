/** The addresses of share images: /share.png, /topics/x/share.png, /commitments/x/share.png. */
import type { Context, Hono } from 'hono'
import { parsePlainDate } from '../../../model/index.ts'
import type { Need, TrackerReader } from '../../../tracker/index.ts'
import { versionOf } from '../kept-pages.ts'
import { respondNotFound, type TrackerSiteOptions, viewOf } from '../respond.ts'
import { cardOfPage, pageOfImage } from './card-of-page.ts'
import { drawShareCard } from './share-card.ts'
import type { ShareImages } from './share-images.ts'

/** Images held at once: about 20 kB each. */
const MOST_KEPT = 200

export function addShareRoutes(app: Hono, options: TrackerSiteOptions): void {
  const { shareImages } = options
  if (shareImages === undefined) return
  const images = keepImages(shareImages)
  for (const path of ['/share.png', '/topics/:id/share.png', '/commitments/:id/share.png'])
    app.get(path, (context) => respondImage(context, options, images))
}

interface KeptImages {
  /** Made once for a version of the tracker. */
  find(version: string, svg: string): Promise<Uint8Array>
}

function keepImages(images: ShareImages): KeptImages {
  const kept = new Map<string, Promise<Uint8Array>>()
  let current = ''
  return {
    find(version, svg) {
      if (version !== current || kept.size >= MOST_KEPT) kept.clear()
      current = version
      const known = kept.get(svg)
      if (known !== undefined) return known
      const made = images.render(svg)
      kept.set(svg, made)
      made.catch(() => kept.delete(svg)) // whoever asked is told; the next one asks again
      return made
    },
  }
}

function needOf(page: string): Need {
  const [, kind, id = ''] = /^\/(topics|commitments)\/([^/]+)$/.exec(page) ?? []
  if (kind === undefined) return { kind: 'head' }
  return { kind: 'record', type: kind === 'topics' ? 'topic' : 'commitment', id }
}

async function respondImage(
  context: Context,
  options: TrackerSiteOptions,
  images: KeptImages,
): Promise<Response> {
  const page = pageOfImage(context.req.path) ?? '/'
  const asked = context.req.query('as_at') ?? ''
  const asAt = asked === '' ? null : parsePlainDate(asked)
  const reader: TrackerReader = options.reader
  const part = await reader.readPart(needOf(page), asAt)
  const card = asAt === null && asked !== '' ? null : cardOfPage(viewOf(context, options, part, asAt), page)
  if (card === null) return respondNotFound(context, options)
  const png = await images.find(versionOf(part.head, options.today()), drawShareCard(card))
  return new Response(new Uint8Array(png), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=3600' },
  })
}
