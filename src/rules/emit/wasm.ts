/** As much of WebAssembly's binary form as kernels need: operations on four rows at a time, functions, one memory. */

/** Operations one after the other; what they leave on the stack is said where it matters. */
export type Code = readonly number[]

export function unsigned(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest & 0x7f
    rest >>>= 7
    bytes.push(rest === 0 ? low : low | 0x80)
  } while (rest !== 0)
  return bytes
}

function signed(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (;;) {
    const low = rest & 0x7f
    rest >>= 7
    const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)
    bytes.push(isLast ? low : low | 0x80)
    if (isLast) return bytes
  }
}

const vector = (operation: number): Code => [0xfd, ...unsigned(operation)]

export const getLocal = (at: number): Code => [0x20, ...unsigned(at)]
export const setLocal = (at: number): Code => [0x21, ...unsigned(at)]
export const number = (value: number): Code => [0x41, ...signed(value)]
/** Of whole numbers: a shift to the right or left, a sum, less than (without sign), equality. */
export const SHIFT_RIGHT: Code = [0x76]
export const SHIFT_LEFT: Code = [0x74]
export const ADD: Code = [0x6a]
export const IS_BELOW: Code = [0x49]
export const EQUALS: Code = [0x46]
export const IF: Code = [0x04, 0x40]
export const ELSE: Code = [0x05]
export const END: Code = [0x0b]
export const LOOP: Code = [0x03, 0x40]
/** Back to the start of the innermost loop where the number on the stack is not 0. */
export const AGAIN: Code = [0x0d, 0x00]
export const SUBTRACT: Code = [0x6b]
/** The number of 32 bits at an address. */
export const loadNumber = (offset: number): Code => [0x28, 2, ...unsigned(offset)]
export const putNumber = (offset: number): Code => [0x36, 2, ...unsigned(offset)]

const memory = (operation: number, offset: number, alignment: number): Code => [
  ...vector(operation),
  alignment,
  ...unsigned(offset),
]
export const loadRows = (offset: number): Code => memory(0x00, offset, 4)
/** One number of memory for all four rows. */
export const loadAlike = (offset: number): Code => memory(0x09, offset, 2)
export const loadBytes = (offset: number): Code => [
  ...memory(0x5c, offset, 2),
  ...vector(0x89),
  ...vector(0xa9),
]
export const loadLane = (offset: number, lane: number): Code => [...memory(0x56, offset, 2), lane]
export const putRows = (offset: number): Code => memory(0x0b, offset, 4)
export const putLane = (offset: number, lane: number): Code => [...memory(0x5a, offset, 2), lane]
/** One number for all four rows. */
export const alike = (value: number): Code => {
  const bytes = [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255]
  return [...vector(0x0c), ...bytes, ...bytes, ...bytes, ...bytes]
}
export const takeLane = (lane: number): Code => [...vector(0x1b), lane]
/** The lowest bytes of four rows of one and then of four rows of another. */
export const LOWEST_BYTES: Code = [...vector(0x0d), ...[0, 4, 8, 12, 16, 20, 24, 28, 0, 0, 0, 0, 0, 0, 0, 0]]
export const SAME: Code = vector(0x37)
export const LESS: Code = vector(0x39)
export const MORE: Code = vector(0x3b)
export const NOT: Code = vector(0x4d)
export const AND: Code = vector(0x4e)
export const OR: Code = vector(0x50)
/** Of three: bits of the first where the third has them, of the second elsewhere. */
export const CHOOSE: Code = vector(0x52)
export const SIGN: Code = [...number(31), ...vector(0xac)]
export const PLUS: Code = vector(0xae)

export interface WasmFunction {
  /** Of its locals after its two parameters: so many whole numbers, then so many vectors. */
  readonly numbers: number
  readonly vectors: number
  readonly code: Code
}

const list = (entries: readonly Code[]): number[] => [...unsigned(entries.length), ...entries.flat()]
const section = (id: number, bytes: Code): Code => [id, ...unsigned(bytes.length), ...bytes]
const text = (word: string): Code => [...unsigned(word.length), ...Buffer.from(word, 'ascii')]

/** A module of functions of two whole numbers that give nothing, called by their place ("0"), and a memory ("memory"). */
export function assemble(functions: readonly WasmFunction[], pages: number): Uint8Array {
  const bodies = functions.map(({ numbers, vectors, code }) => {
    const body = [2, ...unsigned(numbers), 0x7f, ...unsigned(vectors), 0x7b, ...code, ...END]
    return [...unsigned(body.length), ...body]
  })
  const exported = functions.map((_, at) => [...text(String(at)), 0, ...unsigned(at)])
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 2, 0x7f, 0x7f, 0]),
    ...section(3, list(functions.map(() => [0]))),
    ...section(5, [1, 1, ...unsigned(pages), ...unsigned(pages)]),
    ...section(7, list([[...text('memory'), 2, 0], ...exported])),
    ...section(10, list(bodies)),
  ])
}
