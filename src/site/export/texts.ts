/** Texts by number: each is held once, and what names many of them is a row of numbers that is read, compared and kept quickly. */

export interface Texts {
  readonly size: number
  /** The number of a text, which gets one where it has none yet. */
  numberOf(text: string): number
  textOf(number: number): string
}

/** `known` are the texts that have numbers already, in their order. */
export function createTexts(known: readonly string[] = []): Texts {
  const texts = [...known]
  const numbers = new Map<string, number>()
  for (let number = 0; number < texts.length; number += 1) numbers.set(texts[number] ?? '', number)
  return {
    get size() {
      return texts.length
    },
    numberOf(text) {
      const number = numbers.get(text)
      if (number !== undefined) return number
      numbers.set(text, texts.length)
      return texts.push(text) - 1
    },
    textOf: (number) => texts[number] ?? '',
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
    has: (number) => marks[number] === 1,
    *all() {
      for (let number = marks.indexOf(1); number !== -1; number = marks.indexOf(1, number + 1)) yield number
    },
  }
}
