import { describe, expect, it } from 'vitest'
import { besideTitle } from './search-page.tsx'

describe('what stands beside a title that was found', () => {
  it.each([
    [
      'Deadline: The pilot begins',
      'No payment was found. · autumn 2025',
      'No payment was found. · autumn 2025',
    ],
    ['Asked for: Pay carers.', 'Pay carers. · The Act has no allowance.', 'The Act has no allowance.'],
    ['Asked for: Pay carers.', 'Pay carers.', ''],
    ['What happened: The first part of…', 'The first part of a long story', '…a long story'],
    ['Topic: Money', '…later in 2022', '…later in 2022'],
  ])('%s: %s', (title, excerpt, beside) => {
    expect(besideTitle(title, excerpt)).toBe(beside)
  })
})
