import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Hash } from './hash.ts'
import { addLeaves, EMPTY_FRONTIER, EMPTY_ROOT, frontierRoot, hashLeaf, merkleRoot } from './merkle.ts'
import { isConsistent, isIncluded, proveConsistency, proveInclusion } from './proofs.ts'

const leavesOf = (size: number): Hash[] => Array.from({ length: size }, (_, at) => hashLeaf(`leaf ${at}`))
const anySize = fc.integer({ min: 1, max: 80 })

// Computed by another program, which follows the recursive definition of RFC 6962 section 2.1 to the letter.
const ROOTS: readonly (readonly [size: number, root: string])[] = [
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '1bb97dcc21635d47e2663efdfd0a174686d98dd701352dd2cd06e8b43fd3d305'],
  [2, 'fc5f6b88ff8554f75bb2f9e6f39c31b1936d44b69276edf7b1205a955b9761e3'],
  [3, 'd4f92c8fbb89720eb3b55677c7d7efaddfeb10d11a1a84a0ba8f1a23337faa95'],
  [5, '341515982d650e23520dbd54d7fcf0afa1b70cc3a16a411d464dc9c1ac96c301'],
  [7, '5a61fc2b54f9cfa71774f2432143dd40c6cb2b11947faf65a7d3da5cb65199c8'],
  [8, 'c5c2c820ed342fdda8ce896b6b9cf5b8c00a21cc4b20714cc6e5d3c05c35240b'],
]

describe('the root', () => {
  it.each(ROOTS)('of %i leaves is the one RFC 6962 defines', (size, root) => {
    expect(merkleRoot(leavesOf(size))).toBe(root)
  })

  it('is the same however the log grew', () => {
    expect(frontierRoot(EMPTY_FRONTIER)).toBe(EMPTY_ROOT)
    fc.assert(
      fc.property(fc.array(anySize, { maxLength: 5 }), (batches) => {
        const leaves = leavesOf(batches.reduce((sum, size) => sum + size, 0))
        let frontier = EMPTY_FRONTIER
        for (const size of batches)
          frontier = addLeaves(frontier, leaves.slice(frontier.size, frontier.size + size))
        expect(frontier.size).toBe(leaves.length)
        expect(frontierRoot(frontier)).toBe(merkleRoot(leaves))
      }),
    )
  })
})

describe('proofs', () => {
  it('hold the hashes that RFC 6962 names', () => {
    const starts = (hashes: readonly Hash[]) => hashes.map((hash) => hash.slice(0, 16))
    expect(starts(proveInclusion(leavesOf(7), 3))).toEqual([
      'ab37ba34d1dfe290',
      'fc5f6b88ff8554f7',
      '01571b557bc70672',
    ])
    expect(starts(proveConsistency(leavesOf(7), 3))).toEqual([
      'ab37ba34d1dfe290',
      '58bd1496e1684aac',
      'fc5f6b88ff8554f7',
      '01571b557bc70672',
    ])
  })

  it('show that a leaf is in the log, and no other leaf, place or root', () => {
    fc.assert(
      fc.property(anySize, fc.nat(), (size, seed) => {
        const leaves = leavesOf(size)
        const index = seed % size
        const claim = {
          leaf: leaves[index] ?? EMPTY_ROOT,
          index,
          size,
          root: merkleRoot(leaves),
          proof: proveInclusion(leaves, index),
        }
        expect(isIncluded(claim)).toBe(true)
        expect(isIncluded({ ...claim, leaf: hashLeaf('another') })).toBe(false)
        expect(isIncluded({ ...claim, root: hashLeaf('another') })).toBe(false)
        expect(isIncluded({ ...claim, index: index + 1 })).toBe(false)
        expect(isIncluded({ ...claim, proof: [...claim.proof, EMPTY_ROOT] })).toBe(false)
        if (size > 1) expect(isIncluded({ ...claim, proof: claim.proof.slice(1) })).toBe(false)
      }),
    )
  })

  it('show that a log only grew, and find any leaf changed before', () => {
    fc.assert(
      fc.property(anySize, fc.nat(), fc.nat(), (size, seed, changed) => {
        const leaves = leavesOf(size)
        const before = (seed % size) + 1
        const claim = {
          first: { size: before, root: merkleRoot(leaves.slice(0, before)) },
          second: { size, root: merkleRoot(leaves) },
          proof: proveConsistency(leaves, before),
        }
        expect(isConsistent(claim)).toBe(true)
        const forked = leaves.with(changed % before, hashLeaf('forked'))
        const fork = {
          ...claim,
          second: { size, root: merkleRoot(forked) },
          proof: proveConsistency(forked, before),
        }
        expect(isConsistent(fork)).toBe(false)
      }),
    )
  })

  it.each([
    [0, -1],
    [3, 3],
  ])('of %i leaves: there is none for leaf %i', (size, index) => {
    expect(() => proveInclusion(leavesOf(size), index)).toThrow(RangeError)
  })

  it.each([0, 4])('of 3 leaves: there is none from size %i', (size) => {
    expect(() => proveConsistency(leavesOf(3), size)).toThrow(RangeError)
  })
})
