/** Where links lead, by their numbers: each is taken apart once, although most stand on every page. */
import { readLink } from './notes.ts'
import type { Texts } from './texts.ts'

export interface Destinations {
  /** The number of the target that the link leads to, whatever place on it. */
  targetOf(link: number): number
  /** The number of the place on it; null where it leads to the page itself. */
  fragmentOf(link: number): number | null
}

export function createDestinations(texts: Texts): Destinations {
  const targets: number[] = []
  const fragments: number[] = []
  /** Stands for the page itself. */
  const NONE = -1
  function read(link: number): void {
    for (let each = targets.length; each <= link; each += 1) {
      targets.push(NONE)
      fragments.push(NONE)
    }
    const text = texts.textOf(link)
    const { to, fragment } = readLink(text)
    // Most links lead to a page and no place on it: they are the target itself.
    targets[link] = to === text ? link : texts.numberOf(to)
    if (fragment !== '' && fragment !== 'top') fragments[link] = texts.numberOf(fragment)
  }
  return {
    targetOf(link) {
      if ((targets[link] ?? NONE) === NONE) read(link)
      return targets[link] as number // just read
    },
    fragmentOf(link) {
      if ((targets[link] ?? NONE) === NONE) read(link)
      const fragment = fragments[link] ?? NONE
      return fragment === NONE ? null : fragment
    },
  }
}
