/** Runs the built command as a person does, in a folder of its own, and says how it ended. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const command = resolve(import.meta.dirname, '../../bin/holdfast.mjs')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd: string
  readonly environment?: Record<string, string>
}

export const startCommand = (words: readonly string[], options: RunOptions): ChildProcess =>
  startProgram(command, words, options)

/** The same with another file in the command's place. */
export function startProgram(
  program: string,
  words: readonly string[],
  { cwd, environment }: RunOptions,
): ChildProcess {
  const { NO_COLOR: _, HOST: __, PORT: ___, ...inherited } = process.env
  return spawn(process.execPath, [program, ...words], { cwd, env: { ...inherited, ...environment } })
}

export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr?.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
}

/** The address that a command which opens pages prints; fails where it ends without one. */
export function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    child.stdout?.on('data', (chunk) => {
      const address = /http:\S+/.exec(String(chunk))?.[0]
      if (address !== undefined) found(address)
    })
    child.on('error', fail)
    child.on('exit', (code) => fail(new Error(`It ended with ${code} and opened nothing`)))
  })
}

export const runCommand = (words: readonly string[], options: RunOptions): Promise<Ended> =>
  ended(startCommand(words, options))

export const RIVERS_REPORT = `# Rivers for all

The Rivers Commission, 1 March 2024

## Recommendations

Recommendation 1: The Commission recommends that every water company publish its spills by 2026.

Recommendation 2: The Government should put up signs at every bathing place.

Recommendation 3: The Government should plant trees along the upper Tarn.
`

export const RIVERS_RESPONSE = `# Government response to Rivers for all

Department for Rivers, 4 June 2024

## Recommendation 1

We accept this recommendation. We will give £2 million to anglers by March 2026.

## Recommendation 2

We do not accept this recommendation. Councils already put up signs.
`

/** A new folder with a report, its response and some files that cannot be read. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-cli-'))
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
  write('report.md', RIVERS_REPORT)
  write('response.md', RIVERS_RESPONSE)
  write('empty.txt', '')
  write(
    'noise.pdf',
    Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3)) % 256),
  )
  write('broken.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog')
  const paragraph = `${'We will plant trees. Councils must publish a plan. '.repeat(20)}\n\n`
  write('some.txt', paragraph.repeat(40))
  write('many.txt', paragraph.repeat(400))
  return folder
}
