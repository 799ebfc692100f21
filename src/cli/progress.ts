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

/** Plain lines: the first after a second, then one a second at most. Logs stay readable and say that work goes on. */
export function lineProgress(stream: TerminalStream, now: () => number): Progress {
  const every = 1000
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
      stream.write(`\r\u001B[K${renderBar(describeStep(name, step), step, columns)}`)
    },
    clear() {
      if (isDrawn) stream.write('\r\u001B[K')
      isDrawn = false
    },
  }
}

/** "reading report.pdf: pages 120 of 240". */
export function describeStep(name: string, { phase, done, total }: ProgressStep): string {
  const far = total === null ? (done > 0 ? ` ${done}` : '') : ` ${done} of ${total}`
  return `${cleanForTerminal(name)}: ${phase}${far}`
}

/** One line of less than `columns`, or the cursor would go to the next. */
export function renderBar(label: string, { done, total }: ProgressStep, columns: number): string {
  const width = Math.max(0, Math.min(30, columns - 30))
  const share = total === null || total === 0 ? null : Math.min(1, done / total)
  if (share === null || width < 8) return clipLines([label, ''], 1, columns - 2)[0]?.replace(/…$/, '') ?? ''
  const full = Math.round(share * width)
  const bar = '█'.repeat(full) + '░'.repeat(width - full)
  const room = columns - width - 3
  const text = displayWidth(label) <= room ? label : (clipLines([label, ''], 1, room)[0] ?? '')
  return `${bar}  ${text}`
}
