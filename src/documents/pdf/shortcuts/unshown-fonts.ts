/**
 * Leaves out what pdf.js does to a TrueType font before a browser may show it: every table is checked and written anew.
 * Letters get their meaning and width from what the PDF says of its font, and only seldom from the font itself.
 */

/** What the PDF says of a font, as far as it is used. */
interface FontFacts {
  readonly composite?: boolean
  readonly hasEncoding?: boolean
  readonly hasIncludedToUnicodeMap?: boolean
}

interface FontFile {
  pos: number
  getBytes(): Uint8Array
}

export interface FontClass {
  readonly prototype: {
    isOpenType?: boolean
    checkAndRepair(name: string, file: FontFile, facts: FontFacts): Uint8Array
  }
}

/** Tables without which pdf.js takes a font for broken, and reads its letters by its name. */
const NEEDED = ['glyf', 'head', 'hhea', 'loca', 'maxp']

/** Makes `Font` take whole TrueType fonts as they are. */
export function leaveFontsAlone({ prototype }: FontClass): void {
  const repair = prototype.checkAndRepair
  prototype.checkAndRepair = function (name, file, facts) {
    // Without these the names in a font say what its letters are.
    const isTold = facts.composite || facts.hasEncoding || facts.hasIncludedToUnicodeMap
    const start = file.pos
    const isWhole = isTold && isWholeTrueType(file.getBytes())
    file.pos = start
    if (!isWhole) return repair.call(this, name, file, facts)
    this.isOpenType = false
    return new Uint8Array(0)
  }
}

const TRUE_TYPE = [0x00010000, 0x74727565]

/** Whether the tables that are needed stand in the file with all their bytes. */
function isWholeTrueType(bytes: Uint8Array): boolean {
  if (bytes.length < 12) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint16(4)
  if (!TRUE_TYPE.includes(view.getUint32(0)) || bytes.length < 12 + 16 * count) return false
  const found = new Set<string>()
  for (let at = 12; at < 12 + 16 * count; at += 16) {
    const [start, length] = [view.getUint32(at + 8), view.getUint32(at + 12)]
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
    if (tag === 'CFF ') return false
    if (length > 0 && start + length <= bytes.length) found.add(tag)
  }
  return NEEDED.every((tag) => found.has(tag))
}
