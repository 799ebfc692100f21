/** The rulebook of England as the code that the build generated from it, for populations. */
import * as written from '../../rulebook/england/rulebook.yaml?program'
import type { WrittenProgram } from './kernels.ts'
import type { Program } from './program.ts'
import { makeProgram } from './run-program.ts'

// The generator wrote one of this shape; a test compares it with the interpreter.
export const englandProgram: Program = makeProgram(written as unknown as WrittenProgram)
