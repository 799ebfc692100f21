import { describe, expect, it } from 'vitest'
import { findMoney } from './money.ts'

/** text | each sum as "printed amount currency period" */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['a fund of £9 million', ['£9 million 9000000 GBP null']],
  [
    'approx. £85m, then £1.2bn and "£5billion"',
    ['£85m 85000000 GBP null', '£1.2bn 1200000000 GBP null', '£5billion 5000000000 GBP null'],
  ],
  ['£10 to £15 million', ['£10 10000000 GBP null', '£15 million 15000000 GBP null']],
  ['£10-15 million', ['£10 10000000 GBP null', '15 million 15000000 GBP null']],
  ['half a million pounds', ['half a million pounds 500000 GBP null']],
  ['40 pence a mile, 60p a day', ['40 pence 0.4 GBP null', '60p 0.6 GBP day']],
  ['£200 per child per week', ['£200 200 GBP week']],
  ['a weekly allowance of £250.50', ['£250.50 250.5 GBP week']],
  ['between £10 and £15 per hour', ['£10 10 GBP hour', '£15 15 GBP hour']],
  [
    '€20m, $3 billion, US$3bn, GBP 5m',
    [
      '€20m 20000000 EUR null',
      '$3 billion 3000000000 USD null',
      'US$3bn 3000000000 USD null',
      'GBP 5m 5000000 GBP null',
    ],
  ],
  ['£126 million over 3 years', ['£126 million 126000000 GBP null']],
  ['£5m annually, £20 a year, £300 p.a.', ['£5m 5000000 GBP year', '£20 20 GBP year', '£300 300 GBP year']],
  ['5 million children, A$5m, 40%', []],
  ['£99999999999999999999', []],
]

describe('findMoney', () => {
  it.each(CASES)('%s', (text, expected) => {
    const found = findMoney(text)
    expect(found.map((sum) => `${sum.text} ${sum.amount} ${sum.currency} ${sum.per}`)).toEqual(expected)
    for (const sum of found) expect(text.slice(sum.start, sum.end)).toBe(sum.text)
  })
})
