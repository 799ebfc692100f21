/** `holdfast tracker [FOLDER]`: a tracker's public pages from its content files, until Ctrl-C. */
import { parsePlainDate, SourceError } from '../model/index.ts'
import { DEFAULT_GROUPS } from '../reading/index.ts'
import {
  checkContent,
  createMemoryReader,
  describeProblem,
  eventsFromContent,
  foldEvents,
  parseContent,
  synonymsOfGroups,
} from '../tracker/index.ts'
import type { CommandLine } from './command-line.ts'
import { FLAGSHIP, listTrackers, readContentFolder } from './content-folder.ts'
import { cleanForTerminal } from './display-width.ts'
import { EXIT_OK } from './exit-code.ts'
import { parsePort } from './serve-command.ts'
import type { Terminal } from './terminal.ts'

/** Content with problems is not shown: each is printed, and `content_invalid` thrown. */
export async function runTracker(line: CommandLine, terminal: Terminal): Promise<number> {
  const { environment, signal, stdout } = terminal
  const { settings, events } = await loadTracker(line.files[0] ?? (await findFlagship()), terminal)
  const { serveTracker } = await import('../site/index.ts')
  const server = await serveTracker({
    reader: createMemoryReader({ events, synonyms: synonymsOfGroups(DEFAULT_GROUPS) }),
    today,
    host: environment.HOST || '127.0.0.1',
    port: parsePort(environment.PORT),
  })
  stdout.write(`${cleanForTerminal(settings.title)} is open at ${server.url}\nCtrl-C ends it.\n`)
  if (!signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  await server.close()
  return EXIT_OK
}

const findFlagship = async (): Promise<string> =>
  (await listTrackers()).find((folder) => folder.endsWith(FLAGSHIP)) ?? FLAGSHIP

async function loadTracker(folder: string, { stderr }: Terminal) {
  const content = parseContent(await readContentFolder(folder))
  const problems = [...content.problems, ...checkContent(content)].map(describeProblem)
  const { settings } = content
  if (settings === null || problems.length > 0) {
    stderr.write(problems.map((problem) => `${cleanForTerminal(problem)}\n`).join(''))
    throw new SourceError(
      'content_invalid',
      `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the content of ${folder}, so it is not shown. Each line above names file and line, and what to write there.`,
    )
  }
  const recording = { recordedAt: `${settings.recordedOn}T00:00:00.000Z`, by: settings.keeper, reason: '' }
  return { settings, events: eventsFromContent(content, foldEvents([]), recording) }
}

/** The day by this machine's clock. */
function today() {
  const now = new Date()
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  )
  const date = parsePlainDate(day.join('-'))
  if (date === null) throw new Error(`the clock says ${now}, which is no day`)
  return date
}
