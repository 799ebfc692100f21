/** What a command sees of the process it runs in: its streams, their width, and whether someone watches. */
import type { TextStyle } from './text-style.ts'

export interface TerminalStream {
  write(chunk: string | Uint8Array, done?: (error?: Error | null) => void): boolean
}

export interface Terminal {
  readonly stdout: TerminalStream
  readonly stderr: TerminalStream
  /** Columns for text on standard output; 80 when it is not a terminal. */
  readonly columns: number
  readonly style: TextStyle
  /** Columns of standard error when a person watches it, for a progress bar; null otherwise. */
  readonly progressColumns: number | null
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Aborted by Ctrl-C or a request to end. */
  readonly signal: AbortSignal
}
