/** `holdfast documents check [SOURCE…]`: looks again for all that records cite, in the newest copy of each source. */
import type { Change, Ledger } from '../../ledger/index.ts'
import { listRecords, type PassageRow, planPassages, type TrackerState } from '../../tracker/index.ts'
import type { CommandLine } from '../command-line.ts'
import { EXIT_OK } from '../exit-code.ts'
import { checkInterrupted } from '../load-documents.ts'
import { writeResult } from '../output.ts'
import { withRecord } from '../record.ts'
import type { Terminal } from '../terminal.ts'
import { lastSeen } from './add-documents.ts'
import { getNewestCopy, getSource, readState, readText } from './kept-copies.ts'
import { countMissing, countPassages, passagesText } from './passages-text.ts'
import { refuseLost } from './refuse-lost.ts'

/** What differs from what is recorded is recorded: new citations are found, old ones withdrawn. Throws `passage_lost`. */
export async function checkDocuments(
  line: CommandLine,
  names: readonly string[],
  terminal: Terminal,
): Promise<number> {
  return withRecord(terminal, async (ledger) => {
    let state = await readState(ledger)
    for (const name of names) getSource(state, name)
    const held = new Set(listRecords(state, 'capture').map(({ source }) => source))
    const sources = names.length > 0 ? names : [...held].sort()
    if (sources.length === 0) {
      await writeResult(
        'No copy of any source is held. Add one: holdfast documents add FILE\n',
        null,
        terminal,
      )
      return EXIT_OK
    }
    let missing = 0
    for (const source of sources) {
      checkInterrupted(terminal.signal)
      const rows = await checkSource(ledger, state, source, line)
      missing += countMissing(rows)
      await writeResult(`${source}: ${countPassages(rows)}.\n${passagesText(rows, terminal)}`, null, terminal)
      state = await readState(ledger)
    }
    refuseLost(missing)
    return EXIT_OK
  })
}

async function checkSource(
  ledger: Ledger,
  state: TrackerState,
  source: string,
  line: CommandLine,
): Promise<readonly PassageRow[]> {
  const capture = getNewestCopy(state, source)
  const document = await readText(ledger, capture)
  const { changes, rows } = planPassages(state, { id: capture.id, source, document })
  const by = line.evidence.by ?? 'the operator'
  await ledger.append(changes.map((change): Change => ({ ...change, by, seen: lastSeen(state, change.id) })))
  return rows
}
