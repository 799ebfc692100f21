/** Documents: from the bytes of a PDF, DOCX, HTML, Markdown or plain text file to text with places. */
export { parseDocument } from './parse-document.ts'
export { parseDocumentHere } from './parse-here.ts'
export { readSourceFile } from './read-source-file.ts'
export type {
  ParseLimits,
  ParseOptions,
  /** @public Callers that keep progress need its type. */
  ParseProgress,
  SourceFile,
} from './source.ts'
export { DEFAULT_LIMITS } from './source.ts'
