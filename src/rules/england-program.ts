/** The rulebook of England as the code that the build generated from it, for populations. */
import { supports } from '../../rulebook/england/rulebook.yaml?program'
import type { Program } from './program.ts'

// The generator wrote one function of this shape for each support; a test compares all of them with the interpreter.
export const englandProgram: Program = { supports: supports as Program['supports'] }
