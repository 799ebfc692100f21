// Builds what lets `holdfast read` and `holdfast compare` start sooner: their code as one script, and beside it what V8
// compiled of it in a run on a page of text. A module's compiled code cannot be kept on Node 20, a script's can.
import { execFile } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { buildKeptScript } from './kept-script.mjs'

/** What those two commands load when they are asked for it. bin/holdfast.mjs gives all else to the modules. */
const OWN =
  /^src\/(?:documents|reading|comparing|api)\/index\.ts$|^src\/documents\/(?:plain\/index|process\/run-parser)\.ts$|^src\/cli\/(?:engine|read-command|compare-command|output|help)\.ts$/

/** Packages that it needs at its start: taken in, since to look for one among the modules costs several times its run. */
const OWN_PACKAGES = /^wink-porter2-stemmer$/

const { resolve: resolvePackage } = createRequire(import.meta.url)

/** Leaves out what only other commands, formats and processes load. */
const onlyOwn = (root) => ({
  name: 'only-own',
  setup(bundle) {
    bundle.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return null
      return OWN.test(relative(root, join(resolveDir, path))) ? null : { path, external: true }
    })
    bundle.onResolve({ filter: OWN_PACKAGES }, ({ path }) => ({ path: resolvePackage(path) }))
  },
})

/** `options` are those of the modules' build. Without a cache, where its run fails, the script is compiled as it runs. */
export async function buildQuickStart({ absWorkingDir: root, outdir, ...options }) {
  const file = join(root, outdir, 'quick.cjs')
  await buildKeptScript({
    ...options,
    absWorkingDir: root,
    entryPoints: [{ in: 'src/cli/main.ts', out: 'quick' }],
    outdir,
    plugins: [onlyOwn(root), ...options.plugins],
  })
  const page = join(dirname(file), 'quick-page.txt')
  writeFileSync(page, PAGE)
  try {
    await promisify(execFile)(process.execPath, [join(root, 'scripts/keep-compiled.mjs'), file, page])
  } catch (error) {
    console.error(`the start of read and compare is not kept compiled: ${error.message}`)
  } finally {
    rmSync(page, { force: true })
  }
}

/** Has what most pages have: a heading, a list, a reply, a promise with date, money and people, and a number. */
const PAGE = `A plan for the library

Summary

1. The council accepts this recommendation in part and will publish its plan by the end of March 2027.

The review found that visits fell by 12 per cent. It recommended that ministers should:

- give £2 million a year to special guardians and kinship foster carers, except where a court decides otherwise
- consult families, subject to Parliament

“We will open the reading room in the spring,” the minister said. Staff have begun the work, but no date is set.
`
