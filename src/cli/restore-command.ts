/** `holdfast restore FILE`: brings a backup into an empty record, all of it or nothing. */
import { open } from 'node:fs/promises'
import { UsageError } from '../model/index.ts'
import type { CommandLine } from './command-line.ts'
import { EXIT_OK } from './exit-code.ts'
import { writeResult } from './output.ts'
import { withRecord } from './record.ts'
import type { Terminal } from './terminal.ts'
import { describeWhole } from './verify-command.ts'

export async function runRestore(line: CommandLine, terminal: Terminal): Promise<number> {
  const [file = ''] = line.files // the command line saw to it that there is one
  const archive = await openArchive(file)
  try {
    const verification = await withRecord(terminal, (ledger) => ledger.restoreBackup(archive), {
      isBare: true,
    })
    await writeResult(describeWhole(verification), null, terminal)
    return EXIT_OK
  } finally {
    await archive.close()
  }
}

async function openArchive(file: string) {
  const handle = await open(file).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT')
      throw new UsageError(
        'file_not_found',
        `There is no file ${file}. Check the spelling, or give the whole path.`,
      )
    throw new UsageError(
      'file_not_readable',
      `${file} cannot be read (${String(code)}). Change its permissions, or copy it.`,
    )
  })
  const stats = await handle.stat()
  if (stats.isFile()) return handle
  await handle.close()
  throw new UsageError(
    'file_is_a_folder',
    `${file} is no file. Name the archive that \`holdfast backup\` wrote.`,
  )
}
