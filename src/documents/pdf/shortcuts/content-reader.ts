/**
 * Reads the operations of a page's content from its bytes. pdf.js asks a parser, a lexer and a stream in turn for every
 * letter; this knows what nearly all pages are written in and stops before anything else, for pdf.js to read on from there.
 */
import { ShownCodes } from './shown-codes.ts'

/** An operator as pdf.js tells of it. */
export interface Operator {
  readonly id: number
  readonly numArgs: number
  readonly variableArgs: boolean
}

/** What `next` gives where all is read, and where something that is not known here stands at `start`. */
export const END = 'end'
export const UNKNOWN = 'unknown'

/** Stands among arguments for a dictionary, which `dictionaryWith` gives as it is written. */
export const DICTIONARY = Symbol('dictionary')

/** 1 for white space, 2 for what else ends a name or an operator. */
const BREAKS = Uint8Array.from({ length: 256 }, (_, code) =>
  [0, 9, 10, 12, 13, 32].includes(code) ? 1 : '()<>[]{}/%'.includes(String.fromCharCode(code)) ? 2 : 0,
)
const LONGEST_OPERATOR = 3
/** More arguments than this are no operation's. */
const MOST_ARGUMENTS = 33
const ESCAPES: ReadonlyMap<number, number> = new Map([
  [110, 10],
  [114, 13],
  [116, 9],
  [98, 8],
  [102, 12],
])

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isOctal = (code: number): boolean => code >= 48 && code <= 55

/** 0 to 15; -1 for what is no hexadecimal digit. */
function hexValue(code: number): number {
  if (isDigit(code)) return code - 48
  return (code >= 65 && code <= 70) || (code >= 97 && code <= 102) ? (code & 15) + 9 : -1
}

/** The letters of an operator as one number. */
export const keyOf = (operator: string): number =>
  [...operator].reduceRight((key, letter) => key * 256 + letter.charCodeAt(0), 0)

/** `Known` is what an operator is known as. */
export class ContentReader<Known extends Operator> {
  /** Where the operation starts that was read last. */
  start = 0
  /** Its arguments: numbers, names, `shown`, DICTIONARY; null for none. */
  args: unknown[] | null = null
  /** Its string, or its array of strings and numbers. */
  readonly shown = new ShownCodes()
  /** Whether that is an array. */
  isArray = false
  /** Where the dictionary stands that was passed last. */
  #dictionary: readonly [start: number, end: number] = [0, 0]
  #at = 0
  readonly #bytes: Uint8Array
  readonly #operators: ReadonlyMap<number, Known>
  readonly #nameOf: (name: string) => unknown

  /** `operators` go by their keys; `nameOf` gives what stands for a name among the arguments. */
  constructor(bytes: Uint8Array, operators: ReadonlyMap<number, Known>, nameOf: (name: string) => unknown) {
    this.#bytes = bytes
    this.#operators = operators
    this.#nameOf = nameOf
  }

  /** Reads one operation. */
  next(): Known | typeof END | typeof UNKNOWN {
    this.args = null
    this.start = this.#at
    for (;;) {
      const code = this.#skipBlanks()
      if (code < 0) return END
      const argument = this.#readArgument(code)
      if (argument === null) return this.#readOperator()
      if (argument === undefined) return UNKNOWN
      if (this.args === null) this.args = [argument]
      else if (this.args.push(argument) > MOST_ARGUMENTS) return UNKNOWN
    }
  }

  /** The source of the dictionary among the arguments, a character a byte, where it has the entry `key`; "" elsewhere. */
  dictionaryWith(key: string): string {
    const [start, end] = this.#dictionary
    if (!this.#holds(key, start, end)) return ''
    let source = ''
    for (let at = start; at < end; at++) source += String.fromCharCode(this.#bytes[at] ?? 0)
    return source
  }

  #holds(key: string, start: number, end: number): boolean {
    const bytes = this.#bytes
    for (
      let at = bytes.indexOf(47, start);
      at >= 0 && at + key.length < end;
      at = bytes.indexOf(47, at + 1)
    ) {
      let known = 1
      while (known < key.length && bytes[at + known] === key.charCodeAt(known)) known++
      if (known === key.length) return true
    }
    return false
  }

  #skipBlanks(): number {
    const bytes = this.#bytes
    let at = this.#at
    while (BREAKS[bytes[at] ?? 255] === 1) at++
    this.#at = at
    return bytes[at] ?? -1
  }

  #readOperator(): Known | typeof UNKNOWN {
    const bytes = this.#bytes
    let at = this.#at
    const end = at + LONGEST_OPERATOR
    let key = 0
    for (let shift = 0; at < bytes.length && BREAKS[bytes[at] ?? 0] === 0; shift += 8) {
      if (at === end) return UNKNOWN
      key += (bytes[at++] ?? 0) << shift
    }
    this.#at = at
    const operator = this.#operators.get(key)
    if (operator === undefined) return UNKNOWN
    const count = this.args === null ? 0 : this.args.length
    const isRight = operator.variableArgs ? count <= operator.numArgs : count === operator.numArgs
    return isRight ? operator : UNKNOWN
  }

  /** The argument that `code` begins; null where it begins an operator, undefined for what is not known here. */
  #readArgument(code: number): unknown {
    switch (code) {
      case 47:
        return this.#readName()
      case 40:
      case 91:
      case 60:
        if (code === 60 && this.#bytes[this.#at + 1] === 60) return this.#skipDictionary()
        return this.#readShown(code)
      case 43:
      case 45:
      case 46:
        return this.#readNumber()
      default:
        if (isDigit(code)) return this.#readNumber()
        return BREAKS[code] === 0 ? null : undefined
    }
  }

  #readNumber(): number | undefined {
    const bytes = this.#bytes
    let at = this.#at
    let code = bytes[at] ?? -1
    const sign = code === 45 ? -1 : 1
    if (code === 45 || code === 43) code = bytes[++at] ?? -1
    let divisor = 0
    if (code === 46) {
      divisor = 10
      code = bytes[++at] ?? -1
    }
    if (!isDigit(code)) return undefined
    // Reckoned step by step as pdf.js does, so that no last digit differs.
    let value = code - 48
    for (;;) {
      code = bytes[++at] ?? -1
      if (isDigit(code)) {
        if (divisor !== 0) divisor *= 10
        value = value * 10 + (code - 48)
      } else if (code === 46 && divisor === 0) divisor = 1
      else break
    }
    if (code === 45) return undefined
    this.#at = at
    return sign * (divisor === 0 ? value : value / divisor)
  }

  #readName(): unknown {
    const bytes = this.#bytes
    let name = ''
    let at = this.#at + 1
    for (; at < bytes.length; at++) {
      const code = bytes[at] ?? 0
      if (BREAKS[code] !== 0) break
      if (code === 35) return undefined
      name += String.fromCharCode(code)
    }
    this.#at = at
    return this.#nameOf(name)
  }

  /** An operation shows one string or one array. */
  #readShown(code: number): ShownCodes | undefined {
    const { shown } = this
    if (this.args?.includes(shown)) return undefined
    shown.clear()
    this.isArray = code === 91
    const isRead = this.isArray ? this.#readArray() : code === 40 ? this.#readString() : this.#readHex()
    return isRead ? shown : undefined
  }

  /** False where something else stands in it, here as in all that follow. */
  #readArray(): boolean {
    const { shown } = this
    this.#at++
    for (;;) {
      const code = this.#skipBlanks()
      if (code === 93) {
        this.#at++
        return true
      }
      if (code === 40) {
        if (!this.#readString()) return false
      } else if (code === 60) {
        if (!this.#readHex()) return false
      } else {
        const move = this.#readNumber()
        if (move === undefined) return false
        shown.endPiece(move)
      }
    }
  }

  #readString(): boolean {
    const bytes = this.#bytes
    const { shown } = this
    let depth = 1
    for (let at = this.#at + 1; at < bytes.length; at++) {
      const code = bytes[at] ?? 0
      if (code === 92) {
        at = this.#readEscape(at + 1)
        continue
      }
      if (code === 40) depth++
      else if (code === 41 && --depth === 0) {
        this.#at = at + 1
        shown.endString()
        return true
      }
      shown.push(code)
    }
    return false
  }

  /** Reads what stands behind a backslash; gives the place of its last byte, or the end of all where it is unknown. */
  #readEscape(at: number): number {
    const bytes = this.#bytes
    const code = bytes[at] ?? -1
    if (isOctal(code)) {
      let value = code & 15
      let last = at
      for (let next = bytes[last + 1] ?? -1; last < at + 2 && isOctal(next); next = bytes[last + 1] ?? -1) {
        value = (value << 3) + (next & 15)
        last++
      }
      // Three digits may be more than a byte holds.
      if (value > 255) return bytes.length
      this.shown.push(value)
      return last
    }
    // A line that is broken inside a string goes on.
    if (code === 13) return bytes[at + 1] === 10 ? at + 1 : at
    if (code !== 10 && code >= 0) this.shown.push(ESCAPES.get(code) ?? code)
    return at
  }

  #readHex(): boolean {
    const bytes = this.#bytes
    const { shown } = this
    let first = -1
    for (let at = this.#at + 1; at < bytes.length; at++) {
      const code = bytes[at] ?? 0
      if (code === 62) {
        if (first >= 0) shown.push(first << 4)
        this.#at = at + 1
        shown.endString()
        return true
      }
      if (BREAKS[code] === 1) continue
      const value = hexValue(code)
      if (value < 0) return false
      if (first < 0) first = value
      else {
        shown.push((first << 4) | value)
        first = -1
      }
    }
    return false
  }

  #skipDictionary(): typeof DICTIONARY | undefined {
    const bytes = this.#bytes
    let depth = 0
    for (let at = this.#at; at < bytes.length; at++) {
      const code = bytes[at] ?? 0
      const isDouble = bytes[at + 1] === code
      if (code === 37) return undefined
      if (code === 40) {
        at = this.#skipString(at)
      } else if (code === 60 && isDouble) {
        depth++
        at++
      } else if (code === 62 && isDouble) {
        depth--
        at++
        if (depth === 0) {
          this.#dictionary = [this.#at, at + 1]
          this.#at = at + 1
          return DICTIONARY
        }
      } else if (code === 60) {
        while (at < bytes.length && bytes[at] !== 62) at++
      }
    }
    return undefined
  }

  /** The place of the bracket that closes the string. */
  #skipString(start: number): number {
    const bytes = this.#bytes
    let depth = 0
    for (let at = start; at < bytes.length; at++) {
      const code = bytes[at] ?? 0
      if (code === 92) at++
      else if (code === 40) depth++
      else if (code === 41 && --depth === 0) return at
    }
    return bytes.length
  }
}
