/** What goes into reading a document: its bytes, the limits it is held to, and how the caller follows the work. */
import type { DocumentText } from '../model/index.ts'

export interface SourceFile {
  /** As the caller names it; used in messages only, never to tell the format. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Each limit is explained, with the reason for its default, in docs/limits.md. */
export interface ParseLimits {
  /** Largest document, in bytes. */
  readonly bytes: number
  readonly pages: number
  /** Largest size of everything packed inside the document, once unpacked, in bytes. */
  readonly unpackedBytes: number
  /** Most entries of the archive that a DOCX is. */
  readonly entries: number
  /** Deepest nesting of elements. */
  readonly nesting: number
  /** Memory of the process that parses, in megabytes. */
  readonly memoryMegabytes: number
  /** Time of the process that parses, in seconds of the clock. */
  readonly seconds: number
}

export const DEFAULT_LIMITS: ParseLimits = {
  bytes: 100_000_000,
  pages: 2_000,
  unpackedBytes: 500_000_000,
  entries: 10_000,
  nesting: 1_000,
  memoryMegabytes: 1_024,
  seconds: 180,
}

export interface ParseProgress {
  /** What is being done, in a word or two fit to print ("reading pages"). */
  readonly phase: string
  readonly done: number
  /** Null while the end is not known. */
  readonly total: number | null
}

export interface ParseOptions {
  readonly limits?: Partial<ParseLimits>
  readonly onProgress?: (progress: ParseProgress) => void
  /** Ends the work early; the promise then rejects with `interrupted`. */
  readonly signal?: AbortSignal
}

/** What a format's parser returns: all of a document's text but the hash of its bytes. */
export type ParsedText = Omit<DocumentText, 'sha256'>

/** The limits to hold a document to: the caller's where given, otherwise the defaults. */
export function resolveLimits(limits: Partial<ParseLimits> = {}): ParseLimits {
  return { ...DEFAULT_LIMITS, ...limits }
}
