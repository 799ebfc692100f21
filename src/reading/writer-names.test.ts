import { describe, expect, it } from 'vitest'
import { findWriter } from './writer-names.ts'

describe('the name of a page’s writer', () => {
  it.each([
    [
      'is one that speaks and is spoken for as "we"',
      'Today the Larch Rivers Trust welcomed the plan. We at the Larch Rivers Trust have long called for it. Last year the Larch Rivers Trust said our boats were rotting.',
      'Larch Rivers Trust',
    ],
    [
      'is whose officer speaks',
      'Ruth Marsh, Chief Executive of Boaters UK, said that we need locks. “We are glad,” she said. Boaters UK is calling for more.',
      'Boaters UK',
    ],
    // A person, a government, a hashtag, a word that opens a sentence and a body merely told of write nothing.
    [
      'is no person',
      'Ruth Marsh said we need locks. Ruth Marsh, director, said so. Marsh added that we wait.',
      null,
    ],
    [
      'is no government',
      'The Rivers Department said we should wait. The Rivers Department welcomed us.',
      null,
    ],
    [
      'is no hashtag',
      'We ask you to sign #BoatsUK today. #BoatsUK is our campaign. Share #BoatsUK with us.',
      null,
    ],
    [
      'is none of two alike',
      'The Lock Trust said we wait. The Lock Trust called on us. The Quay Union said we wait. The Quay Union called on us.',
      null,
    ],
    ['is none where nobody is named', 'We welcome the plan. Our boats are rotting.', null],
  ])('%s', (_name, text, writer) => {
    expect(findWriter(null, text)).toBe(writer)
  })
  it('takes time that grows with the text alone, whatever the text', () => {
    expect(findWriter(null, 'A’'.repeat(500_000))).toBe(null)
    expect(findWriter(null, 'Aa of the '.repeat(100_000))).toBe(null)
  })
})
