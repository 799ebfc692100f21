// Builds dist/: the command line, the parser process and the pages' scripts. Fast enough (well under a second) to run
// before every start, so that what runs is always what stands in src/.
import { existsSync, rmSync } from 'node:fs'
import { build } from 'esbuild'
import { programPlugin } from './program-plugin.mjs'
import { yamlPlugin } from './yaml-plugin.mjs'

const root = new URL('..', import.meta.url).pathname
const entries = {
  main: 'src/cli/main.ts',
  'parser-process': 'src/documents/parser-process.ts',
  score: 'test/measures/score.ts',
  bench: 'test/measures/bench.ts',
}
const entryPoints = Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(root + file)))

rmSync(`${root}dist`, { recursive: true, force: true })
await build({
  absWorkingDir: root,
  entryPoints,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  // Style sheets and browser scripts are taken in as text (`?raw`), to be written into pages.
  loader: { '.css': 'text', '.client.js': 'text' },
  sourcemap: 'linked',
  logLevel: 'warning',
  plugins: [programPlugin.esbuild(), yamlPlugin.esbuild()],
})
