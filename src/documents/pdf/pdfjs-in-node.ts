/** Loads pdf.js with what it expects of a browser and Node lacks, and without what reading text does not need. */
import { constants, inflateSync } from 'node:zlib'
import { getResolvedPDFJS } from 'unpdf'
import { readEntry, takeShortcuts } from './shortcuts/index.ts'

type Pdfjs = Awaited<ReturnType<typeof getResolvedPDFJS>>

/** pdf.js, its surroundings prepared on the first call. */
export async function loadPdfjs(): Promise<Pdfjs> {
  if (!(PREPARED in globalThis)) {
    Object.defineProperty(globalThis, PREPARED, { value: true })
    fillInMissing()
    inflateAtOnce()
    handOverOperators()
    await takeShortcuts(getResolvedPDFJS)
  }
  return await getResolvedPDFJS()
}

/** Marks a process that is prepared, so that no global is wrapped twice. */
const PREPARED = Symbol.for('holdfast.pdfjs')

/**
 * ArrayBuffer.transferToFixedLength (Node has it from version 22 on), and FontFace. Without a FontFace pdf.js draws
 * every glyph of every font as a path in advance, a sixth of its time, for a page never shown.
 */
function fillInMissing(): void {
  if (!('transferToFixedLength' in ArrayBuffer.prototype))
    Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
      configurable: true,
      value(this: ArrayBuffer, length = this.byteLength) {
        return this.slice(0, length)
      },
    })
  if (!('FontFace' in globalThis))
    Object.defineProperty(globalThis, 'FontFace', { configurable: true, value: UnshownFont })
}

/** A font that counts as loaded and is shown nowhere. */
class UnshownFont {
  readonly loaded = Promise.resolve(this)
}

const takeFont = (): void => {}

/** Stands in for the page that fonts would be added to. */
export const FONT_OWNER: object = { fonts: { add: takeFont, delete: takeFont, clear: takeFont } }

/** `new DecompressionStream('deflate')` inflates all of its one write in one step: Node's streams take ten times as long. */
function inflateAtOnce(): void {
  const Original = globalThis.DecompressionStream
  const construct = (target: typeof Original, args: [string]): object =>
    args[0] === 'deflate' ? new InflatedWrite() : Reflect.construct(target, args)
  globalThis.DecompressionStream = new Proxy(Original, { construct })
}

/** Data cut short give what they hold; pdf.js by itself would give up the page. */
const AS_FAR_AS_IT_GOES = { finishFlush: constants.Z_SYNC_FLUSH }

/** The part of a DecompressionStream that pdf.js uses. Wrong data fail where they are read, as in a stream. */
class InflatedWrite {
  #read: () => Uint8Array[] = () => []
  readonly readable = { [Symbol.iterator]: () => this.#read()[Symbol.iterator]() }
  readonly writable = {
    getWriter: () => ({
      ready: Promise.resolve(),
      close: () => Promise.resolve(),
      write: (bytes: Uint8Array) => {
        this.#read = () => [inflateSync(bytes, AS_FAR_AS_IT_GOES)]
        return Promise.resolve()
      },
    }),
  }
}

/**
 * pdf.js's two halves run in one process here and still send each other copies. The lists of operators, nearly all of
 * what they send, go over uncopied but for the two arrays that the sender empties for its next list.
 */
function handOverOperators(): void {
  const clone = globalThis.structuredClone
  globalThis.structuredClone = <T>(value: T, options?: StructuredSerializeOptions): T => {
    const chunk: unknown = readEntry(value, 'chunk')
    const [names, args] = [readEntry(chunk, 'fnArray'), readEntry(chunk, 'argsArray')]
    if (!Array.isArray(names) || !Array.isArray(args)) return clone(value, options)
    return { ...value, chunk: { ...Object(chunk), fnArray: [...names], argsArray: [...args] } }
  }
}
