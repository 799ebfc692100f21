import { describe, expect, it } from 'vitest'
import { isFewer } from './shortfalls.ts'
import { createWordReader } from './words.ts'

describe('isFewer', () => {
  it.each([
    ['Set up a body with at least six inspectors.', 'We will appoint two inspectors.', true],
    ['Set up a body with six inspectors.', 'We will appoint eight inspectors.', false],
    ['The scheme should reach 10,000 households a year.', 'It will reach about 6,500 households.', true],
    ['The council should pay £2,700.', 'It will pay £1,200, for four months.', true],
    ['The council should pay £500.', 'The council has paid the sum of £500.', false],
    ['Report within six months.', 'A report will follow within two months.', false],
    ['Appoint two advisers.', 'Advisers will start in January.', false],
    ['As recommendation 6 says, mend 30 bends.', 'Barriers will be built on all 30 bends.', false],
  ])('%s / %s', (asked, promised, expected) => {
    expect(isFewer(asked, promised, createWordReader())).toBe(expected)
  })
})
