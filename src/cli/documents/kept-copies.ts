/** What the record holds of documents: its state, and the text of a copy. */
import { type Ledger, parseHash } from '../../ledger/index.ts'
import type { DocumentText } from '../../model/index.ts'
import { UsageError } from '../../model/index.ts'
import { findRecord, foldEvents, listRecords, type RecordOf, type TrackerState } from '../../tracker/index.ts'
import { closest } from '../spelling.ts'

export type Capture = RecordOf<'capture'>

export async function readState(ledger: Ledger): Promise<TrackerState> {
  const events = []
  for await (const event of ledger.readEvents()) events.push(event)
  return foldEvents(events)
}

/** The text that was read from a copy when it was added: offsets count in it, whatever reads documents today. */
export async function readText(ledger: Ledger, { textHash, fileName }: Capture): Promise<DocumentText> {
  const document = await heldTexts(ledger).readText(textHash)
  if (document === null) throw new Error(`the text of ${fileName} (${textHash}) is not in the ledger`)
  return document
}

/** The texts of copies by `textHash`, for pages too. Null where none is kept; `record_altered` where it is not as written. */
export const heldTexts = (ledger: Pick<Ledger, 'findDocument'>) => ({
  async readText(textHash: string): Promise<DocumentText | null> {
    const hash = parseHash(textHash)
    const bytes = hash === null ? null : await ledger.findDocument(hash)
    // Written by add-documents, and its hash was checked.
    return bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as DocumentText)
  },
})

/** Throws `source_unknown`, with the nearest id there is. */
export function getSource(state: TrackerState, id: string): RecordOf<'source'> {
  const found = findRecord(state, 'source', id)
  if (found !== undefined) return found
  const ids = listRecords(state, 'source').map((source) => source.id)
  const near = closest(id, ids)
  const hint = near === undefined ? 'Sources are listed on the page /sources.' : `Did you mean ${near}?`
  throw new UsageError('source_unknown', `The tracker has no source "${id}". ${hint}`)
}

export function newestCopy(state: TrackerState, source: string): Capture | undefined {
  return listRecords(state, 'capture').findLast((capture) => capture.source === source)
}

/** Throws `document_not_held` where the operator added none. */
export function getNewestCopy(state: TrackerState, source: string): Capture {
  const copy = newestCopy(state, source)
  if (copy !== undefined) return copy
  throw new UsageError(
    'document_not_held',
    `No copy of ${source} is held. Add one: holdfast documents add FILE --source ${source}`,
  )
}
