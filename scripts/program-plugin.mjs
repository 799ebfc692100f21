// Lets source files import a rulebook as generated code (`import * as program from '…/england/rulebook.yaml?program'`):
// written when the program is built, so that nothing makes code while it runs.
import { build } from 'esbuild'
import { yamlPlugin } from './yaml-plugin.mjs'

const root = new URL('..', import.meta.url).pathname
const wanted = /rulebook\.yaml\?program$/
let written

/** The code of England's rulebook; the generator is bundled and run once. */
async function writeProgram() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/rules/write-england.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [yamlPlugin.esbuild()],
  })
  const generator = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  )
  return generator.writeEngland()
}

const readProgram = () => {
  written ??= writeProgram()
  return written
}

export const programPlugin = {
  esbuild: () => ({
    name: 'program',
    setup(bundle) {
      bundle.onResolve({ filter: wanted }, () => ({
        path: 'england',
        namespace: 'program',
        sideEffects: false,
      }))
      bundle.onLoad({ filter: /.*/, namespace: 'program' }, async () => ({
        contents: await readProgram(),
        loader: 'js',
      }))
    },
  }),
  vite: () => ({
    name: 'program',
    enforce: 'pre',
    resolveId: (id) => (wanted.test(id) ? '\0england.program.js' : null),
    load: (id) => (id === '\0england.program.js' ? readProgram() : null),
  }),
}
