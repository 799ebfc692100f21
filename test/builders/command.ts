/** Runs a command in this process and keeps what it prints. */
import { run } from '../../src/cli/run.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { plainStyle } from '../../src/cli/text-style.ts'

export interface Printed {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface CommandFacts {
  readonly columns?: number
  readonly signal?: AbortSignal
}

/** `words` as typed after `holdfast`; plain text, no colour, no progress bar, no environment. */
export async function runCommand(
  words: readonly string[],
  { columns = 100, signal = new AbortController().signal }: CommandFacts = {},
): Promise<Printed> {
  const printed = { out: '', err: '' }
  const keep = (name: 'out' | 'err'): Terminal['stdout'] => ({
    write(chunk, done) {
      printed[name] += chunk
      done?.()
      return true
    },
  })
  const terminal: Terminal = {
    stdout: keep('out'),
    stderr: keep('err'),
    columns,
    style: plainStyle,
    progressColumns: null,
    environment: {},
    signal,
  }
  return { code: await run([...words], terminal), ...printed }
}
