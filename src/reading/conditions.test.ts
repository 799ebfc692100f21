import { describe, expect, it } from 'vitest'
import { findConditions } from './conditions.ts'

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['It is paid for children who would otherwise be in care.', ['who would otherwise be in care']],
  ['Informal carers get help quickly should they need it.', ['should they need it']],
  ['We will act, where appropriate, with others.', ['where appropriate']],
  ['Where a child is placed, the council should pay.', ['Where a child is placed']],
  ['The plan, subject to the outcome of the review, will start.', ['subject to the outcome of the review']],
  ['Unless the law changes, nothing will.', ['Unless the law changes']],
  ['Once the panel has reported, we will act.', ['Once the panel has reported']],
  ['Should the pilot succeed, we will go on.', ['Should the pilot succeed']],
  ['It helps areas where need is high.', []],
  ['We will see if this works.', []],
  ['It grew when it was moved.', []],
  ['What should the panel do?', []],
]

describe('findConditions', () => {
  it.each(CASES)('%s', (text, expected) => {
    expect(findConditions(text)).toEqual(expected)
  })
})
