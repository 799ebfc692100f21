/** What pages are made of, as far as the export's folder has no part in it. */
import { foldEvents, listRecords, type TrackerState } from '../../tracker/index.ts'
import type { ExportFile, ExportOptions } from './export-options.ts'
import { createMaker } from './maker.ts'
import type { Notes } from './notes.ts'

/** Throws what reading the record throws. */
export async function prepareRecord(options: ExportOptions) {
  const [record, synonyms] = await Promise.all([options.record, options.synonyms])
  const { events, checkpoint, days } = record
  const { on, base } = options
  const state = foldEvents(events)
  const texts = options.hasDocuments ? findTexts(state, record.attached) : null
  const making = { events, checkpoint, synonyms, on, base, days, texts }
  return { ...record, synonyms, state, making, maker: createMaker(making, state) }
}

/** All that the steps of an export are given. */
export type Given = Omit<ExportOptions, 'record' | 'synonyms'> &
  Awaited<ReturnType<typeof prepareRecord>> & { readonly last: Notes | null }

/** The texts of the copies, by the hash that captures name them by: they are among the documents. */
function findTexts(state: TrackerState, attached: readonly ExportFile[]): Map<string, Uint8Array> {
  const wanted = new Set(listRecords(state, 'capture').map(({ textHash }) => `log/documents/${textHash}`))
  return new Map(
    attached.flatMap((file) =>
      wanted.has(file.path) ? [[file.path.slice('log/documents/'.length), Buffer.from(file.bytes)]] : [],
    ),
  )
}
