/** The vocabulary in use when nobody brings another, its names as the build read them. */
import built from '../../../lexicon?built'
import { readDefaultGroups, readGeneralGroups } from './defaults.ts'
import { type GroupVocabulary, openGroupVocabulary } from './vocabulary.ts'

/** What a vocabulary of one's own builds on: it reads the names when it has its own groups beside them. */
export const GENERAL_GROUPS: Pick<GroupVocabulary, 'groups'> = { groups: readGeneralGroups() }

export const DEFAULT_GROUPS: GroupVocabulary = openGroupVocabulary(
  readDefaultGroups(GENERAL_GROUPS.groups),
  built.groups,
)
