// Lets source files import content written as YAML (`import cues from '../../lexicon/cues.yaml'`): parsed once when
// the program is built, so that starting it costs no YAML parser.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const toModule = (file) => JSON.stringify(parse(readFileSync(file, 'utf8')))

export const yamlPlugin = {
  esbuild: () => ({
    name: 'yaml',
    setup(build) {
      build.onLoad({ filter: /\.yaml$/ }, (args) => ({ contents: toModule(args.path), loader: 'json' }))
    },
  }),
  vite: () => ({
    name: 'yaml',
    transform(_code, id) {
      if (!id.endsWith('.yaml')) return null
      return { code: `export default ${toModule(id)}`, map: null }
    },
  }),
}
