import { describe, expect, it } from 'vitest'
import { isLater } from './lateness.ts'

describe('isLater', () => {
  it.each([
    ['Publish figures within a week.', 'It will publish them within ten days.', true],
    ['Publish figures within ten days.', 'It will publish them within a week.', false],
    ['Reply within 2 months.', 'We reply within forty days.', false],
    ['Open it by 2028.', 'We will open it by 2030.', true],
    ['Open it by 2028.', 'We will open half by 2027 and the rest by 2030.', false],
    ['Open it by 2028.', 'We will open it.', false],
    ['Open it.', 'We will open it by 2030.', false],
  ])('%j, %j: %s', (asked, promised, expected) => {
    expect(isLater(asked, promised)).toBe(expected)
  })
})
