/** `holdfast publish FOLDER`: brings the record up to changed content files, every change in public. */
import { type Ledger, writeCheckpoint } from '../ledger/index.ts'
import { UsageError } from '../model/index.ts'
import { type ContentChange, changesFromContent, type KeptVersion } from '../tracker/index.ts'
import { beginRecord } from './begin-record.ts'
import { lastDayAnywhere } from './clock.ts'
import type { CommandLine } from './command-line.ts'
import { cleanForTerminal } from './display-width.ts'
import { EXIT_OK } from './exit-code.ts'
import { keeperOf, loadContent, type WholeContent } from './load-content.ts'
import { writeResult } from './output.ts'
import { withRecord } from './record.ts'
import type { Terminal } from './terminal.ts'

/**
 * Throws `content_invalid` after every problem, `tracker_differs` for a record of another tracker, `reason_missing`
 * where something would be corrected or withdrawn without a reason, `edition_conflict` when somebody was faster.
 */
export async function runPublish(line: CommandLine, terminal: Terminal): Promise<number> {
  const [folder = ''] = line.files // the command line saw to it that there is one
  const content = await loadContent(folder, 'recorded', terminal, lastDayAnywhere())
  const told = await withRecord(terminal, (ledger) => publish(ledger, content, line.reason, terminal), {
    isBare: true,
  })
  await writeResult(told, null, terminal)
  return EXIT_OK
}

async function publish(
  ledger: Ledger,
  content: WholeContent,
  reason: string | null,
  terminal: Terminal,
): Promise<string> {
  if ((await ledger.readCheckpoint()).size === 0) {
    const count = await beginRecord(ledger, content, terminal)
    return `${count} recorded.\n${await describeCheckpoint(ledger)}`
  }
  await refuseOther(ledger, content)
  const changes = changesFromContent(content, await readVersions(ledger), reason ?? '')
  if (changes.length === 0)
    return `Nothing to record: ${ledger.place} says all that these files say.\n${await describeCheckpoint(ledger)}`
  if (!reason) refuseSilent(changes)
  await ledger.append(changes.map((change) => ({ ...change, by: keeperOf(content.settings) })))
  return `${describeChanges(changes)}${await describeCheckpoint(ledger)}`
}

/** A record made before trackers were recorded says nothing of which it is; then these files say it. */
async function refuseOther(ledger: Ledger, { settings }: WholeContent): Promise<void> {
  const kept = await ledger.findTracker()
  if (kept === null || kept.id === settings.id) return
  throw new UsageError(
    'tracker_differs',
    `The record in ${ledger.place} is of the tracker "${kept.id}", and these files are of "${settings.id}". Nothing was written. Set HOLDFAST_DATA to another folder to keep a record of this one.`,
  )
}

async function readVersions(ledger: Ledger): Promise<Map<string, KeptVersion>> {
  const versions = new Map<string, KeptVersion>()
  for await (const { type, id, sequence, body } of ledger.readRecords())
    versions.set(`${type} ${id}`, { sequence, body: body === null ? null : JSON.parse(body) })
  return versions
}

const countOf = (changes: readonly ContentChange[], action: ContentChange['action']): number =>
  changes.filter((change) => change.action === action).length

function refuseSilent(changes: readonly ContentChange[]): void {
  const loud = changes.filter(({ action, seen }) => action !== 'recorded' || seen !== null)
  if (loud.length === 0) return
  throw new UsageError(
    'reason_missing',
    `These files would correct ${countOf(changes, 'corrected')} and withdraw ${countOf(changes, 'withdrawn')} of the record's parts: ${nameSome(loud)}. Nothing was written. Say why, for everyone to read: --reason "The report was read again."`,
  )
}

const SOME = 3
const nameSome = (changes: readonly ContentChange[]): string => {
  const names = changes.slice(0, SOME).map(({ type, id }) => `${type} "${id}"`)
  return changes.length > SOME ? `${names.join(', ')} and ${changes.length - SOME} more` : names.join(', ')
}

function describeChanges(changes: readonly ContentChange[]): string {
  const counts = (['recorded', 'corrected', 'withdrawn'] as const).map(
    (action) => `${countOf(changes, action)} ${action}`,
  )
  const loud = changes.filter(({ action }) => action !== 'recorded')
  const lines = loud.map(({ action, type, id }) => `  ${action}: ${cleanForTerminal(`${type} ${id}`)}`)
  return [`${counts.join(', ')}.`, ...lines, ''].join('\n')
}

const describeCheckpoint = async (ledger: Ledger): Promise<string> =>
  `Checkpoint ${writeCheckpoint(await ledger.readCheckpoint())}\n`
