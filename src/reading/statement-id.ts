/** A short id for a statement, from the document's hash and the statement's place: the same bytes, the same ids. */

/**
 * Gives the statements of one document their ids: 53 bits of `sha256:start:end`, as 14 hex digits (cyrb53), enough that
 * they do not collide. What the hash of the document adds is reckoned once.
 */
export function createStatementIds(sha256: string): (start: number, end: number) => string {
  const ofDocument = mix({ high: 0xdeadbeef, low: 0x41c6ce57 }, `${sha256}:`)
  return (start, end) => {
    let { high, low } = mix(ofDocument, `${start}:${end}`)
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
    return `${hexOf(2097151 & low, 6)}${hexOf(high >>> 0, 8)}`
  }
}

const hexOf = (bits: number, digits: number): string => bits.toString(16).padStart(digits, '0')

interface Halves {
  readonly high: number
  readonly low: number
}

function mix(from: Halves, text: string): Halves {
  let { high, low } = from
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  return { high, low }
}
