// Runs whole commands as a user would, and watches what they need: time by the clock, and the largest memory that the
// process and its children held.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export interface CommandRun {
  readonly seconds: number
  /** Sum of the peaks of all its processes, in MB; null where the platform does not tell. */
  readonly megabytes: number | null
  readonly exitCode: number | null
  readonly stdoutBytes: number
  /** Seconds until the first byte on stdout; null when nothing came. */
  readonly firstOutput: number | null
}

function childrenOf(pid: number): number[] {
  try {
    const own = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number)
    return own.flatMap((child) => [child, ...childrenOf(child)])
  } catch {
    return [] // the process ended between two looks, or this is not Linux
  }
}

function peakOf(pid: number): number | null {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return line ? Number(line[1]) / 1024 : null
  } catch {
    return null // ended, or not Linux
  }
}

function watchMemory(child: ChildProcess): () => number | null {
  const peaks = new Map<number, number>()
  const look = () => {
    if (child.pid === undefined) return
    for (const pid of [child.pid, ...childrenOf(child.pid)]) {
      const peak = peakOf(pid)
      if (peak !== null) peaks.set(pid, Math.max(peak, peaks.get(pid) ?? 0))
    }
  }
  const timer = setInterval(look, 40)
  return () => {
    clearInterval(timer)
    return peaks.size === 0 ? null : [...peaks.values()].reduce((sum, peak) => sum + peak, 0)
  }
}

export interface RunOptions {
  /** Held to one core, on Linux where taskset is there. */
  readonly oneCore?: boolean
  /** To look at its memory takes time on the other core: not where that is used too. */
  readonly isTimedAlone?: boolean
}

/** Runs the command to its end. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<CommandRun> {
  const full = options.oneCore ? ['taskset', '-c', '0', command, ...args] : [command, ...args]
  return new Promise((resolve, reject) => {
    const from = performance.now()
    const child = spawn(full[0] ?? command, full.slice(1), { stdio: ['ignore', 'pipe', 'ignore'] })
    const stopWatching = options.isTimedAlone ? () => null : watchMemory(child)
    let stdoutBytes = 0
    let firstOutput: number | null = null
    child.stdout.on('data', (chunk: Buffer) => {
      firstOutput ??= (performance.now() - from) / 1000
      stdoutBytes += chunk.length
    })
    child.on('error', reject)
    child.on('close', (exitCode) => {
      resolve({
        seconds: (performance.now() - from) / 1000,
        megabytes: stopWatching(),
        exitCode,
        stdoutBytes,
        firstOutput,
      })
    })
  })
}

/** Runs Holdfast with these words, as `npm run holdfast` does when everything is built. */
export function runHoldfast(words: readonly string[], options: RunOptions = {}): Promise<CommandRun> {
  const [, command = ''] = (
    JSON.parse(readFileSync('package.json', 'utf8')).scripts.holdfast as string
  ).split(' && ')
  const [, ...flags] = command.split(' ')
  const script = flags.pop() ?? ''
  return runCommand(process.execPath, [...flags, resolve(script), ...words], options)
}
