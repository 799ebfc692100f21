/** Whether every link of an export leads to a file that is there, and to a place on it. */
import { fileOf } from './addresses.ts'
import type { Crawled } from './crawl-site.ts'
import type { Destinations } from './destinations.ts'
import type { PageNote } from './notes.ts'
import type { Pages } from './pages.ts'
import type { Texts } from './texts.ts'

export interface BrokenLink {
  /** File that holds the link. */
  readonly from: string
  /** What it leads to, and the fragment where that is what is missing. */
  readonly to: string
}

export interface LinksToCheck {
  readonly pages: Pages
  /** What was met on the way to the pages that the site has, and the pages that only a copy has. */
  readonly crawled: Pick<Crawled, 'links' | 'kept' | 'proven'>
  readonly own: readonly PageNote[]
  readonly texts: Texts
  readonly destinations: Destinations
  /** Knows the files that are no pages. */
  readonly hasFile: (file: string) => boolean
}

export function findBrokenLinks({
  pages,
  crawled,
  own,
  texts,
  destinations,
  hasFile,
}: LinksToCheck): BrokenLink[] {
  const isSound = (link: number): boolean => {
    const to = destinations.targetOf(link)
    // The last export was checked as well: a link of a page that is the same, to one that is, led there then.
    if (crawled.kept.has(to) && crawled.proven.has(link)) return true
    const fragment = destinations.fragmentOf(link)
    const page = pages.get(to)
    if (page === null) return hasFile(fileOf(texts.textOf(to)))
    return fragment === null || page.ids.has(fragment)
  }
  const lost = new Set<number>()
  const check = (link: number) => {
    if (!isSound(link)) lost.add(link)
  }
  for (const link of crawled.links.all()) check(link)
  for (const { links } of own) for (const link of links) if (!crawled.links.has(link)) check(link)
  if (lost.size === 0) return []
  return [...pages].flatMap(({ file, links }) =>
    [...links].filter((link) => lost.has(link)).map((link) => ({ from: file, to: texts.textOf(link) })),
  )
}
