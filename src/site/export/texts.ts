/** Texts by number: each is held once, and what names many of them is a row of numbers that is read, compared and kept quickly. */
import { type HeldTexts, NO_TEXTS, type WrittenTexts, writeTexts } from './held-texts.ts'

export interface Texts {
  readonly size: number
  /** The number of a text, which gets one where it has none yet. */
  numberOf(text: string): number
  textOf(number: number): string
  /** The number of what stands before the first such ASCII sign; the text's own where it has none. */
  numberBefore(number: number, sign: string): number
  /** These texts in this order, as they are kept. */
  write(numbers: Int32Array): WrittenTexts
}

/** `held` are the texts that have numbers already: they are read where somebody asks for one. */
export function createTexts(held: HeldTexts = NO_TEXTS): Texts {
  const fresh: string[] = []
  const numbers = new Map<string, number>()
  const textOf = (number: number): string =>
    number < held.size ? held.textOf(number) : (fresh[number - held.size] ?? '')
  function numberOf(text: string): number {
    const known = numbers.get(text) ?? held.find(text)
    if (known !== null) return known
    const number = held.size + fresh.push(text) - 1
    numbers.set(text, number)
    return number
  }
  return {
    get size() {
      return held.size + fresh.length
    },
    numberOf,
    textOf,
    numberBefore(number, sign) {
      const found = number < held.size ? held.findBefore(number, sign.charCodeAt(0)) : null
      if (found !== null) return found
      const text = textOf(number)
      const end = text.indexOf(sign)
      return end === -1 ? number : numberOf(text.slice(0, end))
    },
    write: (wanted) => writeTexts(wanted, held, fresh),
  }
}

/** A row of numbers: a stretch of a longer one. There are a hundred thousand, and an array of its own for each takes longer to make than to read. */
export class Row {
  static readonly EMPTY = Row.of([])

  constructor(
    private readonly numbers: Int32Array,
    private readonly from: number,
    readonly length: number,
  ) {}

  static of(numbers: readonly number[]): Row {
    return new Row(Int32Array.from(numbers), 0, numbers.length)
  }

  /** `place` is within its length. */
  at(place: number): number {
    return this.numbers[this.from + place] as number
  }

  *[Symbol.iterator](): Generator<number> {
    for (let place = 0; place < this.length; place += 1) yield this.at(place)
  }

  has(number: number): boolean {
    for (let place = 0; place < this.length; place += 1) if (this.at(place) === number) return true
    return false
  }
}

export const rowOf = (texts: Texts, of: readonly string[]): Row => Row.of(of.map(texts.numberOf))

export const textsOf = (texts: Texts, row: Row): string[] => Array.from(row, texts.textOf)

/** Which numbers were met. Numbers come up to what texts there are, so it is a byte for each and no table of them. */
export interface Marks {
  /** True the first time. */
  add(number: number): boolean
  /** True where it was met; from now on it was not. */
  take(number: number): boolean
  has(number: number): boolean
  /** All that were met, the least first. */
  all(): Iterable<number>
}

export function createMarks(size: number): Marks {
  let marks = new Uint8Array(size)
  return {
    add(number) {
      if (number >= marks.length) {
        const wider = new Uint8Array(2 * number + 1)
        wider.set(marks)
        marks = wider
      }
      if (marks[number] === 1) return false
      marks[number] = 1
      return true
    },
    take(number) {
      if (marks[number] !== 1) return false
      marks[number] = 0
      return true
    },
    has: (number) => marks[number] === 1,
    *all() {
      for (let number = marks.indexOf(1); number !== -1; number = marks.indexOf(1, number + 1)) yield number
    },
  }
}

/** Twice as much as is needed, so that it is seldom done. */
export function widen(row: Int32Array, length: number, fill = 0): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(2 * length).fill(fill)
  wider.set(row)
  return wider
}
