// Parses and reads the broken files it is sent, one after the other, and says what became of each.
import { parseDocumentHere } from '../../src/documents/index.ts'
import { HoldfastError } from '../../src/model/index.ts'
import { readStatements } from '../../src/reading/index.ts'
import type { Outcome } from './outcome.ts'

export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

// As in the product's own process (serve-parser.ts).
process.on('unhandledRejection', () => {})
process.on('message', async (file: SentFile) => {
  const answer = await tryFile(file)
  process.send?.(answer)
})

async function tryFile({ name, bytes }: SentFile): Promise<Outcome> {
  try {
    const document = await parseDocumentHere({ name, bytes })
    const statements = readStatements(document)
    const { text, blocks, pages, notices } = document
    const outside = [...blocks, ...(pages ?? []), ...statements].find(
      ({ start, end }) => start < 0 || end < start || end > text.length,
    )
    if (outside)
      return {
        kind: 'bug',
        what: `a place out of range: ${outside.start} to ${outside.end} of ${text.length}`,
      }
    const other = statements.find(
      (statement) => statement.text !== text.slice(statement.start, statement.end),
    )
    if (other) return { kind: 'bug', what: `words that do not stand at their place: ${other.start}` }
    return { kind: 'read', isPartial: notices.length > 0, statements: statements.length }
  } catch (error) {
    if (error instanceof HoldfastError) return { kind: 'refused', code: error.code }
    return { kind: 'bug', what: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
