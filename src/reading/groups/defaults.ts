/** The vocabulary in use when nobody brings another: public policy in general, and kinship care in depth. */
import general from '../../../lexicon/groups/general.yaml'
import kinshipCare from '../../../lexicon/groups/kinship-care.yaml'
import { type GroupVocabulary, parseGroupVocabulary } from './vocabulary.ts'

export const GENERAL_GROUPS: GroupVocabulary = parseGroupVocabulary(general, 'lexicon/groups/general.yaml')

export const DEFAULT_GROUPS: GroupVocabulary = parseGroupVocabulary(
  kinshipCare,
  'lexicon/groups/kinship-care.yaml',
  GENERAL_GROUPS,
)
