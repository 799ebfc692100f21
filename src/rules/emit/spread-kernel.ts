/** The one kernel that no rule asks for: a column of households as a column of their children. */
import { HOUSEHOLDS_AT, NUMBERS_AT, SOURCE_AT } from '../kernels.ts'
import {
  ADD,
  AGAIN,
  END,
  getLocal,
  IS_BELOW,
  LOOP,
  loadNumber,
  number,
  putNumber,
  SHIFT_LEFT,
  SUBTRACT,
  setLocal,
  type WasmFunction,
} from './wasm.ts'

const ROWS = 0
const TO = 1
const FIRST = 2
const AT = 3

/**
 * A function of the rows and of the address to write to. The household of each row stands at HOUSEHOLDS_AT, the values
 * of the households at SOURCE_AT, the first of them that of the household that the first number names.
 */
export const SPREAD_KERNEL: WasmFunction = {
  numbers: 2,
  vectors: 0,
  code: [
    ...[...number(0), ...loadNumber(NUMBERS_AT), ...setLocal(FIRST)],
    ...LOOP,
    ...[...getLocal(TO), ...getLocal(AT), ...ADD],
    ...[...getLocal(AT), ...loadNumber(HOUSEHOLDS_AT), ...getLocal(FIRST), ...SUBTRACT],
    ...[...number(2), ...SHIFT_LEFT, ...loadNumber(SOURCE_AT), ...putNumber(0)],
    ...[...getLocal(AT), ...number(4), ...ADD, ...setLocal(AT)],
    ...[...getLocal(AT), ...getLocal(ROWS), ...number(2), ...SHIFT_LEFT, ...IS_BELOW, ...AGAIN],
    ...END,
  ],
}
