/** Builds processes that parse badly in a way of the test's choosing, from the product's own serveParser. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../architecture/source-files.ts'

export interface TestParsers {
  /** The built entry of a parser. */
  readonly entry: (name: string) => string
  readonly remove: () => void
}

/**
 * Builds `parsers`, each the body of `async (source, options) => {…}`; `product` is the product's own entry.
 * They stand under node_modules, where the packages that the product's parsers need can be found.
 */
export async function buildTestParsers(parsers: Readonly<Record<string, string>>): Promise<TestParsers> {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'holdfast-parsers-'))
  const options = {
    absWorkingDir: root,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  } as const
  await build({
    ...options,
    splitting: true,
    outdir: folder,
    entryPoints: { product: 'src/documents/parser-process.ts' },
  })
  for (const [name, body] of Object.entries(parsers)) {
    const contents = `import { serveParser } from './src/documents/process/serve-parser.ts'
      serveParser(async (source, options) => { ${body} })`
    await build({
      ...options,
      outfile: join(folder, `${name}.mjs`),
      stdin: { contents, resolveDir: root, loader: 'js' },
    })
  }
  return {
    entry: (name) => join(folder, `${name}.mjs`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
