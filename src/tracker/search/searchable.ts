/** The records of a tracker cut down to what a search reads, and the site's own search over those. */
import type { TrackerState } from '../fold.ts'
import { createSearchIndex, FOUND, type SearchIndex, splitTexts } from '../queries/search.ts'
import type { Synonyms } from '../queries/synonyms.ts'
import type { RecordType } from '../record/index.ts'

/** Longer than any question; more is a mistake of pasting. */
export const LONGEST_QUERY = 200

/** Titles and texts in the order a search reads them. */
export type SearchableRecord = readonly [
  type: RecordType,
  id: string,
  titles: readonly string[],
  texts: readonly string[],
]

/** All that can be found, in the order it is found in where nothing tells two apart. */
export function searchableRecords(state: TrackerState): SearchableRecord[] {
  return FOUND.flatMap((type) =>
    [...state.records[type].values()].map(({ id, body }): SearchableRecord => {
      const { titles, texts } = splitTexts(body)
      return [type, id, titles, texts]
    }),
  )
}

/** The same answers as `createSearchIndex` gives on the state the records came from. */
export function searchRecords(records: readonly SearchableRecord[], synonyms: Synonyms): SearchIndex {
  const byType = new Map(FOUND.map((type) => [type, new Map<string, { id: string; body: object }>()]))
  for (const [type, id, title, text] of records) byType.get(type)?.set(id, { id, body: { title, text } })
  // A search reads nothing of a record but its texts, and of a state nothing but the records it can find.
  return createSearchIndex({ records: Object.fromEntries(byType) } as unknown as TrackerState, synonyms)
}
