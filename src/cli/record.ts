/** Opens the record that the environment names, filling a new one with the flagship's content. */
import { resolve } from 'node:path'
import type { Change, Ledger, LedgerPlace } from '../ledger/index.ts'
import { SourceError } from '../model/index.ts'
import { checkContent, eventsFromContent, foldEvents, parseContent } from '../tracker/index.ts'
import { FLAGSHIP, listTrackers, readContentFolder } from './content-folder.ts'
import type { Terminal } from './terminal.ts'

const DEFAULT_FOLDER = 'holdfast-data'

/** DATABASE_URL where it is set, else HOLDFAST_DATA, else a folder here. */
function findPlace({ environment }: Terminal): LedgerPlace {
  const { DATABASE_URL: url, HOLDFAST_DATA: folder, HOLDFAST_POSTGRES: binaries } = environment
  if (url) return { url }
  return { folder: resolve(folder || DEFAULT_FOLDER), binaries: binaries || null }
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
    if (!isBare) await fillEmpty(ledger, terminal)
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

async function fillEmpty(ledger: Ledger, terminal: Terminal): Promise<void> {
  if ((await ledger.readCheckpoint()).size > 0) return
  const { changes, recordedAt } = await readFlagship()
  const { events } = await ledger.append(changes, { head: 0, recordedAt })
  terminal.stderr.write(
    `holdfast: ${ledger.place} held no record yet. It begins with the tracker ${FLAGSHIP}, ${events.length} records.\n`,
  )
}

/**
 * The flagship's content as changes, recorded on the day its files say: so every record that begins with the same files
 * has the same log, and one checkpoint tells them all.
 */
async function readFlagship(): Promise<{ changes: Change[]; recordedAt: string }> {
  const folder = (await listTrackers()).find((each) => each.endsWith(FLAGSHIP)) ?? FLAGSHIP
  const content = parseContent(await readContentFolder(folder))
  const { settings } = content
  const count = content.problems.length + checkContent(content).length
  if (settings === null || count > 0)
    throw new SourceError(
      'content_invalid',
      `The content in ${folder} has ${count} problems, and no record is made of it. \`holdfast check ${folder}\` names each.`,
    )
  const recordedAt = `${settings.recordedOn}T00:00:00.000Z`
  const by = settings.keeper.split(/\.\s/)[0] ?? settings.keeper
  const events = eventsFromContent(content, foldEvents([]), { recordedAt, by, reason: '' })
  const changes = events.map(({ action, type, id, reason, body }) => ({
    by,
    action,
    type,
    id,
    reason,
    body,
    seen: null,
  }))
  return { changes, recordedAt }
}
