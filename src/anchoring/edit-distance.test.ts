import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEnds, findStart } from './edit-distance.ts'

/** The textbook table: fewest edits between the pattern and any stretch that ends at each place. */
function errorsAtEnds(text: string, pattern: string): number[] {
  let column = Array.from({ length: pattern.length + 1 }, (_, row) => row)
  const ends = [column.at(-1) ?? 0]
  for (const unit of text) {
    const next = [0]
    for (let row = 1; row <= pattern.length; row++) {
      const same = pattern[row - 1] === unit ? 0 : 1
      next.push(Math.min((column[row - 1] ?? 0) + same, (column[row] ?? 0) + 1, (next[row - 1] ?? 0) + 1))
    }
    column = next
    ends.push(column.at(-1) ?? 0)
  }
  return ends
}

const letters = (size: { minLength: number; maxLength: number }) =>
  fc.string({ ...size, unit: fc.constantFrom('a', 'b', 'c') })

describe('finding a pattern with few edits', () => {
  it('finds what the textbook table finds', () => {
    fc.assert(
      fc.property(
        letters({ minLength: 0, maxLength: 260 }),
        letters({ minLength: 2, maxLength: 110 }),
        fc.nat(20),
        (text, pattern, allowed) => {
          const most = Math.min(allowed, pattern.length - 1)
          const table = errorsAtEnds(text, pattern)
          const found = findEnds(text, pattern, most)
          for (const { end, errors } of found) expect(table[end]).toBe(errors)
          const best = Math.min(...table.slice(1))
          if (best <= most && text.length > 0)
            expect(Math.min(...found.map(({ errors }) => errors))).toBe(best)
          else expect(found).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('finds it across blocks of 32 letters, where it was put', () => {
    const pattern = 'the council will answer every family within ten working days of the request'
    const changed = pattern.replace('every family', 'each family').replace('working', 'workng')
    const text = `${'lorem ipsum '.repeat(40)}${changed}${' dolor sit amet'.repeat(40)}`
    const [best] = findEnds(text, pattern, 12).sort((one, other) => one.errors - other.errors)
    expect(best?.end).toBe(480 + changed.length)
    expect(best && findStart(text, pattern, best)).toBe(480)
  })

  it.each([
    ['', 'abc', 1],
    ['abc', '', 0],
    ['abc', 'abc', 3],
  ])('gives nothing for "%s" and "%s" within %d', (text, pattern, most) => {
    expect(findEnds(text, pattern, most)).toEqual([])
  })
})
