import { describe, expect, it } from 'vitest'
import { parseRoman, toRoman } from './romans.ts'

describe('romans', () => {
  it('reads what it writes, from 1 to 89', () => {
    for (let number = 1; number < 90; number++) expect(parseRoman(toRoman(number))).toBe(number)
  })

  it.each(['', 'a', 'iiii', 'vx', 'IV', 'ivy', 'mild'])('does not take %j for one', (text) => {
    expect(parseRoman(text)).toBeNull()
  })
})
