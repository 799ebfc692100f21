/**
 * Truths and choices of a row as bits of whole numbers, for code that takes only what is known: one read and a few
 * operations answer what would take a read for each input.
 */
import type { Scope } from './expression.ts'
import type { Rulebook } from './rulebook.ts'

/** The bits of an input: one for a truth, one for each value of a choice. */
export interface WordPlace {
  readonly scope: Scope
  /** Which of the words of its scope. */
  readonly word: number
  /** Its lowest bit. */
  readonly shift: number
  readonly width: number
}

/** By scope, the words of every row. Bits of an input that is not known of a row say nothing. */
export type Words = Readonly<Record<Scope, readonly Int32Array[]>>

/** The highest bit is left alone, so that no word is below 0. */
const WIDTH = 31

export function wordPlaces(rulebook: Rulebook): Map<string, WordPlace> {
  const next = { household: { word: 0, shift: 0 }, child: { word: 0, shift: 0 } }
  const places = new Map<string, WordPlace>()
  for (const { name, scope, type } of rulebook.inputs.values()) {
    if (type.kind === 'number') continue
    const width = type.kind === 'choice' ? type.values.length : 1
    const at = next[scope]
    if (at.shift + width > WIDTH) Object.assign(at, { word: at.word + 1, shift: 0 })
    places.set(name, { scope, ...at, width })
    at.shift += width
  }
  return places
}

/** @param rows how many of each scope. */
export function packWords(
  places: ReadonlyMap<string, WordPlace>,
  data: Readonly<Record<string, Uint16Array | Int32Array>>,
  rows: Readonly<Record<Scope, number>>,
): Words {
  const words: Record<Scope, Int32Array[]> = { household: [], child: [] }
  for (const [name, { scope, word, shift, width }] of places) {
    words[scope][word] ??= new Int32Array(rows[scope])
    const own = words[scope][word]
    const column = data[name]
    if (!own || !column) throw new Error(`no column ${name}`)
    const mask = (1 << width) - 1
    // A truth that is known is 0 or 3: its lowest bit says which.
    for (let row = 0; row < own.length; row++)
      own[row] = (own[row] ?? 0) | (((column[row] ?? 0) & mask) << shift)
  }
  return words
}

/** The households of more than one child. */
export function listSeveral(start: Int32Array, households: number): Int32Array {
  const several: number[] = []
  for (let household = 0; household < households; household++)
    if ((start[household + 1] ?? 0) - (start[household] ?? 0) > 1) several.push(household)
  return Int32Array.from(several)
}
