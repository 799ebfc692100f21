/**
 * Starts the PostgreSQL of a data folder, or adopts one that outlived the process that started it. Whether the folder
 * is ours alone is settled after, by a lock in the database itself, which no dead process can keep.
 */
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { MachineError } from '../../model/index.ts'
import { type Binaries, binaryPath, findBinaries } from './binaries.ts'
import { createCluster, DATABASE_USER, isDiskFull, lastLines } from './create-cluster.ts'
import { type DataFolder, explainFolder, openDataFolder, removeDrafts } from './data-folder.ts'
import { findPostmaster, type Postmaster } from './postmaster.ts'
import { chooseServerUser, commandAs, type ServerUser } from './server-user.ts'

export interface ServerOptions {
  /** The data folder. */
  readonly folder: string
  /** Where PostgreSQL's programs are; null looks in the packages, then on the machine. */
  readonly binaries?: string | null
}

/** How to reach a running server. */
export interface ServerAddress {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

export interface Server {
  readonly address: ServerAddress
  /** Whether it ran already. */
  readonly isAdopted: boolean
  /** Whether its folder was made by this start. */
  readonly isNew: boolean
  /** Whether the last things it said were that the disk is full: then it may have ended itself. */
  hasFullDisk(): boolean
  /** Ends it in order. Safe to call when it has ended. */
  stop(): Promise<void>
}

/** Recovery after a crash replays what was not yet in its place; a minute is far more than our small logs need. */
const LONGEST_START = 60_000
const STEP = 10
/** Longest path of a Unix socket on any system we know (104 on macOS, less the socket's own name). */
const LONGEST_SOCKET_FOLDER = 85
const LARGEST_LOG = 1_000_000

export async function startServer(options: ServerOptions): Promise<Server> {
  const path = resolve(options.folder)
  const folder = openDataFolder(path)
  const isNew = folder.major === null
  try {
    const running = await findReady(folder)
    if (running) return describe(folder, running, true, isNew)
    const binaries = findBinaries(folder.major, options.binaries ?? null)
    const places = { binaries: binaries.folder, folder: path, cluster: isNew ? null : folder.cluster }
    const user = chooseServerUser(places)
    removeDrafts(folder)
    if (isNew) createCluster(folder, binaries, user)
    return describe(folder, await launch(folder, binaries, user), false, isNew)
  } catch (error) {
    throw explainFolder(error, path)
  }
}

/** The running server once it takes connections; null when none runs. One that is ending is waited for. */
async function findReady(folder: DataFolder): Promise<Postmaster | null> {
  const deadline = Date.now() + LONGEST_START
  while (Date.now() < deadline) {
    const postmaster = findPostmaster(folder.cluster)
    if (postmaster === null || postmaster.isReady) return postmaster
    await wait(STEP)
  }
  throw new MachineError(
    'postgres_not_started',
    `The PostgreSQL of ${folder.path} has been starting or ending for a minute. It said: ${readLog(folder)}`,
  )
}

async function launch(folder: DataFolder, binaries: Binaries, user: ServerUser): Promise<Postmaster> {
  const { command, args, options } = commandAs(user, binaryPath(binaries, 'postgres'), [
    ...['-D', folder.cluster],
    ...(await listening(folder)),
  ])
  const log = openLog(folder)
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  const end = new Promise<'ended'>((done) => {
    child.once('exit', () => done('ended'))
    child.once('error', () => done('ended'))
  })
  child.unref()
  const deadline = Date.now() + LONGEST_START
  while (Date.now() < deadline) {
    const postmaster = findPostmaster(folder.cluster)
    if (postmaster?.isReady) return postmaster
    if ((await Promise.race([end, wait(STEP)])) !== 'ended') continue
    // It may have ended because another process's server was faster: then that is the one.
    const other = await findReady(folder)
    if (other) return other
    break
  }
  throw explainStart(folder)
}

/** A Unix socket in the cluster's folder, which only its owner may enter; a port of 127.0.0.1 where that cannot be. */
async function listening(folder: DataFolder): Promise<string[]> {
  if (hasSocket(folder)) return ['-c', 'listen_addresses=']
  return [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-p',
    String(await freePort()),
  ]
}

const hasSocket = (folder: DataFolder): boolean =>
  process.platform !== 'win32' && Buffer.byteLength(folder.cluster) <= LONGEST_SOCKET_FOLDER

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      probe.close(() => done(port))
    })
  })
}

function openLog(folder: DataFolder): number {
  const log = openSync(folder.log, 'a', 0o600)
  if (statSync(folder.log).size > LARGEST_LOG) truncateSync(folder.log)
  return log
}

/** Lines of the log that can tell of what has just happened: a crash and one try to start again. */
const LATEST_LINES = 20

const hasFullDisk = (folder: DataFolder): boolean =>
  isDiskFull(readFileSync(folder.log, 'utf8').trim().split('\n').slice(-LATEST_LINES).join('\n'))

const readLog = (folder: DataFolder): string => lastLines(readFileSync(folder.log, 'utf8'))

function explainStart(folder: DataFolder): MachineError {
  const said = readLog(folder)
  if (hasFullDisk(folder))
    return new MachineError(
      'record_disk_full',
      `The disk that holds ${folder.path} is full, and PostgreSQL cannot start. Make room and run this again; nothing is lost.`,
    )
  return new MachineError(
    'postgres_not_started',
    `PostgreSQL did not start in ${folder.path}. It said: ${said} (more in ${folder.log})`,
  )
}

function describe(folder: DataFolder, postmaster: Postmaster, isAdopted: boolean, isNew: boolean): Server {
  return {
    address: {
      host: hasSocket(folder) ? folder.cluster : '127.0.0.1',
      port: postmaster.port,
      user: DATABASE_USER,
      password: folder.password,
      database: 'postgres',
    },
    isAdopted,
    isNew,
    hasFullDisk: () => hasFullDisk(folder),
    stop: () => stopServer(folder, postmaster.pid),
  }
}

async function stopServer(folder: DataFolder, pid: number): Promise<void> {
  if (findPostmaster(folder.cluster)?.pid !== pid) return
  signalStop(folder, pid)
  const deadline = Date.now() + LONGEST_START
  while (findPostmaster(folder.cluster)?.pid === pid && Date.now() < deadline) await wait(STEP)
}

/** "Fast": connections are ended, what is committed is written down. Windows has no signals, so its own tool is asked. */
function signalStop(folder: DataFolder, pid: number): void {
  if (process.platform === 'win32') {
    const { folder: programs } = findBinaries(folder.major, null)
    spawnSync(join(programs, 'pg_ctl.exe'), ['stop', '-W', '-m', 'fast', '-D', folder.cluster])
    return
  }
  try {
    process.kill(pid, 'SIGINT')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error // gone already
  }
}
