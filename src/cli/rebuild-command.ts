/** `holdfast rebuild`: makes the projections anew from the log. */
import type { CommandLine } from './command-line.ts'
import { EXIT_OK } from './exit-code.ts'
import { writeResult } from './output.ts'
import { withRecord } from './record.ts'
import type { Terminal } from './terminal.ts'

export async function runRebuild(_line: CommandLine, terminal: Terminal): Promise<number> {
  const { records, changed } = await withRecord(terminal, (ledger) => ledger.rebuild())
  const told =
    changed === 0 ? 'all were as the log has them' : `${changed} were not as the log has them, and are now`
  await writeResult(`${records} records rebuilt from the log: ${told}.\n`, null, terminal)
  return EXIT_OK
}
