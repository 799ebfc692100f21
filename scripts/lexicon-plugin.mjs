// Lets source files import what can be worked out of the lexicon before any text is read (`import built from
// '../../lexicon?built'`): worked out and checked when the program is built, so that a start costs a fraction of it.
import { writtenPlugin } from './written-plugin.mjs'

export const lexiconPlugin = writtenPlugin({
  name: 'lexicon',
  wanted: /\/lexicon\?built$/,
  entry: 'src/reading/write-lexicon.ts',
  // JSON.parse of a string starts faster than an object written as code.
  write: ({ writeLexicon }) =>
    `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(writeLexicon()))})`,
})
