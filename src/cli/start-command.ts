/** `holdfast start`: the public pages of the tracker in the record, until Ctrl-C. */
import { today } from './clock.ts'
import type { CommandLine } from './command-line.ts'
import { cleanForTerminal } from './display-width.ts'
import { heldTexts } from './documents/kept-copies.ts'
import { EXIT_OK } from './exit-code.ts'
import { loadSynonyms } from './load-synonyms.ts'
import { parsePublicAddress } from './public-address.ts'
import { withRecord } from './record.ts'
import { parsePort } from './serve-command.ts'
import type { Terminal } from './terminal.ts'

/** The port is opened before the record, so that one that is taken is said at once. */
export async function runStart(_line: CommandLine, terminal: Terminal): Promise<number> {
  const { environment, signal, stdout } = terminal
  const address = { host: environment.HOST || '127.0.0.1', port: parsePort(environment.PORT) }
  const publicAddress = parsePublicAddress(environment.HOLDFAST_ADDRESS)
  const loading = import('../site/index.ts')
  return withRecord(terminal, async (ledger) => {
    const { findShareImages, serveTracker } = await loading
    const shareImages = findShareImages()
    const reader = await ledger.openReader({ synonyms: loadSynonyms })
    const { settings } = await reader.readHead()
    const server = await serveTracker({
      reader,
      today,
      texts: heldTexts(ledger),
      ...(shareImages === null ? {} : { shareImages }),
      ...address,
      ...(publicAddress === undefined ? {} : { address: publicAddress }),
    })
    stdout.write(
      `${cleanForTerminal(settings.title)} is open at ${server.url}\nIts record is kept in ${ledger.place}. Ctrl-C ends it.\n`,
    )
    if (!signal.aborted)
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    await server.close()
    return EXIT_OK
  })
}
