/** `holdfast verify [CHECKPOINT]`: checks every byte of the record, and names each that is not as it was written. */
import { parseCheckpoint, type Verification, writeCheckpoint } from '../ledger/index.ts'
import { AlteredError } from '../model/index.ts'
import type { CommandLine } from './command-line.ts'
import { cleanForTerminal } from './display-width.ts'
import { EXIT_OK } from './exit-code.ts'
import { writeResult } from './output.ts'
import { barProgress, lineProgress, type Progress, silentProgress } from './progress.ts'
import { withRecord } from './record.ts'
import type { Terminal } from './terminal.ts'

/** Throws `record_altered` after all problems. */
export async function runVerify(line: CommandLine, terminal: Terminal): Promise<number> {
  const [given] = line.files
  const known = given === undefined ? null : parseCheckpoint(given)
  const verification = await withRecord(terminal, (ledger) => {
    const progress = startProgress(line, terminal)
    return ledger
      .verify(known, ({ what, done, total }) =>
        progress.show(ledger.place, { phase: `checking ${what}`, done, total }),
      )
      .finally(() => progress.clear())
  })
  const { problems } = verification
  if (problems.length === 0) {
    await writeResult(describeWhole(verification), null, terminal)
    return EXIT_OK
  }
  const lines = problems.map(({ record, message }) => `${cleanForTerminal(`${record} ${message}`)}\n`)
  await writeResult(lines.join(''), null, terminal)
  throw new AlteredError(
    'record_altered',
    `${problems.length} ${problems.length === 1 ? 'thing is' : 'things are'} not as written; each line above names one. ` +
      'Keep the data folder as it is, restore a backup made before into a new one, and find out why.',
  )
}

/** A plain line says every ten seconds that work goes on; most records are checked in less. */
const EVERY_MS = 10_000

function startProgress(line: CommandLine, { progressColumns, stderr }: Terminal): Progress {
  if (!line.hasProgress) return silentProgress
  const now = () => performance.now()
  return progressColumns === null
    ? lineProgress(stderr, now, EVERY_MS)
    : barProgress(stderr, progressColumns, now)
}

/** What was checked, and the checkpoint to note down. */
export function describeWhole({ checkpoint, documents, bytes, records }: Verification): string {
  const written = writeCheckpoint(checkpoint)
  return (
    `Nothing was altered: ${checkpoint.size} events, ${records} records, ${documents} documents (${bytes} bytes).\n` +
    `Checkpoint ${written}\n` +
    'Whoever notes it down can show later that this history still stands: holdfast verify CHECKPOINT\n'
  )
}
