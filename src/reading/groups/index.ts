/** Groups: who a statement is for, by a vocabulary that is data. */
export { DEFAULT_GROUPS, GENERAL_GROUPS } from './default-groups.ts'
export { findGroups } from './find-groups.ts'
export { findTellingWords } from './telling-words.ts'
export { type GroupVocabulary, parseGroupVocabulary } from './vocabulary.ts'
