/** From names on the command line to documents with their text, telling how far the work is. */
import type { NamedDocument } from '../api/index.ts'
import type { ParseLimits } from '../documents/index.ts'
import { MachineError } from '../model/index.ts'
import type { CommandLine } from './command-line.ts'
import type { Engine } from './engine.ts'
import { toParseLimits } from './limits.ts'
import { barProgress, lineProgress, type Progress, silentProgress } from './progress.ts'
import type { Terminal } from './terminal.ts'

export interface Loading {
  readonly engine: Engine
  readonly limits: Partial<ParseLimits>
  readonly progress: Progress
  readonly isQuiet: boolean
  readonly terminal: Terminal
}

export function startLoading(line: CommandLine, terminal: Terminal, engine: Engine): Loading {
  const progress = startProgress(line, terminal)
  return { engine, limits: toParseLimits(line.limits), progress, isQuiet: line.isQuiet, terminal }
}

/** On standard error: a bar where a person watches, lines otherwise, nothing where it is not wanted. */
export function startProgress(line: CommandLine, terminal: Terminal): Progress {
  if (!line.hasProgress) return silentProgress
  const now = () => performance.now()
  return terminal.progressColumns === null
    ? lineProgress(terminal.stderr, now)
    : barProgress(terminal.stderr, terminal.progressColumns, now)
}

/** Throws what the document or the disk gives cause to, and `interrupted` when the person ends the work. */
export async function loadDocument(file: string, loading: Loading): Promise<NamedDocument> {
  const { engine, limits, progress, terminal } = loading
  const { readSourceFile } = await import('../documents/index.ts')
  try {
    checkInterrupted(terminal.signal)
    const source = await readSourceFile(file, limits)
    const document = await engine.parse(source, {
      limits,
      signal: terminal.signal,
      onProgress: (step) => progress.show(file, step),
    })
    progress.clear()
    return { file, document }
  } catch (error) {
    progress.clear()
    checkInterrupted(terminal.signal)
    throw error
  }
}

/** Lets signals in between two stretches of computing, and stops there if one came. */
export async function pauseForSignals(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  checkInterrupted(signal)
}

export function checkInterrupted(signal: AbortSignal): void {
  if (signal.aborted) throw new MachineError('interrupted', 'Stopped before the end. Nothing was written.')
}
