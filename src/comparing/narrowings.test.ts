import { expect, it } from 'vitest'
import { findNarrowing } from './narrowings.ts'

it.each([
  ['Open every branch on Sundays.', 'We will open three branches on Sundays.', true],
  ['Open every branch on Sundays.', 'We will open them on Sundays.', false],
  ['Keep the door unlocked.', 'The door will be open from 10 until 4.', true],
  ['Inspect the boats.', 'All but the smallest boats will be inspected.', true],
  ['Open a night ferry.', 'A pilot will begin in May.', true],
  ['Open a night ferry.', 'A pilot began in May and will be extended to all routes.', false],
  ['Ban the sale of flares by law.', 'We will consult on the sale of flares.', true],
  ['Ban the sale of flares by law.', 'A bill to ban their sale is before the house.', false],
  ['Pay all those who were flooded.', 'Those who were flooded will be paid.', false],
])('%j, answered by %j, is narrowed: %s', (asked, said, isNarrowed) => {
  expect(findNarrowing(asked, [said]) !== null).toBe(isNarrowed)
})
