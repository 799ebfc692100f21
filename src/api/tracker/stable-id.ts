/** Names for things outside the site that stay the same whatever address the site is at: name-based UUIDs (RFC 9562, version 5). */
import { createHash } from 'node:crypto'

/** Drawn once; another would give every entry and date a new name, and readers would show them all again. */
const NAMESPACE = Buffer.from('6f1c2a5e84b14d0c9d3b7e6a2c90f7d1', 'hex')

/** "3f2a…": the same for the same parts, in their order. */
export function stableUuid(...parts: readonly string[]): string {
  const hash = createHash('sha1').update(NAMESPACE).update(JSON.stringify(parts)).digest().subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
