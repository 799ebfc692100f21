/** Content folders on disk: the trackers that come with Holdfast, and any other. */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '../model/index.ts'
import type { ContentFile } from '../tracker/index.ts'

/** The tracker a new record begins with. */
export const FLAGSHIP = 'kinship-england'

/** The folder `trackers/` of this installation: beside the sources, and beside dist/ once built. */
export function findTrackersFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const trackers = join(folder, 'trackers')
    if (existsSync(join(folder, 'package.json')) && existsSync(trackers)) return trackers
    if (dirname(folder) === folder)
      throw new Error('the folder trackers/ is missing beside the program: install Holdfast again')
  }
}

/** All content folders that come with Holdfast, by name. */
export async function listTrackers(): Promise<string[]> {
  const folder = findTrackersFolder()
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .sort()
}

/** The .yaml files of a folder and those below it, in the order of their names; `path` begins with the folder's name. */
export async function readContentFolder(folder: string): Promise<ContentFile[]> {
  const names = await listFiles(folder)
  const lead = basename(resolve(folder))
  return Promise.all(
    names.map(async (name) => ({
      path: `${lead}/${name.replaceAll('\\', '/')}`,
      text: await readText(join(folder, name)),
    })),
  )
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new UsageError(
      'file_not_found',
      `There is no folder ${folder} that can be read. Name the content folder of a tracker, such as trackers/kinship-england.`,
      { cause: error },
    )
  })
  const names = entries.filter((name) => /\.ya?ml$/.test(name)).sort()
  if (names.length === 0)
    throw new UsageError(
      'file_not_found',
      `There are no .yaml files in ${folder}. Name the content folder of a tracker, such as trackers/kinship-england.`,
    )
  return names
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError('file_not_readable', `${file} cannot be read. Change its permissions, or copy it.`, {
      cause: error,
    })
  }
}
