/** The status of an error's page by who can act; docs/errors.md is the reference. */
import { ConflictError, HoldfastError, LimitError, SourceError, UsageError } from '../../model/index.ts'

export type ProblemStatus = 400 | 409 | 413 | 422 | 500

export function statusOf(error: unknown): ProblemStatus {
  if (!(error instanceof HoldfastError)) return 500
  if (error instanceof UsageError) return 400
  if (error instanceof LimitError) return 413
  if (error instanceof ConflictError) return 409
  if (error instanceof SourceError) return 422
  return 500
}
