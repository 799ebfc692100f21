/** Exit codes by who can act; docs/errors.md is their reference. */
import {
  AlteredError,
  ConflictError,
  EvidenceError,
  HoldfastError,
  MachineError,
  SourceError,
  UsageError,
} from '../model/index.ts'

export const EXIT_OK = 0
export const EXIT_BUG = 70
export const EXIT_INTERRUPTED = 130

export function exitCodeOf(error: unknown): number {
  if (!(error instanceof HoldfastError)) return EXIT_BUG
  if (error.code === 'interrupted') return EXIT_INTERRUPTED
  if (error instanceof UsageError) return 2
  if (error instanceof SourceError) return 3
  if (error instanceof MachineError) return 4
  if (error instanceof ConflictError) return 5
  if (error instanceof AlteredError) return 6
  if (error instanceof EvidenceError) return 7
  return EXIT_BUG
}
