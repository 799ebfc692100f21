/**
 * One kernel while it is written: what is set once before its loop, the operations of the loop over four rows at a time,
 * which locals of the blocks that are open hold what, and which columns and numbers of the plan it reads.
 */
import {
  columnAt,
  type Kernel,
  type KernelColumn,
  type KernelNumber,
  NUMBERS_AT,
  RATES_AT,
} from '../kernels.ts'
import {
  ADD,
  AGAIN,
  alike,
  type Code,
  ELSE,
  END,
  EQUALS,
  getLocal,
  IF,
  IS_BELOW,
  LOOP,
  loadAlike,
  loadLane,
  loadNumber,
  loadRows,
  number,
  SHIFT_LEFT,
  SHIFT_RIGHT,
  setLocal,
  takeLane,
  type WasmFunction,
} from './wasm.ts'

const ROWS = 0
const IS_FIRST = 1
/** How far the loop has come in columns of four bytes, and in columns of one. */
const WIDE = 2
const NARROW = 3
const NUMBERS = 2

export class KernelBody {
  private readonly head: number[] = []
  private readonly body: number[] = []
  private vectors = 0
  private readonly constants = new Map<string, Code>()
  private readonly columns: KernelColumn[] = []
  private readonly numbers: KernelNumber[] = []
  private readonly blocks: Map<string, Code>[] = [new Map()]

  /** Addresses of the four rows at hand, in columns of four bytes and of one. */
  readonly wide = getLocal(WIDE)
  readonly narrow = getLocal(NARROW)

  write(...code: readonly Code[]): void {
    for (const part of code) this.body.push(...part)
  }

  /** Keeps what the code leaves on the stack. @returns the code that gives it again. */
  local(...code: readonly Code[]): Code {
    const at = this.nextVector()
    this.write(...code, setLocal(at))
    return getLocal(at)
  }

  /** What an open block holds under the key already, or what is made now. */
  kept(key: string, make: () => Code): Code {
    for (const block of [...this.blocks].reverse()) {
      const known = block.get(key)
      if (known) return known
    }
    const made = make()
    this.blocks.at(-1)?.set(key, made)
    return made
  }

  /** A whole number for every row. */
  constant(value: number): Code {
    return this.once(`constant ${value}`, () => alike(value))
  }

  /** A whole number of the plan for every row. */
  planned(of: KernelNumber): Code {
    return this.once(`planned ${JSON.stringify(of)}`, () => [...number(0), ...loadAlike(this.numberAt(of))])
  }

  column(of: KernelColumn): Code {
    const key = JSON.stringify(of)
    return this.kept(`column ${key}`, () => {
      let index = this.columns.findIndex((one) => JSON.stringify(one) === key)
      if (index < 0) index = this.columns.push(of) - 1
      return this.local(this.wide, loadRows(columnAt(index)))
    })
  }

  /** The rates at four places, one for each row. */
  rates(places: Code): Code {
    const rows = this.nextVector()
    this.write(this.constant(0), setLocal(rows))
    for (const lane of [0, 1, 2, 3])
      this.write(
        [...places, ...takeLane(lane), ...number(2), ...SHIFT_LEFT],
        getLocal(rows),
        loadLane(RATES_AT, lane),
        setLocal(rows),
      )
    return getLocal(rows)
  }

  /** One of several, as a number of the plan says; the others are not worked out. */
  choose(by: KernelNumber, makes: readonly (() => Code)[]): Code {
    const result = this.nextVector()
    const at = this.numberAt(by)
    makes.forEach((make, index) => {
      const isLast = index === makes.length - 1
      if (!isLast) this.write(number(0), loadNumber(at), number(index), EQUALS, IF)
      this.inBlock(() => this.write(make(), setLocal(result)))
      if (!isLast) this.write(ELSE)
    })
    for (let index = 1; index < makes.length; index++) this.write(END)
    return getLocal(result)
  }

  /** What is done only where an earlier group has looked at the rows already. */
  unlessFirst(inside: () => void): void {
    this.write(getLocal(IS_FIRST), number(0), EQUALS, IF)
    this.inBlock(inside)
    this.write(END)
  }

  /** A vector that blocks can set. */
  variable(value: Code): { readonly get: Code; readonly set: Code } {
    const at = this.nextVector()
    this.write(value, setLocal(at))
    return { get: getLocal(at), set: setLocal(at) }
  }

  finish(): { readonly code: WasmFunction; readonly reads: Pick<Kernel, 'columns' | 'numbers'> } {
    const code = [
      ...this.head,
      ...LOOP,
      ...[...this.wide, ...number(2), ...SHIFT_RIGHT, ...setLocal(NARROW)],
      ...this.body,
      ...[...this.wide, ...number(16), ...ADD, ...setLocal(WIDE)],
      ...[...this.wide, ...getLocal(ROWS), ...number(2), ...SHIFT_LEFT, ...IS_BELOW, ...AGAIN],
      ...END,
    ]
    return {
      code: { numbers: NUMBERS, vectors: this.vectors, code },
      reads: { columns: this.columns, numbers: this.numbers },
    }
  }

  private inBlock(inside: () => void): void {
    this.blocks.push(new Map())
    inside()
    this.blocks.pop()
  }

  private once(key: string, make: () => Code): Code {
    const known = this.constants.get(key)
    if (known) return known
    const at = this.nextVector()
    this.head.push(...make(), ...setLocal(at))
    this.constants.set(key, getLocal(at))
    return getLocal(at)
  }

  private numberAt(of: KernelNumber): number {
    const key = JSON.stringify(of)
    let index = this.numbers.findIndex((one) => JSON.stringify(one) === key)
    if (index < 0) index = this.numbers.push(of) - 1
    return NUMBERS_AT + 4 * index
  }

  private nextVector(): number {
    return NUMBERS + 2 + this.vectors++
  }
}
