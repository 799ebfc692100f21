/** The files that were named, and those in the folders that were named. */
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../model/index.ts'

export interface FoundFiles {
  readonly files: readonly string[]
  /** What was passed over, and why: links lead out of the folder, and may go in circles. */
  readonly passedOver: readonly string[]
  readonly hasFolder: boolean
}

/** In the order named, folders by name. Throws `file_not_found` where a name is nothing, `file_not_readable` for a closed folder. */
export async function findFiles(names: readonly string[]): Promise<FoundFiles> {
  const files: string[] = []
  const passedOver: string[] = []
  let hasFolder = false
  for (const name of names) {
    const stats = await lstat(name).catch(() => null)
    if (stats === null)
      throw new UsageError(
        'file_not_found',
        `There is no file ${name}. Check the spelling, or give the whole path.`,
      )
    if (stats.isDirectory()) {
      hasFolder = true
      await walk(name, files, passedOver)
    } else files.push(name)
  }
  return { files, passedOver, hasFolder }
}

async function walk(folder: string, files: string[], passedOver: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new UsageError(
      'file_not_readable',
      `The folder ${folder} cannot be read. Change its permissions.`,
      {
        cause: error,
      },
    )
  })
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) await walk(path, files, passedOver)
    else if (entry.isFile()) files.push(path)
    else passedOver.push(`${path} is a link or a device, and was passed over. Name it by itself to add it.`)
  }
}
