/** Whether every link of an export leads to a file that is there, and to a place on it. */
import { fileOf } from './addresses.ts'
import { type PageNote, readLink } from './notes.ts'

export interface BrokenLink {
  /** File that holds the link. */
  readonly from: string
  /** What it leads to, and the fragment where that is what is missing. */
  readonly to: string
}

/** `hasFile` knows the files that are no pages. */
export function findBrokenLinks(
  pages: ReadonlyMap<string, PageNote>,
  hasFile: (file: string) => boolean,
): BrokenLink[] {
  const ids = new Map<string, ReadonlySet<string>>()
  const idsOf = (target: string, note: PageNote): ReadonlySet<string> => {
    const known = ids.get(target) ?? new Set(note.ids)
    ids.set(target, known)
    return known
  }
  const sound = new Map<string, boolean>()
  const isSound = (link: string): boolean => {
    const { to, fragment } = readLink(link)
    const page = pages.get(to)
    if (page === undefined) return hasFile(fileOf(to))
    return fragment === '' || fragment === 'top' || idsOf(to, page).has(fragment)
  }
  const broken: BrokenLink[] = []
  for (const { file, links } of pages.values())
    for (const link of links) {
      let holds = sound.get(link)
      if (holds === undefined) {
        holds = isSound(link)
        sound.set(link, holds)
      }
      if (!holds) broken.push({ from: file, to: link })
    }
  return broken
}
