/** Reading: from a document's text to what it recommends, asks, decides and promises, with places. */
import type { DocumentText, Statement } from '../model/index.ts'
import { surveyDocument } from './read-document.ts'

/** Every statement of the document in order, never overlapping; `other` for headings, navigation and courtesies. */
export function readStatements(document: DocumentText): readonly Statement[] {
  return surveyDocument(document).statements
}
export type { Section } from './sections.ts'
export type { Survey, SurveyedSentence } from './survey.ts'
export type { DocumentVoice, SectionRole, Voice } from './voices.ts'
export { surveyDocument }
