#!/usr/bin/env node
import { existsSync } from 'node:fs'

const main = new URL('../dist/main.js', import.meta.url)
if (!existsSync(main)) {
  console.error('holdfast is not built yet. Run `npm run build` in its folder, then try again.')
  process.exit(70)
}
await import(main.href)
