#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileQuickStart, isQuick } from './quick-start.mjs'

const main = new URL('../dist/main.js', import.meta.url)
if (!existsSync(main)) {
  console.error('holdfast is not built yet. Run `npm run build` in its folder, then try again.')
  process.exit(70)
}
const quick = isQuick(process.argv.slice(2)) ? readKept() : null
if (quick === null) await import(main.href)
else compileQuickStart(quick.file, quick.compiled).run()

/** Null where the build could keep nothing. */
function readKept() {
  try {
    const compiled = readFileSync(new URL('../dist/quick.cache', import.meta.url))
    return { file: fileURLToPath(new URL('../dist/quick.cjs', import.meta.url)), compiled }
  } catch {
    return null
  }
}
