/** Run by the build (scripts/synonyms-plugin.mjs): a search needs the names of groups, and not the reader. */
import { readDefaultGroups, readGeneralGroups } from './groups/defaults.ts'
import { synonymsOfGroups } from './groups/synonyms.ts'

export const writeSynonyms = (): string[][] => synonymsOfGroups(readDefaultGroups(readGeneralGroups()))
