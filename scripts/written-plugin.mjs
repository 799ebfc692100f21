// Lets source files import what a script of ours writes when the program is built: the script is bundled and run once, and
// its result is the module. `wanted` tells such an import, `entry` is the script, `write` gives the module's code by it.
import { build } from 'esbuild'
import { yamlPlugin } from './yaml-plugin.mjs'

const root = new URL('..', import.meta.url).pathname

async function runScript(entry) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [yamlPlugin.esbuild()],
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

export function writtenPlugin({ name, wanted, entry, write }) {
  let written
  const read = () => {
    written ??= runScript(entry).then(write)
    return written
  }
  const id = `\0${name}.written.js`
  return {
    esbuild: () => ({
      name,
      setup(bundle) {
        bundle.onResolve({ filter: wanted }, () => ({ path: name, namespace: name, sideEffects: false }))
        bundle.onLoad({ filter: /.*/, namespace: name }, async () => ({
          contents: await read(),
          loader: 'js',
        }))
      },
    }),
    vite: () => ({
      name,
      enforce: 'pre',
      resolveId: (path) => (wanted.test(path) ? id : null),
      load: (path) => (path === id ? read() : null),
    }),
  }
}
