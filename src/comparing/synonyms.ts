/** Words of nearly one meaning: a reply may say "hostel" where the recommendation said "shelter". */
import data from '../../lexicon/synonyms.yaml'

/** Which lists a word stands in, by its stem. */
export type Synonyms = ReadonlyMap<string, readonly string[]>

/** The lists of `lexicon/synonyms.yaml` by stem; words of two words are passed over. Throws where the file is no list of lists. */
export function readSynonyms(stemOf: (word: string) => string): Synonyms {
  if (!Array.isArray(data)) throw new Error('lexicon/synonyms.yaml: a list of lists is expected')
  const found = new Map<string, string[]>()
  data.forEach((list: unknown, place) => {
    if (!Array.isArray(list)) throw new Error(`lexicon/synonyms.yaml: entry ${place + 1} is no list`)
    const stems = list.map(String).flatMap((word) => (/\s/.test(word) ? [] : [stemOf(word.toLowerCase())]))
    for (const stem of new Set(stems)) found.set(stem, [...(found.get(stem) ?? []), `~${place}`])
  })
  return found
}
