// Lets source files import the synonyms of a search (`import synonyms from '../../lexicon?synonyms'`): they come of the
// lexicon's groups, and the reader that knows these takes longer to load than a page to make.
import { writtenPlugin } from './written-plugin.mjs'

export const synonymsPlugin = writtenPlugin({
  name: 'synonyms',
  wanted: /\/lexicon\?synonyms$/,
  entry: 'src/reading/write-synonyms.ts',
  write: ({ writeSynonyms }) => `export default ${JSON.stringify(writeSynonyms())}`,
})
