/** Whether every link of an export leads to a file that is there, and to a place on it. */
import { fileOf } from './addresses.ts'
import type { Destinations } from './destinations.ts'
import type { PageNote } from './notes.ts'
import { createMarks, type Texts } from './texts.ts'

export interface BrokenLink {
  /** File that holds the link. */
  readonly from: string
  /** What it leads to, and the fragment where that is what is missing. */
  readonly to: string
}

export interface LinksToCheck {
  readonly pages: ReadonlyMap<string, PageNote>
  readonly texts: Texts
  readonly destinations: Destinations
  /** Knows the files that are no pages. */
  readonly hasFile: (file: string) => boolean
}

export function findBrokenLinks({ pages, texts, destinations, hasFile }: LinksToCheck): BrokenLink[] {
  const isSound = (link: number): boolean => {
    const target = texts.textOf(destinations.targetOf(link))
    const page = pages.get(target)
    if (page === undefined) return hasFile(fileOf(target))
    const fragment = destinations.fragmentOf(link)
    return fragment === null || page.ids.includes(fragment)
  }
  const met = createMarks(texts.size)
  const lost = new Set<number>()
  for (const { links } of pages.values())
    for (let at = 0; at < links.length; at += 1) {
      const link = links[at] as number // within its length
      if (met.add(link) && !isSound(link)) lost.add(link)
    }
  if (lost.size === 0) return []
  return [...pages.values()].flatMap(({ file, links }) =>
    [...links].filter((link) => lost.has(link)).map((link) => ({ from: file, to: texts.textOf(link) })),
  )
}
