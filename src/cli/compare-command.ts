/** `holdfast compare REPORT RESPONSE`: the table of recommendations and replies. */
import { type ComparedPair, comparisonCsv, type NamedDocument, presentComparison } from '../api/index.ts'
import type { CommandLine } from './command-line.ts'
import { comparisonText } from './comparison-text.ts'
import { describeOrigin } from './describe-origin.ts'
import type { Engine } from './engine.ts'
import { EXIT_OK, exitCodeOf } from './exit-code.ts'
import { loadDocument, pauseForSignals, startLoading } from './load-documents.ts'
import { checkOutput, writeResult } from './output.ts'
import { printNotices } from './read-command.ts'
import { describeError } from './report-error.ts'
import type { Terminal } from './terminal.ts'

/** Resolves to the exit code. Both files are tried, so that one run tells all that is wrong with the two. */
export async function runCompare(line: CommandLine, terminal: Terminal, engine: Engine): Promise<number> {
  if (line.output !== null) await checkOutput(line.output, [...line.files, line.groupsFile])
  const loading = startLoading(line, terminal, engine)
  const documents = []
  let exitCode = EXIT_OK
  // Each in a process of its own, at once: on two cores the response costs no time of its own.
  const loads = line.files.map((file) => ({ file, loaded: loadDocument(file, loading) }))
  await Promise.all([
    readMeanwhile(
      loads.map(({ loaded }) => loaded),
      engine,
    ),
    ...loads.map(({ loaded }) => settle(loaded)),
  ])
  for (const { file, loaded } of loads) {
    try {
      const named = await loaded
      if (!line.isQuiet) printNotices(file, named.document.notices, terminal)
      documents.push(named)
    } catch (error) {
      if (terminal.signal.aborted) throw error
      terminal.stderr.write(describeError(error, file))
      if (exitCode === EXIT_OK) exitCode = exitCodeOf(error)
    }
  }
  const [report, response] = documents
  if (exitCode !== EXIT_OK || report === undefined || response === undefined) return exitCode
  if (!line.isQuiet && report.document.sha256 === response.document.sha256)
    terminal.stderr.write(
      'holdfast: note: the report and the response are the same document. If that was a slip, name the other one.\n',
    )
  await pauseForSignals(terminal.signal)
  const pair = await engine.compare(report, response)
  await writeResult(await render(pair, line, terminal), line.output, terminal)
  return EXIT_OK
}

/** Longest response, in units of text, that is read meanwhile: for half a second nobody looks after the other process. */
const SHORT = 300_000

/** Reads the response while another process still parses the report: the comparison asks for what it says. */
async function readMeanwhile(
  [report, response]: readonly Promise<NamedDocument>[],
  engine: Engine,
): Promise<void> {
  let isReportThere = false
  const note = () => {
    isReportThere = true
  }
  report?.then(note, note)
  const named = await response?.catch(() => null)
  if (named && !isReportThere && named.document.text.length <= SHORT) await engine.read(named)
}

const settle = (work: Promise<unknown>): Promise<unknown> => work.catch(() => null)

async function render(pair: ComparedPair, line: CommandLine, terminal: Terminal): Promise<string> {
  if (line.format === 'json') return `${JSON.stringify(presentComparison(pair), null, 2)}\n`
  if (line.format === 'csv') return comparisonCsv(pair, line.only ?? undefined)
  if (line.format === 'html') {
    const { renderComparisonPage } = await import('../site/index.ts')
    return renderComparisonPage(pair, describeOrigin())
  }
  const width = line.output === null ? terminal.columns : 80
  return comparisonText(pair, { width, style: terminal.style, only: line.only })
}
