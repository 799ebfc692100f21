/** `holdfast tracker [FOLDER]`: a tracker's public pages from its content files, until Ctrl-C. */
import { createMemoryReader, eventsFromContent, foldEvents } from '../tracker/index.ts'
import { today } from './clock.ts'
import type { CommandLine } from './command-line.ts'
import { cleanForTerminal } from './display-width.ts'
import { EXIT_OK } from './exit-code.ts'
import { beginningOf, findFlagship, keeperOf, loadContent } from './load-content.ts'
import { loadSynonyms } from './load-synonyms.ts'
import { parsePublicAddress } from './public-address.ts'
import { parsePort } from './serve-command.ts'
import type { Terminal } from './terminal.ts'

/** Content with problems is not shown: each is printed, and `content_invalid` thrown. */
export async function runTracker(line: CommandLine, terminal: Terminal): Promise<number> {
  const { environment, signal, stdout } = terminal
  const publicAddress = parsePublicAddress(environment.HOLDFAST_ADDRESS)
  const content = await loadContent(line.files[0] ?? (await findFlagship()), 'shown', terminal)
  const { settings } = content
  const recording = { recordedAt: beginningOf(settings), by: keeperOf(settings), reason: '' }
  const events = eventsFromContent(content, foldEvents([]), recording)
  const { serveTracker } = await import('../site/index.ts')
  const server = await serveTracker({
    reader: createMemoryReader({ events, synonyms: loadSynonyms }),
    today,
    ...(publicAddress === undefined ? {} : { address: publicAddress }),
    host: environment.HOST || '127.0.0.1',
    port: parsePort(environment.PORT),
  })
  stdout.write(`${cleanForTerminal(settings.title)} is open at ${server.url}\nCtrl-C ends it.\n`)
  if (!signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  await server.close()
  return EXIT_OK
}
