// Builds the process that parses PDFs as one script, pdf.js with it, and beside it what V8 compiled of it in a run on a
// page: loading and compiling pdf.js takes a tenth of the time of a long PDF and a quarter of that of a short one.
import { execFile } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { buildKeptScript } from './kept-script.mjs'
import { makePdfPage } from './pdf-page.mjs'

const PDF = 'src/documents/pdf/index.ts'

/** Takes in pdf.js and leaves out the other formats, which are never asked of this process, and all other packages. */
const onlyPdf = (root) => ({
  name: 'only-pdf',
  setup(bundle) {
    bundle.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import' || !resolveDir.startsWith(join(root, 'src'))) return null
      return relative(root, join(resolveDir, path)) === PDF ? null : { path, external: true }
    })
    bundle.onResolve({ filter: /^[^./#]/ }, ({ path }) =>
      /^unpdf(?:\/|$)/.test(path) ? null : { path, external: true },
    )
  },
})

/** `options` are those of the modules' build. Without a cache, where its run fails, the script is compiled as it runs. */
export async function buildPdfParser({ absWorkingDir: root, outdir, plugins, ...options }) {
  const script = {
    ...options,
    absWorkingDir: root,
    outdir,
    packages: 'bundle',
    // Elsewhere modules of this kind are texts to be written out; here they are packages and the entry below.
    loader: { ...options.loader, '.mjs': 'js' },
  }
  await buildKeptScript({
    ...script,
    entryPoints: [{ in: 'src/documents/parser-process.ts', out: 'pdf-parser' }],
    // A script has no import() of its own.
    supported: { 'dynamic-import': false },
    plugins: [onlyPdf(root), ...plugins],
  })
  await build({
    ...script,
    entryPoints: ['scripts/pdf-process.mjs'],
    splitting: false,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    sourcemap: false,
    define: { 'import.meta.dirname': '__dirname' },
  })
  const page = join(root, outdir, 'pdf-page.pdf')
  writeFileSync(page, makePdfPage())
  // What is kept counts only under V8's own flags, and the process is started with its limit of memory (process/command.ts).
  const flags = ['--max-old-space-size=1024']
  const words = [join(root, 'scripts/keep-compiled.mjs'), join(root, outdir, 'pdf-parser.cjs'), page]
  try {
    await promisify(execFile)(process.execPath, [...flags, ...words], { timeout: 60_000 })
  } catch (error) {
    console.error(`the process that parses PDFs is not kept compiled: ${error.message}`)
  } finally {
    rmSync(page, { force: true })
  }
}
