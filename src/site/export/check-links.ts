/** Whether every link of an export leads to a file that is there, and to a place on it. */
import { fileOf } from './addresses.ts'
import type { Destinations } from './destinations.ts'
import type { PageNote } from './notes.ts'
import type { Texts } from './texts.ts'

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
  const sound: (boolean | undefined)[] = []
  const broken: BrokenLink[] = []
  for (const { file, links } of pages.values())
    for (const link of links) {
      let holds = sound[link]
      if (holds === undefined) {
        holds = isSound(link)
        sound[link] = holds
      }
      if (!holds) broken.push({ from: file, to: texts.textOf(link) })
    }
  return broken
}
