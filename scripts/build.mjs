// Builds dist/: the command line, the parser process and the pages' scripts. Fast enough (about a second) to run
// before every start, so that what runs is always what stands in src/.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { build } from 'esbuild'
import { browserPlugin } from './browser-plugin.mjs'
import { writeFingerprint } from './fingerprint.mjs'
import { lexiconPlugin } from './lexicon-plugin.mjs'
import { buildPdfParser } from './pdf-parser.mjs'
import { programPlugin } from './program-plugin.mjs'
import { buildQuickStart } from './quick-start.mjs'
import { buildRecordScript, rehearseRecordStart } from './record-start.mjs'
import { synonymsPlugin } from './synonyms-plugin.mjs'
import { yamlPlugin } from './yaml-plugin.mjs'

const root = new URL('..', import.meta.url).pathname
const entries = {
  main: 'src/cli/main.ts',
  'parser-process': 'src/documents/parser-process.ts',
  'export-worker': 'src/site/export/export-worker.ts',
  'rehearsal-record': 'scripts/rehearsal-record.ts',
  'microdata-worker': 'src/cli/microdata/microdata-worker.ts',
  score: 'test/measures/score.ts',
  bench: 'test/measures/bench.ts',
  fit: 'test/measures/fit.ts',
  mutate: 'test/rules/mutation/mutate.ts',
  fuzz: 'test/fuzz/fuzz.ts',
  'fuzz-child': 'test/fuzz/fuzz-child.ts',
}
const entryPoints = Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(root + file)))

// Built beside dist/ and put in its place at the end, so that who runs meanwhile finds the old one or the new one, whole.
const fresh = `.dist-${process.pid}`
const options = {
  absWorkingDir: root,
  entryPoints,
  outdir: fresh,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: '#markup',
  // Style sheets, browser scripts and the exports' verifier are taken in as text (`?raw`), to be written out again.
  loader: { '.css': 'text', '.client.js': 'text', '.mjs': 'text' },
  sourcemap: 'linked',
  logLevel: 'warning',
  plugins: [
    programPlugin.esbuild(),
    lexiconPlugin.esbuild(),
    synonymsPlugin.esbuild(),
    yamlPlugin.esbuild(),
    browserPlugin.esbuild(),
  ],
}
// The parts write into it side by side, and on a machine that has read none of this yet any of them may come first.
mkdirSync(root + fresh, { recursive: true })
process.once('exit', () => rmSync(root + fresh, { recursive: true, force: true }))
await Promise.all([
  Promise.all([build(options), buildRecordScript(options)]).then(() => rehearseRecordStart(options)),
  buildQuickStart(options),
  buildPdfParser(options),
  // Alone in its file: it is to be there before the record is.
  build({
    ...options,
    entryPoints: { 'disk-worker': 'src/site/export/disk-worker.ts' },
    splitting: false,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
  }),
])
writeFingerprint(root + fresh)
for (let tries = 20; !swapIn(); tries--) {
  if (tries === 0) throw new Error('dist/ could not be put in its place: another build keeps taking it')
}
rmSync(`${root}.dist-old-${process.pid}`, { recursive: true, force: true })

/** False where another build was faster, and its dist/ is to be put away as well. */
function swapIn() {
  const old = `${root}.dist-old-${process.pid}`
  try {
    rmSync(old, { recursive: true, force: true })
    renameSync(`${root}dist`, old)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error // the first build has nothing to put away
  }
  try {
    renameSync(root + fresh, `${root}dist`)
    return true
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    return false
  }
}
