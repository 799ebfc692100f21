/** A short id for a statement, from the document's hash and the statement's place: the same bytes, the same ids. */

/** 53 bits of a string, as 14 hex digits (cyrb53): enough that a document's statements do not collide. */
export function statementId(sha256: string, start: number, end: number): string {
  const source = `${sha256}:${start}:${end}`
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < source.length; index++) {
    const code = source.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  const bits = 4294967296 * (2097151 & low) + (high >>> 0)
  return bits.toString(16).padStart(14, '0')
}
