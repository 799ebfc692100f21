/**
 * Reads of a stream that packs many objects only those that are asked for. pdf.js reads all of them when it is asked for
 * one: the objects around a page are its links and its tags, which nobody asks for.
 */

interface Ref {
  readonly num: number
  readonly gen: number
}
interface Dict {
  get(key: string): unknown
}
interface Stream {
  readonly start?: number
  readonly dict?: Dict
  makeSubStream(start: number, length: number | undefined, dict: Dict): Stream
}
/** Where an object stands: `offset` is the number of the stream that it is packed in, `gen` its place there. */
interface Entry {
  readonly offset: number
  gen: number
}
interface XRef {
  readonly entries: readonly (Entry | undefined)[]
  readonly _cacheMap: Map<number, unknown>
  fetch(ref: Ref): unknown
  getEntry(num: number): Entry | null
}
type FetchCompressed = (this: XRef, ref: Ref, entry: Entry, suppressEncryption?: boolean) => unknown
export interface XRefClass {
  readonly prototype: XRef & { fetchCompressed: FetchCompressed }
}
interface Lexer {
  readonly knownCommands?: unknown
}
interface Parser {
  getObj(): unknown
}
/** The classes that an object is read with. */
export interface ObjectClasses {
  readonly Ref: { get(num: number, gen: number): Ref }
  readonly Lexer: new (stream: Stream) => Lexer
  readonly Parser: new (parts: { lexer: Lexer; xref: XRef; allowStreams: boolean }) => Parser
}

/** A stream of objects: their numbers, and where they begin in it. */
interface Packed {
  readonly entry: Entry | null
  readonly stream: Stream
  readonly dict: Dict
  readonly start: number
  readonly numbers: readonly number[]
  readonly offsets: readonly number[]
}

/** Makes `XRef` read one object at a time. What is not as it should be is left to pdf.js. */
export function fetchObjectsSingly({ prototype }: XRefClass, classes: ObjectClasses): void {
  const fetchAll = prototype.fetchCompressed
  const files = new WeakMap<XRef, Map<number, Packed | null>>()

  const packedIn = (xref: XRef, num: number): Packed | null => {
    const known = files.get(xref) ?? new Map<number, Packed | null>()
    files.set(xref, known)
    const entry = xref.getEntry(num)
    const before = known.get(num)
    // A file that is found broken is gone through again, and its table made anew.
    if (before !== undefined && before?.entry === entry) return before
    const packed = unpack(xref, num, classes)
    known.set(num, packed)
    return packed
  }

  prototype.fetchCompressed = function (ref, entry, ...rest) {
    const packed = packedIn(this, entry.offset)
    const parser = packed && parserOf(this, packed, entry.gen, classes)
    if (!packed || !parser) return fetchAll.call(this, ref, entry, ...rest)
    const object = parser.getObj()
    const num = packed.numbers[entry.gen] ?? -1
    const known = this.entries[num]
    if (!isStream(object) && known?.offset === entry.offset && known.gen === entry.gen)
      this._cacheMap.set(num, object)
    return object
  }
}

function parserOf(
  xref: XRef,
  packed: Packed,
  index: number,
  { Lexer, Parser }: ObjectClasses,
): Parser | null {
  const { stream, dict, start, offsets } = packed
  const offset = offsets[index]
  if (offset === undefined) return null
  const next = offsets[index + 1]
  const length = next === undefined ? undefined : next - offset
  if (length !== undefined && length < 0) return null
  const lexer = new Lexer(stream.makeSubStream(start + offset, length, dict))
  return new Parser({ lexer, xref, allowStreams: true })
}

/** The stream number `num`, its list of objects read; null where it is none. */
function unpack(xref: XRef, num: number, { Ref, Lexer, Parser }: ObjectClasses): Packed | null {
  const entry = xref.getEntry(num)
  const stream = xref.fetch(Ref.get(num, 0))
  if (!isStream(stream) || !stream.dict) return null
  const { dict } = stream
  const [first, count] = [dict.get('First'), dict.get('N')]
  if (!isWhole(first) || !isWhole(count)) return null
  const parser = new Parser({ lexer: new Lexer(stream), xref, allowStreams: true })
  const [numbers, offsets]: [number[], number[]] = [[], []]
  for (let index = 0; index < count; index++) {
    const [number, offset] = [parser.getObj(), parser.getObj()]
    if (!isWhole(number) || !isWhole(offset)) return null
    numbers.push(number)
    offsets.push(offset)
    const known = xref.getEntry(number)
    if (known?.offset === num) known.gen = index
  }
  return { entry, stream, dict, start: (stream.start ?? 0) + first, numbers, offsets }
}

const isWhole = (value: unknown): value is number => Number.isInteger(value)

const isStream = (value: unknown): value is Stream =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'makeSubStream') === 'function'
