/** `holdfast init NAME`: starts an empty tracker in a new folder, whole or not at all. */
import { randomBytes } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { MachineError, UsageError } from '../model/index.ts'
import type { CommandLine } from './command-line.ts'
import { findTrackersFolder } from './content-folder.ts'
import { cleanForTerminal } from './display-width.ts'
import { EXIT_OK } from './exit-code.ts'
import { explainOutput, writeResult } from './output.ts'
import type { Terminal } from './terminal.ts'

/** As long as a record's id may be, because the folder's name becomes the tracker's id. */
const LONGEST_NAME = 80
/** Names that Windows keeps for devices: a folder that cannot be copied there is no good home for public content. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** Throws UsageError for a name that will not do or is taken, MachineError where nothing can be written. */
export async function runInit(line: CommandLine, terminal: Terminal): Promise<number> {
  const name = checkName(line.files[0] ?? '')
  const folder = resolve(name)
  const isThere = await lstat(folder).catch(() => undefined)
  if (isThere !== undefined) throw alreadyThere(name)
  const files = await fillTemplate(name)
  await writeFolderWhole(folder, name, files, terminal.signal)
  await writeResult(describe(name, files.length), null, terminal)
  return EXIT_OK
}

function checkName(name: string): string {
  const told = cleanForTerminal(name.slice(0, LONGEST_NAME))
  if (/[/\\]/.test(name) || name === '.' || name === '..')
    throw new UsageError(
      'name_invalid',
      `"${told}" is a path. The tracker is made in the folder you are in: go there, and give its name only, such as "clean-rivers".`,
    )
  if (name.length > LONGEST_NAME || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || RESERVED.test(name))
    throw new UsageError(
      'name_invalid',
      `"${told}" cannot name a tracker: the name becomes part of addresses. Use up to ${LONGEST_NAME} lower-case letters, digits and single hyphens, such as "clean-rivers".`,
    )
  return name
}

const alreadyThere = (name: string): UsageError =>
  new UsageError(
    'folder_exists',
    `There is already something called ${name} here, and it was left as it is. Choose another name, or go to another folder.`,
  )

interface TemplateFile {
  /** Relative to the tracker's folder. */
  readonly path: string
  readonly text: string
}

/** The template's files with name, title and day put in. */
async function fillTemplate(name: string): Promise<TemplateFile[]> {
  const template = join(dirname(findTrackersFolder()), 'templates', 'tracker')
  const entries = await readdir(template, { recursive: true, withFileTypes: true })
  const values: Readonly<Record<string, string>> = { name, title: titleOf(name), today: dayOf(new Date()) }
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(
    files.map(async ({ parentPath, name: file }) => {
      const path = join(parentPath, file)
      const text = await readFile(path, 'utf8')
      return {
        path: path.slice(template.length + 1),
        text: text.replaceAll(/\{\{(\w+)\}\}/g, (_all, key: string) => values[key] ?? ''),
      }
    }),
  )
}

/** "clean-rivers" is at first called "Clean rivers". */
const titleOf = (name: string): string => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('-', ' ')

/** The day by this machine's clock. */
const dayOf = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

/** Written beside its place and then renamed, so that no half-made tracker is ever found. */
async function writeFolderWhole(
  folder: string,
  name: string,
  files: readonly TemplateFile[],
  signal: AbortSignal,
): Promise<void> {
  const draft = join(dirname(folder), `.${name}.${randomBytes(6).toString('hex')}.part`)
  try {
    await mkdir(draft)
    for (const { path, text } of files) {
      await mkdir(dirname(join(draft, path)), { recursive: true })
      await writeFile(join(draft, path), text, { signal })
    }
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined) // the first error is the one to tell
    if (signal.aborted) throw new MachineError('interrupted', 'Stopped before the end. Nothing was made.')
    throw explainFolder(error, name)
  }
}

function explainFolder(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(code)) return alreadyThere(name)
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code))
    return new MachineError(
      'output_not_writable',
      `${name} cannot be made here (${code}): this folder takes no new files. Go to one that is yours to write in.`,
      { cause: error },
    )
  return explainOutput(error, name)
}

const describe = (name: string, count: number): string =>
  [
    `${name}/ is ready: ${count} files with an example of every kind of record, commented out.`,
    '',
    `  ${name}/README.md             says what each file holds`,
    `  ${name}/tracker.yaml          begin here: title, keeper, verdict scale`,
    '',
    `  holdfast check ${name}        names every problem with its file and line`,
    `  holdfast tracker ${name}      opens its pages`,
    '',
  ].join('\n')
