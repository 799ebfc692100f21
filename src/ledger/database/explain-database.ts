/** PostgreSQL's errors and those of the way to it, told so that whoever keeps the machine can act. */
import { HoldfastError, MachineError } from '../../model/index.ts'

const UNREACHABLE = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOENT|EACCES|08|57P0)/
const UNKNOWN_HOST = /^(ENOTFOUND|EAI_)/
const UNTRUSTED = /^(ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF))/
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
  if (UNTRUSTED.test(code) || /does not support SSL connections/.test(error.message))
    return new MachineError(
      'database_refused',
      `The connection to PostgreSQL could not be encrypted as DATABASE_URL asks (${error.message}). Name the certificate that signs the server's with sslrootcert=FILE there, or see whether sslmode and the host are right.`,
      { cause: error },
    )
  if (UNKNOWN_HOST.test(code))
    return new MachineError(
      'database_unreachable',
      `The host that DATABASE_URL names is not known (${error.message}). Check its spelling, and the network, then try again.`,
      { cause: error },
    )
  if (UNREACHABLE.test(code) || isLost)
    return new MachineError(
      'database_unreachable',
      `PostgreSQL cannot be reached or went away (${error.message}). What was acknowledged is kept. Check that it runs, and the host and port in DATABASE_URL where that is set, then try again.`,
      { cause: error },
    )
  return error
}
