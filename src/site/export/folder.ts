/**
 * The folder an export is written to. New files are staged beside the old ones and moved in when all is ready, so that an
 * interrupted export leaves the old one whole; only files that we wrote and that nobody has changed since are taken away.
 */
import { existsSync, lstatSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ConflictError, MachineError, UsageError } from '../../model/index.ts'
import type { Disk, Written } from './disk.ts'
import { stageFile } from './stage-file.ts'
import { type FileList, NO_FILES, parseSums, SEAL_FILE, SUMS_FILE } from './sums.ts'

/** Beside the export while it is made. */
const STAGING = '.holdfast-part'
const TREE = 'tree'
const JOURNAL = 'commit.json'
const OWNER = 'pid'

/** What may stand in a folder that is otherwise empty: the things that hosts ask for. */
const HARMLESS = new Set([
  '.git',
  '.gitignore',
  '.gitattributes',
  '.nojekyll',
  'CNAME',
  'lost+found',
  STAGING,
])

export interface ExportFolder {
  /** Files of the last export. */
  readonly listed: FileList
  /** Those of them that still are as it wrote them. */
  readonly kept: KeptFiles
  /** Whether every file of the last export still is as it wrote it. */
  readonly isWhole: boolean
  /** The text that lists them. */
  readonly list: string
  /** Files of the last export that somebody changed since. */
  readonly changed: ReadonlySet<string>
  /** A file of the last export; null where there is none. */
  read(file: string): Promise<Buffer | null>
  /** Folder that files are staged in, by whoever makes them. */
  readonly tree: string
  /** To be asked for each file that is staged: throws `export_folder_foreign` where one stands that is not ours. */
  claim(file: string): void
  /** Claims and stages. */
  stage(file: string, bytes: string | Uint8Array): void
  /**
   * The same of a large file, where it is not kept as it is; whole addresses in it become those at `moveTo`.
   * `largeWritten` gives what came of all of them.
   */
  writeLarge(file: string, bytes: string | Uint8Array, moveTo?: { readonly base: string | null }): void
  largeWritten(): Promise<readonly Written[]>
  /** Moves what was staged into place, and takes away files of the last export that are `stale`; `list` tells of all there are then. */
  commit(stale: readonly string[], list: string): Promise<Committed>
  /** Takes the staged files away. */
  abandon(): Promise<void>
}

export interface KeptFiles {
  has(file: string): boolean
  /** Its hash. */
  get(file: string): string | undefined
}

export interface Committed {
  readonly removed: readonly string[]
  /** Would be taken away, and were changed by somebody: left as they are. */
  readonly left: readonly string[]
}

/** Makes the folder where it is missing, and finishes or undoes what an interrupted export left. Throws `export_in_progress`. */
export async function prepareExportFolder(folder: string): Promise<void> {
  await told(folder, mkdir(folder, { recursive: true }))
  await recover(folder)
}

interface OpenOptions {
  readonly memory: string | null
  readonly isAllRead: boolean
  readonly disk: Disk
}

/**
 * A folder that was prepared. Files that are as they were seen last, by what `memory` holds, are not read, unless
 * `isAllRead`. Throws `export_folder_foreign`.
 */
export async function openExportFolder(
  folder: string,
  { memory, isAllRead, disk }: OpenOptions,
): Promise<ExportFolder> {
  const list = await readList(folder)
  // Compared while it is taken apart here, and nothing is made of what that tells where it is not a list of ours.
  const comparing = disk.compare({ folder, list, memory, isAllRead })
  comparing.catch(() => undefined) // told where it is waited for
  const listed = await parseList(folder, list)
  await told(folder, mkdir(join(folder, STAGING, TREE), { recursive: true }))
  await told(folder, writeFile(join(folder, STAGING, OWNER), String(process.pid)))
  const { lost, ...differences } = await told(folder, comparing)
  const [changed, links] = [new Set(differences.changed), new Set(differences.links)]
  const kept = keptOf(listed, new Set(lost))
  const isFresh = (await readdir(folder)).every((name) => name === STAGING)
  const made = new Set<string>()
  const tree = join(folder, STAGING, TREE)
  const written = new Set<string>()
  const large: Promise<Written>[] = []
  const claim = (file: string) => {
    written.add(file)
    if (links.size > 0) refuseLinks(folder, file, links)
    if (!isFresh && listed.lineOf(file) === -1 && file !== SUMS_FILE && file !== SEAL_FILE)
      refuseForeign(folder, file)
  }
  return {
    listed,
    kept,
    list,
    isWhole: listed.files.length > 0 && lost.length === 0,
    changed,
    tree,
    claim,
    read: (file) => readFile(join(folder, file)).catch(() => null),
    stage(file, bytes) {
      claim(file)
      try {
        stageFile(tree, file, bytes, made)
      } catch (error) {
        throw explainFolder(folder, error)
      }
    },
    writeLarge(file, bytes, moveTo) {
      claim(file)
      const writing = disk.write({
        tree,
        file,
        bytes,
        kept: kept.get(file) ?? null,
        ...(moveTo && { moveTo }),
      })
      writing.catch(() => undefined) // told where all are waited for
      large.push(writing)
    },
    largeWritten: () => told(folder, Promise.all(large)),
    async commit(stale, list) {
      const removed = stale.filter((file) => kept.has(file))
      const foreseen = disk.foresee({ list, written: [...written] })
      foreseen.catch(() => undefined) // told by what waits for it
      await told(folder, writeJournal(folder, removed))
      await told(folder, finish(folder, removed))
      await foreseen
      await disk.remember()
      return { removed, left: stale.filter((file) => changed.has(file)) }
    },
    async abandon() {
      await Promise.allSettled(large)
      await rm(join(folder, STAGING), { recursive: true, force: true })
    },
  }
}

function keptOf(listed: FileList, lost: ReadonlySet<string>): KeptFiles {
  const lineOf = (file: string): number => (lost.has(file) ? -1 : listed.lineOf(file))
  return {
    has: (file) => lineOf(file) !== -1,
    get(file) {
      const line = lineOf(file)
      return line === -1 ? undefined : listed.hashAt(line)
    },
  }
}

async function writeJournal(folder: string, remove: readonly string[]): Promise<void> {
  const draft = join(folder, STAGING, `${JOURNAL}.draft`)
  const handle = await open(draft, 'w')
  try {
    await handle.writeFile(JSON.stringify({ remove }))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, join(folder, STAGING, JOURNAL))
}

/** From here on there is only forward: whoever comes after a kill does the rest. One call at a time, as `stageFile` does. */
async function finish(folder: string, remove: readonly string[]): Promise<void> {
  for (const file of remove) {
    rmSync(join(folder, file), { force: true })
    pruneFolders(folder, dirname(file))
  }
  moveInto(join(folder, STAGING, TREE), folder)
  rmSync(join(folder, STAGING), { recursive: true, force: true })
}

/** A folder that is not there yet is moved whole, and everything else file by file. */
function moveInto(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, place] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory() && existsSync(place)) moveInto(source, place)
    else renameSync(source, place)
  }
}

/** Folders that a removal left empty; one with anything in it stays. */
function pruneFolders(folder: string, inner: string): void {
  for (let each = inner; each !== '.' && each !== ''; each = dirname(each))
    try {
      rmdirSync(join(folder, each))
    } catch {
      return // it is not empty, so none above it is
    }
}

async function recover(folder: string): Promise<void> {
  const staging = join(folder, STAGING)
  if (!existsSync(staging)) return
  const owner = Number(await readFile(join(staging, OWNER), 'utf8').catch(() => ''))
  if (owner > 0 && owner !== process.pid && isRunning(owner))
    throw new ConflictError(
      'export_in_progress',
      `${folder} is being exported to by process ${owner}. Wait until it has ended.`,
    )
  const journal = await readFile(join(staging, JOURNAL), 'utf8').catch(() => null)
  if (journal === null) await rm(staging, { recursive: true, force: true })
  else await told(folder, finish(folder, parseJournal(journal)))
}

function parseJournal(text: string): string[] {
  const { remove } = JSON.parse(text) as { remove: string[] } // written by writeJournal, and renamed when it was whole
  return remove
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The text that lists the files of the last export; empty where there is none. */
async function readList(folder: string): Promise<string> {
  return readFile(join(folder, SUMS_FILE), 'utf8').catch(() => '')
}

/** The files of the last export; none for a folder without one. Throws `export_folder_foreign`. */
async function parseList(folder: string, list: string): Promise<FileList> {
  const names = await told(folder, readdir(folder))
  if (names.every((name) => HARMLESS.has(name))) return NO_FILES
  const listed = parseSums(list)
  if (listed !== null && listed.lineOf('export.json') !== -1) return listed
  const why = names.includes(SUMS_FILE)
    ? `has a ${SUMS_FILE} that is damaged or not ours`
    : 'holds files that Holdfast did not write'
  throw new UsageError(
    'export_folder_foreign',
    `${folder} ${why}, such as ${names.find((name) => !HARMLESS.has(name))}. Nothing was written. Name a new or empty folder, or one that an export made.`,
  )
}

/** A folder of ours that somebody put a link in place of: what is written there would land elsewhere. */
function refuseLinks(folder: string, file: string, links: ReadonlySet<string>): void {
  let outermost: string | null = null
  for (let each = dirname(file); each !== '.'; each = dirname(each)) if (links.has(each)) outermost = each
  if (outermost === null) return
  throw new UsageError(
    'export_folder_foreign',
    `${join(folder, outermost)} is a link, and the export has a folder at its place. Take the link away; nothing was written.`,
  )
}

function refuseForeign(folder: string, file: string): void {
  const parts = file.split('/')
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const path = parts.slice(0, depth).join('/')
    const stats = lstatSync(join(folder, path), { throwIfNoEntry: false })
    if (stats === undefined) return
    const isWay = depth < parts.length && stats.isDirectory()
    if (isWay) continue
    throw new UsageError(
      'export_folder_foreign',
      `${join(folder, path)} is not a file that Holdfast wrote, and the export has a file at its place. Move it away; nothing was written.`,
    )
  }
}

async function told<Result>(folder: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw explainFolder(folder, error)
  }
}

/** What a system error means for who exports; any other error as it is. */
export function explainFolder(folder: string, error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null
  if (code === null || !/^E[A-Z]+$/.test(code)) return error
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new MachineError(
      'output_disk_full',
      `${folder} cannot take the export: the disk is full. Make room and run this again; what stood there before still stands.`,
      { cause: error },
    )
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return new UsageError('export_folder_foreign', `${folder} is a file, or lies below one. Name a folder.`, {
      cause: error,
    })
  return new MachineError(
    'output_not_writable',
    `${folder} cannot be written (${code}). Choose another folder.`,
    {
      cause: error,
    },
  )
}
