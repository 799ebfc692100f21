// Entry of the process that parses PDFs (built to dist/pdf-process.cjs): runs the parser from what was compiled of it before.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileQuickStart } from '../bin/quick-start.mjs'

compileQuickStart(join(import.meta.dirname, 'pdf-parser.cjs'), readKept()).run()

/** Null where the build could keep nothing. */
function readKept() {
  try {
    return readFileSync(join(import.meta.dirname, 'pdf-parser.cache'))
  } catch {
    return null
  }
}
