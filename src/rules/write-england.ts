/** Run by the build (scripts/program-plugin.mjs): the generated code of England's rulebook. */
import { readEnglandRulebook } from './england.ts'
import { generateProgram } from './generate-program.ts'

export const writeEngland = (): string => generateProgram(readEnglandRulebook())
