// Records to measure with, and the site that serves one, as its own process.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { generateRecord } from './generated-record.ts'
import { loadRecord } from './load-record.ts'

const command = resolve('bin/holdfast.mjs')

/** Statements of each record that is measured: HOLDFAST_BENCH_SIZES, or what is quick. */
export function sizesToMeasure(): number[] {
  const asked = (process.env.HOLDFAST_BENCH_SIZES ?? '1000,10000').split(',').map(Number)
  return asked.filter((size) => Number.isSafeInteger(size) && size > 0)
}

/** Where records are made; HOLDFAST_BENCH_DATA keeps them for the next run, since the largest takes long. */
const parent = () => process.env.HOLDFAST_BENCH_DATA ?? mkdtempSync(join(tmpdir(), 'holdfast-bench-'))
const folders = new Map<number, string>()

/** The data folder of a record of so many statements, made when it is not there. */
export async function recordOf(statements: number): Promise<string> {
  const folder = folders.get(statements) ?? join(parent(), `statements-${statements}`)
  folders.set(statements, folder)
  const mark = `${folder}.complete`
  if (existsSync(mark)) return folder
  rmSync(folder, { recursive: true, force: true })
  await loadRecord(folder, generateRecord(statements, 1, 2000))
  writeFileSync(mark, '')
  return folder
}

export interface ServedSite {
  readonly url: string
  /** Milliseconds from the start of the process to the first page. */
  readonly firstPage: number
  /** Largest memory that the process held so far, in MB; null where the platform does not tell. */
  peak(): number | null
  end(): Promise<void>
}

/** Starts `holdfast start` on the record in `folder` and waits for its first page. */
export async function serveRecord(folder: string): Promise<ServedSite> {
  const from = performance.now()
  const environment = {
    ...process.env,
    HOLDFAST_DATA: folder,
    DATABASE_URL: '',
    PORT: '0',
    HOST: '127.0.0.1',
  }
  const child = spawn(process.execPath, [command, 'start'], { env: environment })
  const url = await addressOf(child)
  await (await fetch(url)).text()
  return {
    url: url.replace(/\/$/, ''),
    firstPage: performance.now() - from,
    peak: () => peakOf(child.pid),
    end: () =>
      new Promise((done) => {
        child.once('close', () => done())
        child.kill('SIGTERM')
      }),
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let told = ''
    const hear = (chunk: Buffer) => {
      told += String(chunk)
      const found = /open at (http:\S+)/.exec(told)?.[1]
      if (found) done(found)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('close', () => fail(new Error(`the site ended: ${told}`)))
  })
}

function peakOf(pid: number | undefined): number | null {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return line ? Number(line[1]) / 1024 : null
  } catch {
    return null // not Linux
  }
}
