/** What PostgreSQL says of itself in postmaster.pid, and whether that is still so. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Whether it takes connections. */
  readonly isReady: boolean
}

/** Made beside the socket in the cluster's folder, with the same number in it. */
const SOCKET_LOCK = '.s.PGSQL.5432.lock'

/** The postmaster of a cluster, or null when none runs. The file of one that is gone is removed where it would mislead. */
export function findPostmaster(cluster: string): Postmaster | null {
  const file = join(cluster, 'postmaster.pid')
  const lines = readLines(file)
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null
  if (!isPostgres(pid)) {
    // After a restart of the machine or container the number can be another program's; PostgreSQL would refuse to start.
    rmSync(file, { force: true })
    rmSync(join(cluster, SOCKET_LOCK), { force: true })
    return null
  }
  return { pid, port: Number(lines[3] ?? 0), isReady: lines[7]?.trim() === 'ready' }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return [] // none runs, or it is just ending
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Told by /proc where there is one; elsewhere the file is believed. A zombie is none. */
function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true
  try {
    const told = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const name = told.slice(told.indexOf('(') + 1, told.lastIndexOf(')'))
    const state = told.slice(told.lastIndexOf(')') + 2, told.lastIndexOf(')') + 3)
    // `unshare` is what the namespace's server is called until it has become postgres.
    return state !== 'Z' && (name === 'postgres' || name === 'unshare')
  } catch {
    return false // gone meanwhile
  }
}
