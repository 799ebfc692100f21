/** Words that mean the same in a search: abbreviations and what they stand for. */
import type { TrackerState } from '../fold.ts'
import { listRecords } from './records.ts'

/** Phrases that stand for each other, in lower case. */
export type Synonyms = readonly (readonly string[])[]

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
