/** One process that tries broken files, held to time and memory, and made anew when it is lost. */
import { type ChildProcess, fork } from 'node:child_process'
import type { SentFile } from './fuzz-child.ts'
import type { Outcome } from './outcome.ts'

/** Megabytes of V8's heap; seconds for one file. */
export interface FuzzLimits {
  readonly memory: number
  readonly seconds: number
}

export class FuzzRunner {
  private child: ChildProcess | null = null
  private stderr = ''
  private readonly entry: string
  private readonly limits: FuzzLimits

  /** @param entry the built fuzz-child.js */
  constructor(entry: string, limits: FuzzLimits) {
    this.entry = entry
    this.limits = limits
  }

  /** What became of `file`. Never rejects for what the file does. */
  try(file: SentFile): Promise<Outcome> {
    const child = this.child ?? this.start()
    return new Promise((resolve) => {
      const settle = (outcome: Outcome, isAlive: boolean) => {
        clearTimeout(timer)
        child.removeAllListeners('message').removeAllListeners('exit')
        if (!isAlive) this.stop()
        resolve(outcome)
      }
      const timer = setTimeout(() => settle({ kind: 'hung' }, false), this.limits.seconds * 1000)
      // What the child sends is an Outcome: fuzz-child.ts sends nothing else.
      child.once('message', (outcome) => settle(outcome as Outcome, true))
      child.once('exit', () =>
        settle(
          { kind: 'lost', isMemory: /out of memory|Allocation failed/.test(this.stderr), what: this.stderr },
          false,
        ),
      )
      child.send(file)
    })
  }

  stop(): void {
    this.child?.kill('SIGKILL')
    this.child = null
  }

  private start(): ChildProcess {
    const child = fork(this.entry, [], {
      execArgv: [`--max-old-space-size=${this.limits.memory}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.stderr = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr = (this.stderr + text).slice(-4000)
    })
    this.child = child
    return child
  }
}
