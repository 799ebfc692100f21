/** Whether what DATABASE_URL says can be the address of a database that the record can be kept in. */
import { MachineError, UsageError } from '../../model/index.ts'

/** Throws `database_address_invalid`. The address is not repeated: it may hold a password. */
export function checkAddress(url: string): void {
  if (/^(postgres|postgresql):$/.test(schemeOf(url) ?? '')) return
  throw new UsageError(
    'database_address_invalid',
    'DATABASE_URL is not the address of a PostgreSQL database. Write it as postgresql://user:password@host:5432/database, with other than letters and digits in the password as %40 and the like; or unset it to keep the record in a folder.',
  )
}

function schemeOf(url: string): string | null {
  try {
    return new URL(url).protocol
  } catch {
    return null // said by the caller
  }
}

/** What the projections are written in came with it. */
const OLDEST = 15

/** @param version as `SHOW server_version_num` gives it: 150013; NaN for who does not tell, which is let through. Throws `database_too_old`. */
export function checkServerVersion(version: number): void {
  const major = Math.floor(version / 10_000)
  if (Number.isNaN(major) || major >= OLDEST) return
  throw new MachineError(
    'database_too_old',
    `DATABASE_URL leads to PostgreSQL ${major}, and the record needs ${OLDEST} or newer. Upgrade it, or name another; without DATABASE_URL Holdfast brings its own.`,
  )
}
