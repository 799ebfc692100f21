/** Words that mean the same in a search: abbreviations and what they stand for. */
import type { GroupVocabulary } from '../../reading/index.ts'
import type { TrackerState } from '../fold.ts'
import { listRecords } from './records.ts'

/** Phrases that stand for each other, in lower case. */
export type Synonyms = readonly (readonly string[])[]

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
export function synonymsOfGroups({ groups }: GroupVocabulary): Synonyms {
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

/** What the tracker says is the same, and the short names of its organisations. */
export const synonymsOfTracker = (state: TrackerState): Synonyms => [
  ...(state.settings?.body.synonyms ?? []).map((set) => set.map((phrase) => phrase.toLowerCase())),
  ...synonymsOfOrganisations(state),
]

/** "DfE" with "Department for Education", from the organisations' short names. */
function synonymsOfOrganisations(state: TrackerState): Synonyms {
  return listRecords(state, 'organisation').flatMap(({ name, shortName }) =>
    shortName === undefined || shortName === name ? [] : [[shortName.toLowerCase(), name.toLowerCase()]],
  )
}
