/** The entry point: the one place that reads arguments and environment, hears signals and sets the exit code. */
import { EXIT_INTERRUPTED } from './exit-code.ts'
import { run } from './run.ts'
import type { Terminal } from './terminal.ts'
import { plainStyle, terminalStyle } from './text-style.ts'

const { argv, env, stderr, stdout } = process

// A reader that goes away early (`| head`) shows as an error of the write itself, which is where it is dealt with.
for (const stream of [stdout, stderr]) stream.on('error', () => undefined)

const interrupt = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    // A second one means that stopping takes too long for the person.
    if (interrupt.signal.aborted) process.exit(EXIT_INTERRUPTED)
    interrupt.abort()
  })

const terminal: Terminal = {
  stdout,
  stderr,
  columns: stdout.isTTY ? Math.max(20, stdout.columns || 80) : 80,
  style: stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb' ? terminalStyle : plainStyle,
  progressColumns: stderr.isTTY && env.TERM !== 'dumb' ? stderr.columns || 80 : null,
  environment: env,
  signal: interrupt.signal,
}

// Not awaited here: a script (scripts/quick-start.mjs) has no await at its top.
void run(argv.slice(2), terminal).then((code) => {
  process.exitCode = code
})
