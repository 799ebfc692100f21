/** Opens the record that the environment names. */
import { resolve } from 'node:path'
import type { Ledger, LedgerPlace } from '../ledger/index.ts'
import { beginFlagship } from './begin-record.ts'
import type { Terminal } from './terminal.ts'

const DEFAULT_FOLDER = 'holdfast-data'

/** DATABASE_URL where it is set, else HOLDFAST_DATA, else a folder here. */
function findPlace({ environment }: Terminal): LedgerPlace {
  const { DATABASE_URL: url, HOLDFAST_DATA: folder, HOLDFAST_POSTGRES: binaries } = environment
  if (url) return { url }
  return { folder: resolve(folder || DEFAULT_FOLDER), binaries: binaries || null }
}

/** Null where the record is in a database that somebody runs. */
export function dataFolderOf(terminal: Terminal): string | null {
  const place = findPlace(terminal)
  return 'url' in place ? null : place.folder
}

/** Runs `work` with the record, and closes it whatever happens. A record without events is filled first, unless `isBare`. */
export async function withRecord<Result>(
  terminal: Terminal,
  work: (ledger: Ledger) => Promise<Result>,
  { isBare = false } = {},
): Promise<Result> {
  const { openLedger } = await import('../ledger/index.ts')
  const ledger = await openLedger(findPlace(terminal))
  try {
    if (!isBare) await beginFlagship(ledger, terminal)
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}
