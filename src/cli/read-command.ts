/** `holdfast read FILE…`: what each document says, in one result; a file that cannot be read does not cost the others. */
import { type Reading, readingCsv, readingJson, summariseNotices } from '../api/index.ts'
import type { CommandLine } from './command-line.ts'
import { describeOrigin } from './describe-origin.ts'
import { cleanForTerminal } from './display-width.ts'
import type { Engine } from './engine.ts'
import { EXIT_OK, exitCodeOf } from './exit-code.ts'
import {
  checkInterrupted,
  type Loading,
  loadDocument,
  pauseForSignals,
  startLoading,
} from './load-documents.ts'
import { checkOutput, writeResult } from './output.ts'
import { readingText } from './reading-text.ts'
import { describeError } from './report-error.ts'
import type { Terminal } from './terminal.ts'

/** Resolves to the exit code: that of the first file that failed. */
export async function runRead(line: CommandLine, terminal: Terminal, engine: Engine): Promise<number> {
  if (line.output !== null) await checkOutput(line.output, [...line.files, line.groupsFile])
  const loading = startLoading(line, terminal, engine)
  const readings: Reading[] = []
  let exitCode = EXIT_OK
  for (const file of line.files) {
    try {
      readings.push(await readOne(file, loading))
    } catch (error) {
      checkInterrupted(terminal.signal)
      terminal.stderr.write(describeError(error, file))
      if (exitCode === EXIT_OK) exitCode = exitCodeOf(error)
    }
  }
  if (readings.length > 0) await writeResult(await render(readings, line, terminal), line.output, terminal)
  return exitCode
}

async function readOne(file: string, loading: Loading): Promise<Reading> {
  const named = await loadDocument(file, loading)
  if (!loading.isQuiet) printNotices(named.file, named.document.notices, loading.terminal)
  await pauseForSignals(loading.terminal.signal)
  return loading.engine.read(named)
}

/** What a document's reader should know goes to standard error, so that the result stays the result. */
export function printNotices(
  file: string,
  notices: readonly { message: string }[],
  terminal: Terminal,
): void {
  for (const message of summariseNotices(notices))
    terminal.stderr.write(`holdfast: note: ${cleanForTerminal(file)}: ${cleanForTerminal(message)}\n`)
}

async function render(
  readings: readonly Reading[],
  line: CommandLine,
  terminal: Terminal,
): Promise<string | Iterable<string>> {
  const { kinds } = line
  if (line.format === 'json') return readingJson(readings)
  if (line.format === 'html') {
    const { renderReadingPage } = await import('../site/index.ts')
    return renderReadingPage(readings, describeOrigin())
  }
  if (line.format === 'csv') {
    if (kinds === null) return readingCsv(readings)
    return readingCsv(
      readings.map((reading) => ({
        ...reading,
        statements: reading.statements.filter(({ kind }) => kinds.includes(kind)),
      })),
    )
  }
  return readingText(readings, {
    width: line.output === null ? terminal.columns : 80,
    style: terminal.style,
    kinds,
    isAll: line.isAll,
  })
}
