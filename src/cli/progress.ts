/**
 * Progress on standard error: a bar on a terminal, and otherwise a plain line every second or so. Short work stays
 * silent, so that reading a page of text prints nothing but its result.
 */
import { cleanForTerminal, clipLines, displayWidth } from './display-width.ts'
import type { TerminalStream } from './terminal.ts'

export interface ProgressStep {
  readonly phase: string
  readonly done: number
  /** Null while the end is not known. */
  readonly total: number | null
}

export interface Progress {
  /** `name` is the document worked on. */
  show(name: string, step: ProgressStep): void
  /** Takes the bar away, so that other lines can be printed. */
  clear(): void
}

export const silentProgress: Progress = { show: () => undefined, clear: () => undefined }

/** Plain lines: the first after a second (or after `every` milliseconds), then one in that time at most. Logs stay readable and say that work goes on. */
export function lineProgress(stream: TerminalStream, now: () => number, every = 1000): Progress {
  let next = now() + every
  return {
    show(name, step) {
      if (now() < next) return
      next = now() + every
      stream.write(`${describeStep(name, step)}\n`)
    },
    clear: () => undefined,
  }
}

/** A bar on one line that is drawn over itself, ten times a second at most, from the third tenth of a second on. */
export function barProgress(stream: TerminalStream, columns: number, now: () => number): Progress {
  const every = 100
  let next = now() + 300
  let isDrawn = false
  return {
    show(name, step) {
      if (now() < next) return
      next = now() + every
      isDrawn = true
      stream.write(`\r\u001B[K${renderBar(name, step, columns)}`)
    },
    clear() {
      if (isDrawn) stream.write('\r\u001B[K')
      isDrawn = false
    },
  }
}

/** "report.pdf: reading pages 120 of 240". */
export function describeStep(name: string, step: ProgressStep): string {
  return `${baseName(name)}: ${describePhase(step)}`
}

function describePhase({ phase, done, total }: ProgressStep): string {
  if (total !== null) return `${phase} ${done} of ${total}`
  return done > 0 ? `${phase} ${done}` : phase
}

/** A long path would push out what changes. */
const baseName = (name: string): string => cleanForTerminal(name.split(/[\\/]/).at(-1) || name)

/** One line of less than `columns`, or the cursor would go to the next. The name gives way before the step does. */
export function renderBar(name: string, step: ProgressStep, columns: number): string {
  const { done, total } = step
  const width = Math.max(0, Math.min(30, columns - 34))
  const share = total === null || total === 0 || width < 8 ? null : Math.min(1, done / total)
  const full = share === null ? 0 : Math.round(share * width)
  const bar = share === null ? '' : `${'█'.repeat(full)}${'░'.repeat(width - full)}  `
  const room = columns - displayWidth(bar) - 1
  const phase = clipText(describePhase(step), room)
  const left = room - displayWidth(phase) - 2
  return left < 4 ? bar + phase : `${bar}${phase}  ${clipText(baseName(name), left)}`
}

const clipText = (text: string, width: number): string =>
  displayWidth(text) <= width ? text : (clipLines([text, ''], 1, width)[0] ?? '')
