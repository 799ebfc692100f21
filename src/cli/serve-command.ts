/** `holdfast serve`: the local page, until Ctrl-C. */
import { version } from '../../package.json'
import { UsageError } from '../model/index.ts'
import type { CommandLine } from './command-line.ts'
import type { Engine } from './engine.ts'
import { EXIT_OK } from './exit-code.ts'
import { toParseLimits } from './limits.ts'
import { describeError } from './report-error.ts'
import type { Terminal } from './terminal.ts'

/** Resolves when it was asked to end, which is how a server ends well. */
export async function runServe(line: CommandLine, terminal: Terminal, engine: Engine): Promise<number> {
  const { serveLocal } = await import('../site/index.ts')
  const { environment, signal, stderr, stdout } = terminal
  const server = await serveLocal({
    engine,
    version,
    host: environment.HOST || '127.0.0.1',
    port: parsePort(environment.PORT),
    limits: toParseLimits(line.limits),
    onBug: (error) => stderr.write(describeError(error)),
    today: () => new Date().toISOString().slice(0, 10),
  })
  stdout.write(
    `Holdfast is open at ${server.url}\nNothing you give it is stored or sent anywhere. Ctrl-C ends it.\n`,
  )
  if (!signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  await server.close()
  return EXIT_OK
}

/** Null for an unset PORT. Throws UsageError where it is no port. */
export function parsePort(text: string | undefined): number | null {
  if (text === undefined || text === '') return null
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new UsageError('option_invalid', `PORT is "${text}", and a port is a whole number up to 65535.`)
}
