/** What is presented: a document with the name it came under and what was found in it. */
import type { Comparison, DocumentText, Statement } from '../model/index.ts'

export interface NamedDocument {
  /** As given on the command line or in the upload. */
  readonly file: string
  readonly document: DocumentText
}

export interface Reading extends NamedDocument {
  readonly statements: readonly Statement[]
}

export interface ComparedPair {
  readonly report: NamedDocument
  readonly response: NamedDocument
  readonly comparison: Comparison
}
