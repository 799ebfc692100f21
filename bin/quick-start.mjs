// Runs what is built as a script, most commands and the process that parses PDFs, with what V8 compiled of it when it was
// built.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'

const ON_RECORD = new Set([
  'export',
  'start',
  'tracker',
  'publish',
  'check',
  'verify',
  'rebuild',
  'backup',
  'restore',
])

/** The script that has all that these words need; null where modules do: those load one by one what a command asks for. */
export function scriptFor([command, ...words]) {
  if (ON_RECORD.has(command)) return 'record'
  const isReading = command === 'read' || command === 'compare'
  // HTML is made, and groups are read, by other modules.
  return isReading && !words.some((word) => /html|^--groups|^-[^-]*g/i.test(word)) ? 'quick' : null
}

/** `cachedData` is null where nothing is kept; what another version of V8 kept is passed over. */
export function compileQuickStart(file, cachedData) {
  // Nothing but ASCII, as it was built (scripts/kept-script.mjs).
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: `dist/${basename(file)}`,
    ...(cachedData && { cachedData }),
  })
  const run = () => {
    const module = { exports: {} }
    const start = script.runInThisContext()
    start(module.exports, createRequire(file), module, dirname(file), pathToFileURL(file).href)
  }
  return { script, run }
}
