/**
 * Proofs of RFC 6962: that a leaf is in a log with a given root, and that a log only grew between two roots. Who checks
 * them needs neither the log nor us.
 */
import type { Hash } from './hash.ts'
import { hashNode, merkleRoot } from './merkle.ts'

/** The largest power of two below `size`; `size` is at least 2. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** The hashes beside the way from leaf `index` (from 0) to the root, lowest first. Throws a RangeError outside the log. */
export function proveInclusion(leaves: readonly Hash[], index: number): Hash[] {
  if (!(index >= 0 && index < leaves.length))
    throw new RangeError(`leaf ${index} of a log of ${leaves.length}`)
  if (leaves.length === 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...proveInclusion(left, index), merkleRoot(right)]
    : [...proveInclusion(right, index - split), merkleRoot(left)]
}

/** The hashes that show the first `size` leaves to be the beginning of all. Throws a RangeError outside 1…length. */
export function proveConsistency(leaves: readonly Hash[], size: number): Hash[] {
  if (!(size >= 1 && size <= leaves.length)) throw new RangeError(`size ${size} of a log of ${leaves.length}`)
  return subproof(leaves, size, true)
}

function subproof(leaves: readonly Hash[], size: number, isWhole: boolean): Hash[] {
  if (size === leaves.length) return isWhole ? [] : [merkleRoot(leaves)]
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return size <= split
    ? [...subproof(left, size, isWhole), merkleRoot(right)]
    : [...subproof(right, size - split, false), merkleRoot(left)]
}

export interface Inclusion {
  readonly leaf: Hash
  /** From 0. */
  readonly index: number
  readonly size: number
  readonly root: Hash
  readonly proof: readonly Hash[]
}

/** RFC 9162, section 2.1.3.2. */
export function isIncluded({ leaf, index, size, root, proof }: Inclusion): boolean {
  if (!(index >= 0 && index < size)) return false
  let [at, last, hash] = [index, size - 1, leaf]
  for (const beside of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = hashNode(beside, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else hash = hashNode(hash, beside)
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && hash === root
}

export interface Consistency {
  readonly first: { readonly size: number; readonly root: Hash }
  readonly second: { readonly size: number; readonly root: Hash }
  readonly proof: readonly Hash[]
}

/** RFC 9162, section 2.1.4.2. */
export function isConsistent({ first, second, proof }: Consistency): boolean {
  if (first.size < 1 || first.size > second.size) return false
  if (first.size === second.size) return proof.length === 0 && first.root === second.root
  const isPower = (first.size & (first.size - 1)) === 0
  const [start, ...rest] = isPower ? [first.root, ...proof] : proof
  if (start === undefined) return false
  let [at, last] = [first.size - 1, second.size - 1]
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  let [one, other] = [start, start]
  for (const beside of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      one = hashNode(beside, one)
      other = hashNode(beside, other)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else other = hashNode(other, beside)
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && one === first.root && other === second.root
}
