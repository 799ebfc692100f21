#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileQuickStart, scriptFor } from './quick-start.mjs'

const main = new URL('../dist/main.js', import.meta.url)
if (!existsSync(main)) {
  console.error('holdfast is not built yet. Run `npm run build` in its folder, then try again.')
  process.exit(70)
}
const script = scriptFor(process.argv.slice(2))
const kept = script === null ? null : readKept(script)
if (kept === null) await import(main.href)
else compileQuickStart(kept.file, kept.compiled).run()

/** Null where the build could keep nothing. */
function readKept(name) {
  try {
    const compiled = readFileSync(new URL(`../dist/${name}.cache`, import.meta.url))
    return { file: fileURLToPath(new URL(`../dist/${name}.cjs`, import.meta.url)), compiled }
  } catch {
    return null
  }
}
