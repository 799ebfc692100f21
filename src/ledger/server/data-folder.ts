/** The data folder: its parts, its format, and making it in one step, so that a kill leaves all of it or none. */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { MachineError } from '../../model/index.ts'
import { isAlive } from './postmaster.ts'

/** Counted up when an older Holdfast could not use the folder any more. */
const FORMAT = 1

export interface DataFolder {
  readonly path: string
  /** PostgreSQL's own folder. */
  readonly cluster: string
  readonly log: string
  readonly password: string
  /** Major version of the PostgreSQL that made the cluster; null when there is none yet. */
  readonly major: number | null
}

/** Makes the folder when it is not there. Throws `data_folder_not_usable` and `data_folder_version`. */
export function openDataFolder(path: string): DataFolder {
  try {
    // Not `recursive` where it need not be: that goes round for ever where a folder cannot be made for want of a device.
    if (!existsSync(path)) mkdirSync(path, { recursive: !existsSync(dirname(path)) })
    checkFormat(path)
    const cluster = join(path, 'postgres')
    return {
      path,
      cluster,
      log: join(path, 'postgres.log'),
      password: readPassword(join(path, 'password')),
      major: readMajor(cluster),
    }
  } catch (error) {
    throw explainFolder(error, path)
  }
}

/** What to do where the rights to the folder are not what is wrong. */
const WAYS_OUT: Readonly<Record<string, string>> = {
  ENOTDIR: 'It, or what it should be in, is a file: set',
  EEXIST: 'It is a file: set',
  EROFS: 'The disk that holds it can only be read: set',
  ELOOP: 'Its symbolic links lead in a circle: set',
  ENAMETOOLONG: 'Its name is too long: set',
}

export function explainFolder(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new MachineError(
      'record_disk_full',
      `The disk that holds ${path} is full. Make room and run this again; nothing half done is left.`,
      { cause: error },
    )
  if (code !== null && /^E[A-Z]+$/.test(code))
    return new MachineError(
      'data_folder_not_usable',
      `The data folder ${path} cannot be used (${code}). ${WAYS_OUT[code] ?? 'Change its permissions, or set'} HOLDFAST_DATA to another folder.`,
      { cause: error },
    )
  return error
}

/** A folder with other things in it is left alone. */
function checkFormat(path: string): void {
  const file = join(path, 'holdfast.json')
  if (!existsSync(file)) {
    const foreign = readdirSync(path).find((name) => !/^\.|\.part\b|^lost\+found$/.test(name))
    if (foreign !== undefined)
      throw new MachineError(
        'data_folder_not_usable',
        `${path} is no data folder of Holdfast: it holds ${foreign}. Set HOLDFAST_DATA to an empty or new folder.`,
      )
    writeWhole(file, `${JSON.stringify({ format: FORMAT })}\n`)
    return
  }
  const format = /"format":\s*(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]
  if (Number(format) !== FORMAT)
    throw new MachineError(
      'data_folder_version',
      `The data folder ${path} has format ${format ?? 'unknown'}, and this Holdfast knows format ${FORMAT}. ` +
        'Use the version of Holdfast that made it, or a newer one.',
    )
}

/** The server's password, made the first time. It keeps other users of the machine out; no person types it. */
function readPassword(file: string): string {
  if (!existsSync(file)) writeWhole(file, randomBytes(24).toString('hex'), 0o600)
  return readFileSync(file, 'utf8').trim()
}

function readMajor(cluster: string): number | null {
  const file = join(cluster, 'PG_VERSION')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').trim()) : null
}

/** Beside its place, flushed, then named: the file is there whole or not at all. The first of two writers wins. */
export function writeWhole(file: string, text: string, mode = 0o644): void {
  const draft = `${file}.part-${process.pid}`
  const handle = openSync(draft, 'w', mode)
  try {
    writeFileSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Where a cluster is made before it has its place. */
export const draftOf = (folder: DataFolder): string => `${folder.cluster}.part-${process.pid}`

/** Removes what processes that are gone left half made. */
export function removeDrafts(folder: DataFolder): void {
  for (const name of readdirSync(folder.path)) {
    const pid = Number(/\.part-(\d+)/.exec(name)?.[1] ?? 0)
    if (pid === 0 || (pid !== process.pid && isAlive(pid))) continue
    try {
      rmSync(join(folder.path, name), { recursive: true, force: true })
    } catch {
      // initdb may outlive the process that was killed, and write on for a moment: then the next start removes it
    }
  }
}
