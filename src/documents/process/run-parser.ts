/** The parent's side: starts the process that parses, holds it to time and memory, and ends it in every case. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { type DocumentText, LimitError, SourceError } from '../../model/index.ts'
import type { ParseLimits, ParseOptions, SourceFile } from '../source.ts'
import { parserCommand } from './command.ts'
import { decodeError, interrupted, type ParserAnswer } from './messages.ts'

/** Milliseconds between two looks at the memory of the process. */
const LOOK_EVERY = 200
/** Memory outside V8's heap (the bytes themselves, buffers) may come to this share on top of the limit. */
const OUTSIDE_HEAP = 0.5
const STDERR_KEPT = 4_000

/** How a run ended before its answer. */
type Ending =
  | { readonly kind: 'stopped'; readonly error: Error }
  | { readonly kind: 'gone'; readonly code: number | null; readonly signal: string | null }

/**
 * Parses `source` in a process of its own, started from the built file `entry`. Rejects with what the parser threw, or
 * LimitError `parser_out_of_time` or `parser_out_of_memory`, SourceError `parser_lost`, MachineError `interrupted`.
 */
export async function runParser(
  entry: string,
  source: SourceFile,
  limits: ParseLimits,
  options: ParseOptions,
): Promise<DocumentText> {
  if (options.signal?.aborted) throw interrupted(source)
  const isIsolated = process.platform === 'linux'
  const first = new ParserRun(entry, source, limits, options, isIsolated)
  try {
    return await first.done
  } catch (error) {
    if (!isIsolated || !first.couldNotIsolate) throw error
    // Namespaces are switched off on many systems: then only the lock inside the process is left.
    return await new ParserRun(entry, source, limits, options, false).done
  }
}

class ParserRun {
  readonly done: Promise<DocumentText>
  private readonly child: ChildProcess
  private readonly source: SourceFile
  private readonly limits: ParseLimits
  private stderr = ''
  private hasAnswered = false
  private isIsolated: boolean

  constructor(
    entry: string,
    source: SourceFile,
    limits: ParseLimits,
    options: ParseOptions,
    isIsolated: boolean,
  ) {
    this.source = source
    this.limits = limits
    this.isIsolated = isIsolated
    const { command, args, env } = parserCommand(entry, limits, isIsolated)
    this.child = spawn(command, args, {
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      windowsHide: true,
    })
    this.done = this.follow(options)
  }

  /** The process ended in `unshare`, before Node began. */
  get couldNotIsolate(): boolean {
    return !this.hasAnswered && this.isIsolated && (this.stderr.startsWith('unshare:') || !this.child.pid)
  }

  private follow(options: ParseOptions): Promise<DocumentText> {
    const { child } = this
    return new Promise((resolve, reject) => {
      const kill = () => child.kill('SIGKILL')
      const stop = (error: Error) => end({ kind: 'stopped', error })
      const timer = setTimeout(() => stop(this.outOfTime()), this.limits.seconds * 1000)
      const watch = setInterval(() => void this.checkMemory(stop), LOOK_EVERY)
      const onAbort = () => stop(interrupted(this.source))
      options.signal?.addEventListener('abort', onAbort)
      process.once('exit', kill)
      const settle = () => {
        clearTimeout(timer)
        clearInterval(watch)
        options.signal?.removeEventListener('abort', onAbort)
        process.off('exit', kill)
      }
      const end = (ending: Ending) => {
        settle()
        kill()
        reject(ending.kind === 'stopped' ? ending.error : this.explainLoss(ending))
      }
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        this.stderr = (this.stderr + text).slice(0, STDERR_KEPT)
      })
      child.on('error', () => end({ kind: 'gone', code: null, signal: null }))
      // 'close' comes after 'exit', when all that the process wrote has arrived.
      child.on('close', (code, signal) => end({ kind: 'gone', code, signal }))
      child.on('message', (message) => {
        this.hasAnswered = true
        // Advanced serialisation hands over what serve-parser.ts sent, which is this type and nothing else.
        const answer = message as ParserAnswer
        if (answer.type === 'progress') {
          options.onProgress?.(answer.progress)
          return
        }
        settle()
        if (answer.type === 'document') resolve(answer.document)
        else if (answer.type === 'error') reject(decodeError(answer.error))
        else reject(new Error(`The parser failed on ${this.source.name}: ${answer.stack}`))
      })
      // A process that is gone already shows as 'close', not here.
      child.send({ source: this.source, limits: this.limits }, () => {})
    })
  }

  /** Memory as the system counts it; only Linux tells it cheaply. Elsewhere the limit on V8's heap stands alone. */
  private async checkMemory(stop: (error: Error) => void): Promise<void> {
    if (process.platform !== 'linux' || !this.child.pid) return
    try {
      const pages = Number((await readFile(`/proc/${this.child.pid}/statm`, 'utf8')).split(' ')[1])
      const megabytes = (pages * 4096) / 1_000_000
      if (megabytes > this.limits.memoryMegabytes * (1 + OUTSIDE_HEAP)) stop(this.outOfMemory())
    } catch {
      // The process has just ended; 'close' says how.
    }
  }

  private explainLoss({ code, signal }: Extract<Ending, { kind: 'gone' }>): Error {
    if (/heap out of memory|Allocation failed|Array buffer allocation failed/.test(this.stderr))
      return this.outOfMemory()
    const how = signal ? `killed by ${signal}` : `exit code ${code ?? 'unknown'}`
    return new SourceError(
      'parser_lost',
      `The process that parses ${this.source.name} ended without an answer (${how}). Try another copy or format of the document.`,
      { details: { exitCode: code, signal, stderr: this.stderr.trim().slice(0, 500) } },
    )
  }

  private outOfTime(): LimitError {
    const { seconds } = this.limits
    return new LimitError(
      'parser_out_of_time',
      `Parsing ${this.source.name} took longer than ${seconds} seconds and was stopped. Raise --max-seconds to let it go on.`,
      { details: { limit: seconds } },
    )
  }

  private outOfMemory(): LimitError {
    const { memoryMegabytes } = this.limits
    return new LimitError(
      'parser_out_of_memory',
      `Parsing ${this.source.name} needed more than ${memoryMegabytes} MB of memory and was stopped. Raise --max-memory to let it go on.`,
      { details: { limit: memoryMegabytes } },
    )
  }
}
