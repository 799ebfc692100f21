/** What the process that parses and its parent say to each other, over Node's channel between processes. */
import {
  type DocumentText,
  ERROR_CODES,
  HoldfastError,
  LimitError,
  MachineError,
  SourceError,
  UsageError,
} from '../../model/index.ts'
import type { ParseLimits, ParseProgress, SourceFile } from '../source.ts'

export interface ParseRequest {
  readonly source: SourceFile
  readonly limits: ParseLimits
}

export type ParserAnswer =
  | { readonly type: 'progress'; readonly progress: ParseProgress }
  | { readonly type: 'document'; readonly document: DocumentText }
  | { readonly type: 'error'; readonly error: SentError }
  | { readonly type: 'bug'; readonly stack: string }

export interface SentError {
  readonly name: string
  readonly code: string
  readonly message: string
  readonly details: HoldfastError['details']
}

const CLASSES = { HoldfastError, UsageError, SourceError, LimitError, MachineError }

export function encodeError(error: unknown): ParserAnswer {
  if (!(error instanceof HoldfastError))
    return { type: 'bug', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  const { name, code, message, details } = error
  return { type: 'error', error: { name, code, message, details } }
}

/** The error as it was thrown, but for its cause. */
export function decodeError({ name, code, message, details }: SentError): Error {
  const known = ERROR_CODES.find((known) => known === code)
  if (!known) return new Error(message)
  const Class = Object.entries(CLASSES).find(([key]) => key === name)?.[1] ?? HoldfastError
  return new Class(known, message, { details })
}

/** What work on `source` that is ended from outside ends with. */
export function interrupted(source: SourceFile): MachineError {
  return new MachineError('interrupted', `Reading ${source.name} was stopped before its end.`)
}
