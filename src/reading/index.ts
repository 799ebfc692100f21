/** Reading: from a document's text to what it recommends, asks, decides and promises, with places. */
import type { DocumentText, Statement } from '../model/index.ts'
import { type ReadingOptions, surveyDocument } from './read-document.ts'

/** Every statement of the document in order, never overlapping; `other` for headings, navigation and courtesies. */
export function readStatements(document: DocumentText, options: ReadingOptions = {}): Statement[] {
  return [...surveyDocument(document, options).statements]
}
export { findConditions } from './conditions.ts'
export { findDeadlines } from './deadlines/index.ts'
export {
  DEFAULT_GROUPS,
  findGroups,
  GENERAL_GROUPS,
  type GroupVocabulary,
  parseGroupVocabulary,
} from './groups/index.ts'
export { findMoney } from './money.ts'
export type { ReadingOptions } from './read-document.ts'
export { surveyDocument } from './read-document.ts'
export type { Section } from './sections.ts'
export type { Survey, SurveyedSentence } from './survey.ts'
export { hearTicked } from './ticks.ts'
export type { DocumentVoice, SectionRole, Voice } from './voices.ts'
