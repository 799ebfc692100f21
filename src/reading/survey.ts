/** A document surveyed: its voice, sections, sentences and statements, as comparing needs them. */
import type { Range, Statement } from '../model/index.ts'
import type { Section } from './sections.ts'
import type { DocumentVoice, SectionRole, Voice } from './voices.ts'

/** A sentence with its place. Ranges count in the document's text. */
export interface SurveyedSentence extends Range {
  /** Index in the document's blocks. */
  readonly block: number
  /** Index in the survey's sections. */
  readonly section: number
  readonly isHeading: boolean
  /** Who speaks here: in a response, the recommendation printed above the reply has the reviewer's voice. */
  readonly voice: Voice
  /** What the passage does here; within one section it turns from `recommendation` to `response` where the reply begins. */
  readonly role: SectionRole
}

export interface Survey {
  readonly voice: DocumentVoice
  /** What the writer calls itself, where the document tells. */
  readonly selfName: string | null
  readonly sections: readonly Section[]
  readonly sentences: readonly SurveyedSentence[]
  /** In order of place; never overlapping. */
  readonly statements: readonly Statement[]
}
