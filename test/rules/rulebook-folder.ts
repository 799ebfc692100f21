/** For tests: a rulebook read from its folder, file by file, as someone who edits it has it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseRulebookTexts } from '../../src/rules/parse-texts.ts'
import type { Rulebook } from '../../src/rules/rulebook.ts'

/** @param name the folder below `rulebook/`; its scenarios are left out. */
export function readRulebookFolder(name: string): { texts: Record<string, string>; book: Rulebook } {
  const folder = resolve(import.meta.dirname, '../../rulebook', name)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && !file.startsWith('scenarios'))
    .sort()
  const texts = Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
  return { texts, book: parseRulebookTexts(texts) }
}
