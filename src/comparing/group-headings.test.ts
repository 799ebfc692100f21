import { describe, expect, it } from 'vitest'
import { findGroupHeadings } from './group-headings.ts'
import type { Piece } from './pieces.ts'

const headed = (...headings: readonly string[]): readonly Piece[] =>
  headings.map((text, place) => ({
    start: 100 * place,
    end: 100 * place + text.length,
    text,
    kind: 'heading',
    level: 2,
    headings: [],
    number: null,
    box: null,
    isEmphasised: false,
    isLedIn: false,
    row: null,
    role: null,
  }))

const decide = (...headings: readonly string[]) =>
  headings.map((text) => findGroupHeadings(headed(...headings)).get(text)?.decision ?? null)

describe('findGroupHeadings', () => {
  it.each([
    ['Recommendations not accepted', 'rejected'],
    ['Recommendations which the Board does not accept', 'rejected'],
    ['Rejected', 'rejected'],
    ['Recommendations we are not taking forward', 'rejected'],
    ['Recommendations accepted in full', 'accepted'],
    ['Accepted recommendations', 'accepted'],
    ['A. Agreed', 'accepted'],
    ['Accepted in principle', 'accepted-in-principle'],
    ['Partially accepted', 'accepted-in-part'],
    ['Recommendations for further consideration', 'noted'],
    ['Recommendations for other bodies', 'noted'],
  ])('%j decides: %s', (text, decision) => expect(decide(text)).toEqual([decision]))

  it.each([
    'Recommendations',
    'Response to the recommendations',
    'Accepting responsibility for what went wrong',
    'What we will do',
    'Support for families',
    'Agreed minutes of the last meeting',
  ])('%j decides nothing', (text) => expect(decide(text)).toEqual([null]))

  it('lets everyday words decide where answers are sorted under several', () => {
    expect(decide('Doing already', 'Not doing', 'Still thinking about')).toEqual([
      'accepted',
      'rejected',
      'noted',
    ])
    expect(decide('What we will do', 'What we are not doing')).toEqual(['accepted', 'rejected'])
  })
})
