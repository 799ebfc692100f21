/** The parts that do the work, each loaded when it is first needed: a command starts with what it uses and no more. */
import type { ComparedPair, NamedDocument, Reading } from '../api/index.ts'
import type { ParseOptions, SourceFile } from '../documents/index.ts'
import type { DocumentText, Statement } from '../model/index.ts'
import type { GroupVocabulary } from '../reading/index.ts'

export interface Engine {
  parse(source: SourceFile, options: ParseOptions): Promise<DocumentText>
  /** What was read is kept as long as the document, for `compare`. */
  read(document: NamedDocument): Promise<Reading>
  compare(report: NamedDocument, response: NamedDocument): Promise<ComparedPair>
}

/** `groups` is null for the built-in vocabulary. */
export function createEngine(groups: GroupVocabulary | null): Engine {
  const options = groups === null ? {} : { groups }
  const read = new WeakMap<DocumentText, readonly Statement[]>()
  return {
    async parse(source, parseOptions) {
      const { parseDocument } = await import('../documents/index.ts')
      const parsed = parseDocument(source, parseOptions)
      // The reader is loaded while another process parses: a tenth of a second on a page of text.
      setImmediate(() => void import('../reading/index.ts'))
      return parsed
    },
    async read(named) {
      const { readStatements } = await import('../reading/index.ts')
      const statements = readStatements(named.document, options)
      read.set(named.document, statements)
      return { ...named, statements }
    },
    async compare(report, response) {
      const { compareDocuments } = await import('../comparing/index.ts')
      const known = read.get(response.document)
      const comparison = compareDocuments(
        report.document,
        response.document,
        known === undefined ? options : { ...options, responseStatements: known },
      )
      return { report, response, comparison }
    },
  }
}
