/** How a record begins: with all that content files hold, recorded on the day they say, so that the same files give the same log everywhere. */
import type { Ledger } from '../ledger/index.ts'
import { changesFromContent } from '../tracker/index.ts'
import { beginningOf, findFlagship, keeperOf, loadContent, type WholeContent } from './load-content.ts'
import type { Terminal } from './terminal.ts'

/** Fills a record without events, and says so. Returns how many records it holds then. */
export async function beginRecord(
  ledger: Ledger,
  content: WholeContent,
  terminal: Terminal,
): Promise<number> {
  const { settings } = content
  const changes = changesFromContent(content, new Map(), '').map((change) => {
    return { ...change, by: keeperOf(settings) }
  })
  await ledger.append(changes, { head: 0, recordedAt: beginningOf(settings) })
  terminal.stderr.write(
    `holdfast: ${ledger.place} held no record yet. It begins with the tracker ${settings.id}, ${content.records.length} records.\n`,
  )
  return content.records.length
}

/** Fills a record without events with the flagship's content; one that was made before trackers were recorded gets what it lacks. */
export async function beginFlagship(ledger: Ledger, terminal: Terminal): Promise<void> {
  const isEmpty = (await ledger.readCheckpoint()).size === 0
  if (!isEmpty && (await hasSettings(ledger))) return
  const content = await loadContent(await findFlagship(), 'recorded', terminal)
  if (isEmpty) {
    await beginRecord(ledger, content, terminal)
    return
  }
  const { settings } = content
  const change = { action: 'recorded', type: 'tracker', id: settings.id, body: settings } as const
  const reason = 'Records of before did not say what tracker they are of.'
  await ledger.append([{ ...change, by: keeperOf(settings), reason, seen: null }])
  terminal.stderr.write(
    `holdfast: ${ledger.place} did not say yet what tracker it is of. It was recorded: ${settings.id}.\n`,
  )
}

/** Only the flagship could begin a record that does not say what tracker it is of. */
async function hasSettings(ledger: Ledger): Promise<boolean> {
  return (await ledger.findTracker()) !== null
}
