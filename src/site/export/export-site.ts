/** The whole tracker as a folder of files: every page, what machines read, search, the record and what checks it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createWorkforce } from './crew.ts'
import { startDisk } from './disk-thread.ts'
import type { ExportEffects, Exported, ExportOptions } from './export-options.ts'
import { type ExportFolder, explainFolder, openExportFolder, prepareExportFolder } from './folder.ts'
import { NOTES_FILE, type Notes } from './notes.ts'
import { prepareRecord } from './prepare-record.ts'
import { parseNotes } from './read-notes.ts'
import { writeExport } from './write-export.ts'

/** Throws `export_folder_foreign`, `export_in_progress`, `output_disk_full`, `output_not_writable`. */
export async function exportSite(options: ExportOptions, effects: ExportEffects): Promise<Exported> {
  options.record.catch(() => undefined) // told below, where it is waited for
  const disk = startDisk()
  const workforce = createWorkforce(effects.threads)
  let opening: Promise<ExportFolder> | undefined
  try {
    await prepareExportFolder(options.folder)
    opening = openExportFolder(options.folder, { ...options, disk })
    opening.then(
      // A folder without an export needs everything made: the threads load while the record is read.
      (folder) => folder.listed.files.length === 0 && workforce.start(),
      () => undefined, // told below
    )
    // Thousands of files are looked at elsewhere until this is ready.
    const [last, prepared, folder] = await Promise.all([
      readNotes(options.folder),
      prepareRecord(options),
      opening,
    ])
    return await writeExport({ ...options, ...prepared, last }, effects, folder, workforce)
  } catch (error) {
    await workforce.close()
    const folder = await opening?.catch(() => null)
    if (!folder) throw error
    await folder.abandon()
    throw explainFolder(options.folder, error)
  } finally {
    await workforce.close()
    await disk.close()
  }
}

/** What the last export noted, taken apart while the record is read: it is believed where the folder says that nobody touched it. */
const readNotes = async (folder: string): Promise<Notes | null> =>
  parseNotes(await readFile(join(folder, NOTES_FILE)).catch(() => Buffer.alloc(0)))
