/** PostgreSQL's errors and those of the way to it, told so that whoever keeps the machine can act. */
import { HoldfastError, MachineError } from '../../model/index.ts'

const UNREACHABLE = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOENT|EACCES|08|57P0)/
const REFUSED = /^(28|42501|3D000)/
const FULL = /^(53100|ENOSPC)/

/** The same error when it is one of ours or a bug. */
export function explainDatabase(error: unknown): unknown {
  if (error instanceof HoldfastError || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  const isLost = /Connection terminated|timeout expired|not queryable|Client was closed/i.test(error.message)
  if (FULL.test(code) || /No space left on device/.test(error.message))
    return new MachineError(
      'record_disk_full',
      'The disk that holds the record is full, and the change was not made. Make room and try again; nothing that was kept is lost.',
      { cause: error },
    )
  if (REFUSED.test(code))
    return new MachineError(
      'database_refused',
      `PostgreSQL refused: ${error.message}. Check the user, the password and the database in DATABASE_URL, and that the user may create there.`,
      { cause: error },
    )
  if (UNREACHABLE.test(code) || isLost)
    return new MachineError(
      'database_unreachable',
      `PostgreSQL cannot be reached or went away (${error.message}). What was acknowledged is kept. Check that it runs, then try again.`,
      { cause: error },
    )
  return error
}
