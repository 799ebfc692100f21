/** What the local page needs of the outside: someone who parses, reads and compares. */
import type { ComparedPair, NamedDocument, Reading } from '../../api/index.ts'
import type { ParseOptions, SourceFile } from '../../documents/index.ts'
import type { DocumentText } from '../../model/index.ts'

export interface LocalEngine {
  parse(source: SourceFile, options: ParseOptions): Promise<DocumentText>
  read(document: NamedDocument): Promise<Reading>
  compare(report: NamedDocument, response: NamedDocument): Promise<ComparedPair>
}
