/**
 * The Merkle tree of RFC 6962 (and RFC 9162), over leaves that are hashed already. A root commits to every leaf and its
 * place; the frontier is the few hashes from which a longer log's root is found without reading the log again.
 */
import { type Hash, sha256 } from './hash.ts'

const LEAF = new Uint8Array([0])
/** The mark of a node, in hexadecimal. */
const NODE = '01'

/** Of a text in one piece, which is quicker: the mark of a leaf is a sign of its own. */
export const hashLeaf = (content: string | Uint8Array): Hash =>
  typeof content === 'string' ? sha256(`\0${content}`) : sha256(LEAF, content)
/** In one piece, too: it takes half the time, and a log has a node for each of its entries. */
export const hashNode = (left: Hash, right: Hash): Hash =>
  sha256(Buffer.from(`${NODE}${left}${right}`, 'hex'))

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Hash = sha256('')

/** The roots of the perfect subtrees that a log of `size` leaves falls into, largest first: one a set bit of `size`. */
export interface Frontier {
  readonly size: number
  readonly hashes: readonly Hash[]
}

export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] }

export function addLeaves(frontier: Frontier, leaves: Iterable<Hash>): Frontier {
  const hashes = [...frontier.hashes]
  let size = frontier.size
  for (const leaf of leaves) {
    let top = leaf
    // As many subtrees are completed as `size` ends in one-bits.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) top = hashNode(hashes.pop()!, top) // one hash a one-bit
    hashes.push(top)
    size++
  }
  return { size, hashes }
}

export function frontierRoot(frontier: Frontier): Hash {
  const [last, ...larger] = [...frontier.hashes].reverse()
  if (last === undefined) return EMPTY_ROOT
  return larger.reduce((right, left) => hashNode(left, right), last)
}

export const merkleRoot = (leaves: Iterable<Hash>): Hash => frontierRoot(addLeaves(EMPTY_FRONTIER, leaves))
