import { describe, expect, it } from 'vitest'
import { nameNumbers } from './mentions.ts'

describe('nameNumbers', () => {
  it.each([
    ['We accept recommendations 1, 4 and 7.', ['1', '4', '7']],
    ['Recommendation 2 and recommendation 3 are agreed.', ['2', '3']],
    ['The Board supports recommendations 3 to 5.', ['3', '4', '5']],
    ['We accept recommendation A3.', ['a3']],
    ['We accept recommendations 2(a) and 2(b).', ['2a', '2b']],
    ['We accept the recommendation.', []],
    ['We agree, as set out in our response to recommendation 2.', []],
  ])('%j', (sentence, numbers) => {
    expect(nameNumbers(sentence)).toEqual(numbers)
  })
})
