// Lets source files import a rulebook as generated code (`import * as program from '…/england/rulebook.yaml?program'`):
// written when the program is built, so that nothing makes code while it runs.
import { writtenPlugin } from './written-plugin.mjs'

export const programPlugin = writtenPlugin({
  name: 'program',
  wanted: /rulebook\.yaml\?program$/,
  entry: 'src/rules/write-england.ts',
  write: ({ writeEngland }) => writeEngland(),
})
