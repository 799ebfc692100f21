/** A process that writes to a ledger for as long as it lives, so that a test can end it at any moment. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { lexiconPlugin } from '../../scripts/lexicon-plugin.mjs'
import { programPlugin } from '../../scripts/program-plugin.mjs'
import { yamlPlugin } from '../../scripts/yaml-plugin.mjs'
import { root } from '../architecture/source-files.ts'

/** Reads every write as a page of the site would. Says "open <milliseconds> <problems>", then the id of each record once its write was acknowledged. */
const PROGRAM = `
  import { writeSync } from 'node:fs'
  import { openLedger } from './src/ledger/index.ts'
  const settings = { id: 'kills', title: 'Kills', summary: 'None', place: 'None', keeper: 'None', recordedOn: '2026-01-31', verdicts: [] }
  const TRACKER = { by: 'A test', action: 'recorded', type: 'tracker', id: 'kills', reason: null, body: settings, seen: null }
  const say = (line) => writeSync(1, line + '\\n')
  const [folder, name, binaries] = process.argv.slice(2)
  const start = performance.now()
  try {
    const ledger = await openLedger({ folder, binaries: binaries || null })
    const time = Math.round(performance.now() - start)
    const { problems } = await ledger.verify()
    if ((await ledger.findTracker()) === null) await ledger.append([TRACKER])
    const reader = await ledger.openReader()
    say(['open', time, problems.length].join(' '))
    for (let number = 1; ; number++) {
      const id = name + '-' + number
      const documents = number % 3 === 0 ? [Buffer.alloc(20_000, id)] : []
      const body = { id, title: id, order: 1, summary: 'x'.repeat(500), whyItMatters: 'None', formerIds: [], cites: [] }
      await ledger.append([{ by: 'A test', action: 'recorded', type: 'topic', id, reason: null, body, seen: null, documents }])
      say(id)
      // What was acknowledged is on the next page. A page that says that the record is away ends the program, as an error does.
      const { head, state } = await reader.readPart({ kind: 'record', type: 'topic', id }, null)
      if (head.staleSince !== null) throw Object.assign(new Error('the page says so'), { code: 'database_unreachable' })
      if (!state.records.topic.has(id)) throw new Error(id + ' was written and is not shown')
    }
  } catch (error) {
    say('error ' + (error.code ?? error.stack))
    process.exitCode = 1
  }`

export interface WriterProgram {
  start(folder: string, name: string, binaries: string | null): Writer
  remove(): void
}

export interface Writer {
  readonly process: ChildProcess
  /** Ids whose writes were acknowledged so far. */
  readonly acknowledged: readonly string[]
  /** The "open" line, once there is one; or the "error" line. */
  readonly opened: Promise<string>
  /** The "error" line, if it came to that, when the process has ended. */
  readonly ended: Promise<string | null>
}

/** Built under node_modules, where the packages it needs can be found. */
export async function buildWriter(): Promise<WriterProgram> {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'holdfast-writer-'))
  const outfile = join(folder, 'writer.mjs')
  await build({
    stdin: { contents: PROGRAM, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
    plugins: [programPlugin.esbuild(), lexiconPlugin.esbuild(), yamlPlugin.esbuild()],
  })
  return {
    start: (place, name, binaries) => follow(spawn(process.execPath, [outfile, place, name, binaries ?? ''])),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function follow(child: ChildProcess): Writer {
  const acknowledged: string[] = []
  let error: string | null = null
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    error ??= text
  })
  const lines = createInterface({ input: child.stdout! }) // it was spawned with pipes
  const opened = new Promise<string>((done) => {
    lines.on('line', (line) => {
      if (line.startsWith('open')) done(line)
      else if (line.startsWith('error')) {
        error = line
        done(line)
      } else acknowledged.push(line)
    })
    lines.on('close', () => done('closed'))
  })
  const ended = new Promise<string | null>((done) => {
    child.on('close', () => done(error))
  })
  return { process: child, acknowledged, opened, ended }
}
