/**
 * Texts as an export keeps them for the next one: their bytes one after the other, where each ends, and a hash of each to
 * find it by. A hundred thousand are there at once, and none is made a text before somebody asks for it.
 */

export interface HeldTexts {
  readonly size: number
  readonly letters: Buffer
  /** Where each ends among the letters. */
  readonly ends: Int32Array
  readonly hashes: Int32Array
  textOf(number: number): string
  find(text: string): number | null
  /** The number of what stands before the first such ASCII sign of a text, its own where it has none; null where that has no number. */
  findBefore(number: number, sign: number): number | null
}

export type WrittenTexts = Pick<HeldTexts, 'letters' | 'ends' | 'hashes'>

/** The three may say anything: what nobody wrote so is found by no text, and is read as some text. */
export function holdTexts({ letters, ends, hashes }: WrittenTexts): HeldTexts {
  const startOf = (number: number): number => (number === 0 ? 0 : (ends[number - 1] ?? 0))
  const table = createTable(hashes)
  const isSame = (number: number, from: number, to: number): boolean => {
    const start = startOf(number)
    if ((ends[number] ?? 0) - start !== to - from) return false
    for (let at = from; at < to; at += 1) if (letters[at] !== letters[start + at - from]) return false
    return true
  }
  const textOf = (number: number): string => letters.toString('utf8', startOf(number), ends[number])
  return {
    size: ends.length,
    letters,
    ends,
    hashes,
    textOf,
    find(text) {
      const hash = hashOfText(text)
      return table.find(hash, (number) => hashes[number] === hash && textOf(number) === text)
    },
    findBefore(number, sign) {
      const from = startOf(number)
      const end = Math.min(ends[number] ?? 0, letters.length)
      let hash = NOTHING
      for (let at = from; at < end; at += 1) {
        const code = letters[at] ?? 0
        if (code === sign) return table.find(hash, (each) => hashes[each] === hash && isSame(each, from, at))
        hash = hashOn(hash, code)
      }
      return number
    },
  }
}

export const NO_TEXTS = holdTexts({
  letters: Buffer.alloc(0),
  ends: new Int32Array(0),
  hashes: new Int32Array(0),
})

/** Numbers by their hash, each at the first free place from where its hash leads: half of the places stay free. */
function createTable(hashes: Int32Array) {
  let places = 2
  while (places < 2 * hashes.length) places *= 2
  const mask = places - 1
  /** One more than the number that stands there. */
  const table = new Int32Array(places)
  for (let number = 0; number < hashes.length; number += 1) {
    let place = (hashes[number] as number) & mask
    while (table[place] !== 0) place = (place + 1) & mask
    table[place] = number + 1
  }
  return {
    find(hash: number, isIt: (number: number) => boolean): number | null {
      for (let place = hash & mask; ; place = (place + 1) & mask) {
        const number = (table[place] as number) - 1
        if (number === -1) return null
        if (isIt(number)) return number
      }
    },
  }
}

/** FNV-1a over the bytes of a text, 32 bits. */
export function hashOfText(text: string): number {
  let hash = NOTHING
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > LAST_ASCII) return Buffer.from(text).reduce(hashOn, NOTHING)
    hash = hashOn(hash, code)
  }
  return hash
}

const hashOn = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193)
/** The hash of no bytes. */
const NOTHING = 0x811c9dc5 | 0
const LAST_ASCII = 0x7f

/** `wanted` are numbers of held texts, and behind those of fresh ones. What stood together is copied together. */
export function writeTexts(wanted: Int32Array, held: HeldTexts, fresh: readonly string[]): WrittenTexts {
  const ends = new Int32Array(wanted.length)
  const hashes = new Int32Array(wanted.length)
  const pieces: Uint8Array[] = []
  let length = 0
  for (let at = 0; at < wanted.length; ) {
    const number = wanted[at] as number // within its length
    if (number >= held.size) {
      const text = fresh[number - held.size] ?? ''
      const piece = Buffer.from(text)
      pieces.push(piece)
      length += piece.length
      ends[at] = length
      hashes[at] = hashOfText(text)
      at += 1
      continue
    }
    let run = 1
    while (wanted[at + run] === number + run && number + run < held.size) run += 1
    const start = number === 0 ? 0 : (held.ends[number - 1] as number)
    const piece = held.letters.subarray(start, held.ends[number + run - 1])
    pieces.push(piece)
    for (let each = 0; each < run; each += 1)
      ends[at + each] = (held.ends[number + each] as number) - start + length
    hashes.set(held.hashes.subarray(number, number + run), at)
    length += piece.length
    at += run
  }
  return { letters: Buffer.concat(pieces, length), ends, hashes }
}
