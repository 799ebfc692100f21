/** The names of groups that mean the same, for searches. The reader they come from is large and is loaded at the first search. */
import type { Synonyms } from '../tracker/index.ts'

export async function loadSynonyms(): Promise<Synonyms> {
  const [{ DEFAULT_GROUPS }, { synonymsOfGroups }] = await Promise.all([
    import('../reading/index.ts'),
    import('../tracker/index.ts'),
  ])
  return synonymsOfGroups(DEFAULT_GROUPS)
}
