/** `holdfast check [FOLDER…]`: checks content folders, printing every problem with its file and line. */
import { SourceError } from '../model/index.ts'
import { type Content, checkContent, describeProblem, parseContent } from '../tracker/index.ts'
import { lastDayAnywhere } from './clock.ts'
import type { CommandLine } from './command-line.ts'
import { listTrackers, readContentFolder } from './content-folder.ts'
import { type CoverageReport, reportCoverage } from './coverage-check.ts'
import { cleanForTerminal } from './display-width.ts'
import { EXIT_OK } from './exit-code.ts'
import { writeResult } from './output.ts'
import type { Terminal } from './terminal.ts'

/** Without a folder, the trackers that come with Holdfast are checked. Throws `content_invalid` after all problems. */
export async function runCheck(line: CommandLine, terminal: Terminal): Promise<number> {
  const folders = line.files.length > 0 ? line.files : await listTrackers()
  // What comes with Holdfast is checked as it is, also where a machine's clock is behind.
  const latest = line.files.length > 0 ? lastDayAnywhere() : null
  let count = 0
  for (const folder of folders) {
    const content = parseContent(await readContentFolder(folder))
    const problems = [...content.problems, ...checkContent(content, latest)].map(describeProblem)
    const coverage = problems.length > 0 ? NOTHING_COMPARED : reportCoverage(content)
    problems.push(...coverage.problems)
    count += problems.length
    const lines = problems.length > 0 ? problems : [`${folder}: nothing wrong. ${countRecords(content)}.`]
    await writeResult(
      [...lines, ...coverage.known].map((each) => `${cleanForTerminal(each)}\n`).join(''),
      null,
      terminal,
    )
  }
  if (count === 0) return EXIT_OK
  throw new SourceError(
    'content_invalid',
    `${count} ${count === 1 ? 'problem' : 'problems'} in the content. Each line above names file and line, and what to write there.`,
  )
}

const NOTHING_COMPARED: CoverageReport = { problems: [], known: [] }

/** "412 records: 14 topic, 60 source…", most first. */
function countRecords({ records }: Content): string {
  const counts = new Map<string, number>()
  for (const { type } of records) counts.set(type, (counts.get(type) ?? 0) + 1)
  const parts = [...counts].sort(([, one], [, other]) => other - one)
  if (parts.length === 0) return 'There is no record in it yet'
  return `${records.length} ${records.length === 1 ? 'record' : 'records'}: ${parts.map(([type, count]) => `${count} ${type}`).join(', ')}`
}
