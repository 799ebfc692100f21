// Lets source files import a browser script as text (`import script from './search.client.ts?browser'`): bundled with what it
// imports and made small, when the program is built.
import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { build } from 'esbuild'
import { parse } from 'yaml'
import { yamlPlugin } from './yaml-plugin.mjs'

const root = new URL('..', import.meta.url).pathname
const wanted = /\.client\.ts\?browser$/

/** The script as text: one file, no module syntax, nothing loaded from elsewhere. */
async function bundle(file) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    // Phones that carers were given years ago: what is newer in the language is written out.
    target: 'es2018',
    legalComments: 'none',
    plugins: [leanPlugin, yamlPlugin.esbuild()],
  })
  return outputFiles[0].text
}

/** Keys of a rulebook that its readers need and an answer does not. */
const notForAnswers = new Set(['examples', 'facts', 'fact', 'matrix', 'note'])

/** Leaves out what a page does not use: parts of own modules that nobody asks for, and the examples inside a rulebook. */
const leanPlugin = {
  name: 'lean',
  setup(inner) {
    // Own modules do nothing when loaded, so those that only an unused export needs can go; but for one.
    inner.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir, kind }) =>
      kind === 'entry-point'
        ? null
        : { path: resolve(resolveDir, path), sideEffects: path.endsWith('/old-phones.ts') },
    )
    inner.onResolve({ filter: /^(yaml|zod|node:.*)$/ }, ({ path }) => ({
      path,
      external: true,
      sideEffects: false,
    }))
    inner.onLoad({ filter: /rulebook\/england\/.*\.yaml$/ }, ({ path }) => ({
      contents: JSON.stringify(parse(readFileSync(path, 'utf8')), (key, value) =>
        notForAnswers.has(key) ? undefined : value,
      ),
      loader: 'json',
    }))
  },
}

export const browserPlugin = {
  esbuild: () => ({
    name: 'browser',
    setup(outer) {
      outer.onResolve({ filter: wanted }, ({ path, resolveDir }) => ({
        // What is built carries this name, and says nothing of where it was built.
        path: relative(root, resolve(resolveDir, path.replace(/\?browser$/, ''))),
        namespace: 'browser',
      }))
      outer.onLoad({ filter: /.*/, namespace: 'browser' }, async ({ path }) => ({
        contents: await bundle(resolve(root, path)),
        loader: 'text',
      }))
    },
  }),
  vite: () => ({
    name: 'browser',
    enforce: 'pre',
    resolveId: (id, importer) =>
      wanted.test(id) && importer
        ? `\0${resolve(dirname(importer), id.replace(/\?browser$/, ''))}.browser.js`
        : null,
    load: async (id) =>
      id.startsWith('\0') && id.endsWith('.client.ts.browser.js')
        ? `export default ${JSON.stringify(await bundle(id.slice(1, -'.browser.js'.length)))}`
        : null,
  }),
}
