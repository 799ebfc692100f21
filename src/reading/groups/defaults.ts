/** The groups of the default vocabulary as its files list them: public policy in general, and kinship care in depth. */
import general from '../../../lexicon/groups/general.yaml'
import kinshipCare from '../../../lexicon/groups/kinship-care.yaml'
import { type Group, parseGroups } from './vocabulary.ts'

export const readGeneralGroups = (): readonly Group[] => parseGroups(general, 'lexicon/groups/general.yaml')

/** What is read where nobody brings another: kinship care's, and the general ones after them. */
export const readDefaultGroups = (groups: readonly Group[]): readonly Group[] =>
  parseGroups(kinshipCare, 'lexicon/groups/kinship-care.yaml', { groups })
