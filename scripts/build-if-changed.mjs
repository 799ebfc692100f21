// Builds dist/ where anything that goes into it is newer than it is: a start that changed nothing does not wait for it.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('..', import.meta.url).pathname
const built = join(root, 'dist/main.js')
const parts = ['src', 'lexicon', 'rulebook', 'scripts', 'package.json', 'package-lock.json']

function newestIn(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}

const isFresh =
  existsSync(built) &&
  parts.every((part) => !existsSync(join(root, part)) || newestIn(join(root, part)) < statSync(built).mtimeMs)
if (!isFresh) await import('./build.mjs')
