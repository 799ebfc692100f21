// Builds what lets the commands on the record start sooner: their code with the packages it needs as one script, and beside
// it what V8 compiled of it in a rehearsal (keep-record-start.mjs), which needs no PostgreSQL.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { buildKeptScript } from './kept-script.mjs'

/** What those commands never load: the other commands, and the formats that another process parses. */
const OTHERS =
  /^src\/cli\/(?:entitlement|simulate|rulebook|documents|read|compare|serve)-command\.ts$|^src\/cli\/(?:engine|group-file)\.ts$|^src\/documents\/(?:pdf|html|markdown|docx|plain)\/index\.ts$/

/** Left where they are: machine code, or asked for where they are there alone. */
const external = ['@resvg/resvg-js', 'pg-native', 'pg-cloudflare']

const takeIn = (root) => ({
  name: 'take-in',
  setup(bundle) {
    bundle.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return null
      return OTHERS.test(relative(root, join(resolveDir, path))) ? { path, external: true } : null
    })
    // Elsewhere modules of this kind are texts to be written out; here they are packages, but for this one.
    bundle.onLoad({ filter: /verify-export\.mjs$/ }, ({ path }) => {
      return { contents: readFileSync(path, 'utf8'), loader: 'text' }
    })
  },
})

/** `options` are those of the modules' build. */
export function buildRecordScript({ absWorkingDir: root, plugins, ...options }) {
  return buildKeptScript({
    ...options,
    absWorkingDir: root,
    entryPoints: [{ in: 'src/cli/main.ts', out: 'record' }],
    packages: 'bundle',
    // A script has no import() of its own.
    supported: { 'dynamic-import': false },
    external,
    loader: { ...options.loader, '.mjs': 'js' },
    // A package looks by it whether it runs elsewhere, and where there is none loads what fetches pages to find out.
    define: { navigator: '{"userAgent":"Node.js"}' },
    plugins: [takeIn(root), ...plugins],
  })
}

/** Wants the script and the modules. Without a cache, where it fails, the commands start from the modules. */
export async function rehearseRecordStart({ absWorkingDir: root, outdir }) {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-rehearsal-'))
  const words = [join(root, 'scripts/keep-record-start.mjs'), join(root, outdir), folder]
  try {
    await promisify(execFile)(process.execPath, words, { timeout: 60_000 })
  } catch (error) {
    console.error(`the start of commands on the record is not kept compiled: ${error.message}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
