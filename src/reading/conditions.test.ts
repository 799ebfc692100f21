import { describe, expect, it } from 'vitest'
import { findConditions } from './conditions.ts'

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['It is paid for children who would otherwise be in care.', ['who would otherwise be in care']],
  ['It is paid where the child would otherwise be in care.', ['where the child would otherwise be in care']],
  ['Informal carers get help quickly should they need it.', ['should they need it']],
  ['We will act, where appropriate, with others.', ['where appropriate']],
  ['Councils and where appropriate the trust shall answer.', ['where appropriate']],
  ['Where a child is placed, the council should pay.', ['Where a child is placed']],
  ['The plan, subject to the outcome of the review, will start.', ['subject to the outcome of the review']],
  ['Any grant will be subject to talks on funding and will be checked.', ['subject to talks on funding']],
  ['Unless the law changes, nothing will.', ['Unless the law changes']],
  ['Once the panel has reported, we will act.', ['Once the panel has reported']],
  ['Should the pilot succeed, we will go on.', ['Should the pilot succeed']],
  ['Leave is given only if the child lives there.', ['only if the child lives there']],
  ['Loans are made provided that the firm is small.', ['provided that the firm is small']],
  ['It holds as long as the fund lasts.', ['as long as the fund lasts']],
  ['We will pay in cases where no order is made.', ['in cases where no order is made']],
  [
    'This depends on them; growth is dependent on the funding settlement.',
    ['dependent on the funding settlement'],
  ],
  ['Carers for whom the rate is too low can ask.', ['for whom the rate is too low can ask']],
  ['If the bill passes; if not, wait.', ['If the bill passes']],
  ['Help is there for all carers when they need it, at any hour.', ['when they need it']],
  ['It helps areas where need is high.', []],
  ['She went to a station where she was searched.', []],
  ['We will see if this works.', []],
  ['We asked whether and if it would.', ['if it would']],
  ['It grew when it was moved.', []],
  ['What should the panel do?', []],
  ['They were subject to a curfew.', []],
  ['It happens once a year.', []],
  ['The pact, signed in May, provided a way to share.', []],
]

describe('findConditions', () => {
  it.each(CASES)('%s', (text, expected) => {
    expect(findConditions(text)).toEqual(expected)
  })
})
