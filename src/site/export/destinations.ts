/** Where links lead, by their numbers: each is taken apart once, although most stand on every page. */
import { readLink } from './notes.ts'
import { type Texts, widen } from './texts.ts'

export interface Destinations {
  /** The number of the target that the link leads to, whatever place on it. */
  targetOf(link: number): number
  /** The number of the place on it; null where it leads to the page itself. */
  fragmentOf(link: number): number | null
}

export function createDestinations(texts: Texts): Destinations {
  /** By link; 0 where nobody asked yet, else one more than the number. */
  let targets = new Int32Array(texts.size)
  return {
    targetOf(link) {
      if (link >= targets.length) targets = widen(targets, link + 1)
      const known = targets[link] as number // within its length
      if (known !== 0) return known - 1
      const target = texts.numberBefore(link, '#')
      targets[link] = target + 1
      return target
    },
    fragmentOf(link) {
      const { fragment } = readLink(texts.textOf(link))
      return fragment === '' || fragment === 'top' ? null : texts.numberOf(fragment)
    },
  }
}
