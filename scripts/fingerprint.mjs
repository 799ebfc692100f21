// Writes down what tells this build from any other, so that an export need not read all of the program to know whether the
// pages that are there were made by it.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The hash of every program in the folder, in a file beside them. */
export function writeFingerprint(folder) {
  const hash = createHash('sha256')
  const programs = readdirSync(folder).filter((name) => /\.c?js$/.test(name))
  for (const name of programs.sort()) hash.update(name).update(readFileSync(join(folder, name)))
  writeFileSync(join(folder, 'fingerprint'), hash.digest('hex'))
}
