/**
 * Who PostgreSQL runs as. It refuses the administrator (uid 0), so then it gets an identity without rights: uid 65534
 * where that may enter the folders, else a user namespace in which the administrator is that user. The namespace also
 * serves a user without a name, which PostgreSQL refuses as well.
 */
import { type SpawnOptions, spawnSync } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { MachineError } from '../../model/index.ts'

export type ServerUser =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace' }

/** "nobody" on Linux, where uid 0 is the usual case: containers. */
const NOBODY = 65534

export interface ServerPlaces {
  /** Of PostgreSQL's programs. */
  readonly binaries: string
  /** The data folder of Holdfast; it exists. */
  readonly folder: string
  /** PostgreSQL's own folder in it; null when it is not made yet. */
  readonly cluster: string | null
}

/** Throws `data_folder_not_usable` where no identity works. */
export function chooseServerUser({ binaries, folder, cluster }: ServerPlaces): ServerUser {
  if (process.getuid?.() !== 0)
    return hasName() || !hasNamespaces() ? { kind: 'self' } : { kind: 'namespace' }
  const owner = cluster === null ? null : statSync(cluster)
  if (owner !== null && owner.uid !== 0) return { kind: 'other', uid: owner.uid, gid: owner.gid }
  if (owner === null && mayEnter(folder) && mayEnter(binaries))
    return { kind: 'other', uid: NOBODY, gid: NOBODY }
  if (hasNamespaces()) return { kind: 'namespace' }
  throw new MachineError(
    'data_folder_not_usable',
    `PostgreSQL does not run as root, and another user can enter neither ${folder} nor this installation. ` +
      'Run Holdfast as a plain user, set HOLDFAST_DATA to a folder under /var/lib, or set DATABASE_URL.',
  )
}

/** A container may be given any number as its user. */
function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false // the system has no entry for this number
  }
}

/** Whether every folder from the root down lets others in. */
function mayEnter(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (dirname(at) === at) return true
  }
}

/** PostgreSQL wants its user to have a name; this one has, nearly everywhere. */
const NAMESPACE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'] as const

const hasNamespaces = (): boolean => spawnSync('unshare', [...NAMESPACE, 'true']).status === 0

export interface ServerCommand {
  readonly command: string
  readonly args: readonly string[]
  readonly options: SpawnOptions
}

/** The command that runs `program` as `user`, away from the folder we are in, which that user may not enter. */
export function commandAs(user: ServerUser, program: string, args: readonly string[]): ServerCommand {
  const options: SpawnOptions = { cwd: process.platform === 'win32' ? dirname(program) : '/' }
  if (user.kind === 'namespace')
    return { command: 'unshare', args: [...NAMESPACE, program, ...args], options }
  if (user.kind === 'other')
    return { command: program, args, options: { ...options, uid: user.uid, gid: user.gid } }
  return { command: program, args, options }
}

/** Hands a file or folder of ours to the user the server runs as. */
export function giveTo(user: ServerUser, path: string): void {
  if (user.kind === 'other') chownSync(path, user.uid, user.gid)
}
