/** `holdfast backup FILE`: the whole record as one archive, which appears whole or not at all. */
import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { writeCheckpoint } from '../ledger/index.ts'
import { MachineError } from '../model/index.ts'
import type { CommandLine } from './command-line.ts'
import { EXIT_OK } from './exit-code.ts'
import { checkOutput, explainOutput, writeResult } from './output.ts'
import { withRecord } from './record.ts'
import type { Terminal } from './terminal.ts'

export async function runBackup(line: CommandLine, terminal: Terminal): Promise<number> {
  const [file = ''] = line.files // the command line saw to it that there is one
  await checkOutput(file)
  const { checkpoint, documents } = await withRecord(terminal, (ledger) =>
    writeWhole(file, terminal.signal, (sink) => ledger.writeBackup(sink)),
  )
  await writeResult(
    `${file}: ${checkpoint.size} events and ${documents} documents, up to checkpoint ${writeCheckpoint(checkpoint)}\n`,
    null,
    terminal,
  )
  return EXIT_OK
}

type Sink = (bytes: Uint8Array) => Promise<void>

/** Beside its place, flushed, then renamed over it; what is half done is taken away again. */
async function writeWhole<Result>(
  file: string,
  signal: AbortSignal,
  write: (sink: Sink) => Promise<Result>,
): Promise<Result> {
  const draft = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.part`)
  const told = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw explainOutput(error, file)
    })
  const handle = await told(open(draft, 'wx'))
  try {
    const result = await write(async (bytes) => {
      if (signal.aborted)
        throw new MachineError('interrupted', 'Stopped before the end. Nothing was written.')
      await told(handle.writeFile(bytes))
    })
    await told(handle.sync())
    await told(rename(draft, file))
    return result
  } finally {
    await handle.close()
    await rm(draft, { force: true })
  }
}
