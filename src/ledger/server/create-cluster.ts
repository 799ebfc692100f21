/** Makes PostgreSQL's folder with initdb, beside its place, and moves it there when it is whole. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MachineError } from '../../model/index.ts'
import { type Binaries, binaryPath } from './binaries.ts'
import { type DataFolder, draftOf } from './data-folder.ts'
import { commandAs, giveTo, type ServerUser } from './server-user.ts'

/** The user of the database that Holdfast signs in as. */
export const DATABASE_USER = 'holdfast'

/** Small, because most machines serve one tracker; what a commit promises (fsync, synchronous_commit) stays as it comes. */
const SETTINGS = `# Written by Holdfast when it made this folder.
max_connections = 40
shared_buffers = 64MB
unix_socket_directories = '.'
unix_socket_permissions = 0700
wal_level = minimal
max_wal_senders = 0
log_timezone = 'UTC'
timezone = 'UTC'
log_checkpoints = off
`

/** After a crash: one flush of the file system instead of one a file, 0.1 s in place of 1.1 s. Only Linux has it. */
const CRASH_SETTING = process.platform === 'linux' ? 'recovery_init_sync_method = syncfs\n' : ''

/** Throws `record_disk_full` or `postgres_not_started` with what initdb said. */
export function createCluster(folder: DataFolder, binaries: Binaries, user: ServerUser): void {
  const draft = draftOf(folder)
  mkdirSync(draft, { mode: 0o700 })
  giveTo(user, draft)
  const password = `${draft}.password`
  writeFileSync(password, folder.password, { mode: 0o600 })
  giveTo(user, password)
  try {
    runInitdb(folder, draft, password, binaries, user)
    const settings = join(draft, 'postgresql.conf')
    writeFileSync(settings, SETTINGS + CRASH_SETTING)
    giveTo(user, settings)
    // Another process may have made one meanwhile; then that is the one.
    if (!existsSync(folder.cluster)) renameSync(draft, folder.cluster)
  } finally {
    rmSync(password, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

function runInitdb(
  folder: DataFolder,
  draft: string,
  password: string,
  binaries: Binaries,
  user: ServerUser,
): void {
  const { command, args, options } = commandAs(user, binaryPath(binaries, 'initdb'), [
    ...['-D', draft, '-U', DATABASE_USER, `--pwfile=${password}`, '-A', 'scram-sha-256'],
    ...['--encoding=UTF8', '--locale=C', '--data-checksums', '--no-instructions'],
  ])
  const { status, stderr, error } = spawnSync(command, args, { ...options, encoding: 'utf8' })
  if (status === 0) return
  const said = String(stderr ?? error?.message ?? '').trim()
  if (isDiskFull(said))
    throw new MachineError(
      'record_disk_full',
      `The disk that holds ${folder.path} is full: a new record wants about 60 MB. Make room and run this again; nothing half done is left.`,
    )
  throw new MachineError(
    'postgres_not_started',
    `PostgreSQL could not make its folder in ${folder.path}. It said: ${lastLines(said)}`,
  )
}

/** Said by PostgreSQL and its programs in several ways, the system's words among them. */
export const isDiskFull = (said: string): boolean =>
  /No space left|Disk quota|Check free disk space/i.test(said)

/** The end of what a program said, on one line. */
export const lastLines = (said: string): string => said.trim().split('\n').slice(-3).join(' / ') || 'nothing'
