// Lets source files import a browser script as text (`import script from './search.client.ts?browser'`): bundled with what it
// imports and made small, when the program is built.
import { dirname, resolve } from 'node:path'
import { build } from 'esbuild'
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
    target: 'es2022',
    legalComments: 'none',
    plugins: [yamlPlugin.esbuild()],
  })
  return outputFiles[0].text
}

export const browserPlugin = {
  esbuild: () => ({
    name: 'browser',
    setup(outer) {
      outer.onResolve({ filter: wanted }, ({ path, resolveDir }) => ({
        path: resolve(resolveDir, path.replace(/\?browser$/, '')),
        namespace: 'browser',
      }))
      outer.onLoad({ filter: /.*/, namespace: 'browser' }, async ({ path }) => ({
        contents: await bundle(path),
        loader: 'text',
      }))
    },
  }),
  vite: () => ({
    name: 'browser',
    enforce: 'pre',
    resolveId: (id, importer) =>
      wanted.test(id) && importer ? `\0${resolve(dirname(importer), id.replace(/\?browser$/, ''))}.browser.js` : null,
    load: async (id) =>
      id.startsWith('\0') && id.endsWith('.client.ts.browser.js')
        ? `export default ${JSON.stringify(await bundle(id.slice(1, -'.browser.js'.length)))}`
        : null,
  }),
}
