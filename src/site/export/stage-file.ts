/** Writes a file of an export beside the old ones. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** One call at a time: for thousands of small files the thread pool costs more than the writing. `made` are folders that are there. Gives where it stands. */
export function stageFile(tree: string, file: string, bytes: string | Uint8Array, made: Set<string>): string {
  const place = join(tree, file)
  const parent = dirname(place)
  if (!made.has(parent)) mkdirSync(parent, { recursive: true })
  made.add(parent)
  writeFileSync(place, bytes)
  return place
}
