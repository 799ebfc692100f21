/** An export of a record that says what it said last time, by the same program, into a folder that nobody touched: nothing is to be done. */
import type { ExportFolder } from './folder.ts'
import type { NotesHead } from './notes.ts'
import { hashOf, SEAL_FILE, writeSeal } from './sums.ts'

export interface Unchanged {
  readonly pages: number
  readonly files: number
  readonly seal: string
}

/** Null where anything may have to be made, written or taken away. */
export async function findUnchanged(
  folder: ExportFolder,
  last: NotesHead | null,
  { edition, checkpoint }: { readonly edition: string; readonly checkpoint: string },
): Promise<Unchanged | null> {
  if (!folder.isWhole || last?.edition !== edition || last.checkpoint !== checkpoint) return null
  const { list } = folder
  const [seal, described] = await Promise.all(
    [SEAL_FILE, 'export.json'].map(async (file) => (await folder.read(file))?.toString() ?? ''),
  )
  const hash = hashOf(list)
  if (seal !== writeSeal(hash)) return null
  const { pages } = JSON.parse(described ?? '') as { pages: number } // written by us, and as we wrote it
  return { pages, files: folder.listed.files.length + 2, seal: hash }
}
