import { describe, expect, it } from 'vitest'
import { splitByBody } from './several-bodies.ts'
import { splitSpoken } from './spoken.ts'

describe('splitByBody', () => {
  const read = (text: string) =>
    splitByBody(splitSpoken(text, 0)).map((part) => part.map((one) => one.text).join(' '))

  it('takes each body behind its name', () => {
    expect(read('Port Police: Agreed. We begin in May. Pilot Service: The Service cannot do this.')).toEqual([
      'Agreed. We begin in May.',
      'The Service cannot do this.',
    ])
  })

  it.each([
    ['one body', 'Port Police: Agreed. We begin in May.'],
    ['fields', 'Response: Agreed. Target date: May 2031. Lead officer: The harbour master.'],
    ['a sentence before the first name', 'We asked both. Port Police: Agreed. Pilot Service: Not agreed.'],
  ])('leaves %s whole', (_, text) => expect(read(text)).toHaveLength(1))
})
