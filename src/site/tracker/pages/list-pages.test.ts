import { expect, it } from 'vitest'
import { sayPoint } from './list-pages.tsx'

it.each([
  [152910, undefined, 'children', '152,910 children'],
  [5000, 'about 5,000', 'children', 'about 5,000 children'],
  [15e9, 'Over £15bn', 'pounds a year', 'over £15 billion a year'],
  [164000, 'at least 164,000', 'children', 'at least 164,000 children'],
  [40, '4 in 10', 'percent', '40%'],
  [7, 'aboutface', 'boats', '7 boats'],
])('says %d (%s) as loosely as its source does', (value, text, unit, said) => {
  expect(sayPoint({ value, text }, unit)).toBe(said)
})
