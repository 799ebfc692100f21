/** The names of groups that mean the same, for searches, as the build wrote them down (scripts/synonyms-plugin.mjs). */
import type { Synonyms } from '../tracker/index.ts'

export const loadSynonyms = async (): Promise<Synonyms> => (await import('../../lexicon?synonyms')).default
