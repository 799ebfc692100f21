/** Names of groups that stand for each other: abbreviations and what they are short for. */
import type { Group } from './vocabulary.ts'

const initialsOf = (phrase: string): string =>
  phrase
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')

/** A name of the vocabulary as a plain phrase: what may be left out is, and of alternatives the first stands. */
function plainName(name: string): string {
  let plain = name
  for (let depth = 0; depth < 4; depth += 1)
    plain = plain.replaceAll(/\[[^[\]()]*\]/g, ' ').replaceAll(/\(([^|()[\]]*)[^()[\]]*\)/g, '$1')
  return plain.replaceAll(/\s+/g, ' ').trim()
}

/** "SGO" with "special guardianship order" and the group's own label, where the vocabulary holds an abbreviation. */
export function synonymsOfGroups(groups: readonly Group[]): string[][] {
  return groups.flatMap(({ label, names }) => {
    const plain = names.map(plainName)
    return plain
      .filter((name) => /^[A-Z]{2,}$/.test(name))
      .map((short) => {
        const long = plain.filter((name) => name.includes(' ') && initialsOf(name) === short)
        return [...new Set([short, ...long, label].map((phrase) => phrase.toLowerCase()))]
      })
  })
}
