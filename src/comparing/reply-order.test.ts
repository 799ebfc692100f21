import { describe, expect, it } from 'vitest'
import type { Piece } from './pieces.ts'
import type { Recommendation } from './recommendations.ts'
import type { Reply } from './replies.ts'
import { turnRound } from './reply-order.ts'

const toPieces = (...texts: string[]): Piece[] =>
  texts.map((text, place) => ({
    ...{ start: place * 1000, end: place * 1000 + text.length, text, kind: 'paragraph', level: 0 },
    ...{ headings: [], number: null, box: null, isEmphasised: false, isLedIn: false, row: null, role: null },
  }))

const ask = (text: string): Recommendation => ({
  ...{ start: 0, end: text.length, text, number: null, paragraph: null, title: null, headings: [] },
  ...{ isAsk: true, isCountedWithConclusions: false, group: null },
})

const reply = (which: number, quoted: Piece[], pieces: Piece[]): Reply => ({
  ...{ numbers: [], restated: new Map([[which, 1]]), title: null, headings: [], quoted, pieces },
  isToConclusion: false,
})

describe('turnRound', () => {
  const asked = [ask('Plant willows beside the canal.'), ask('Mend the lock gates.')]
  const pieces = toPieces(
    'Willows will line the canal.',
    asked[0]?.text ?? '',
    'The gates were mended.',
    asked[1]?.text ?? '',
  )
  const [before, first, between, second] = pieces

  it('gives each quotation what stands before it where nothing follows the last', () => {
    const read = [
      reply(0, first ? [first] : [], between ? [between] : []),
      reply(1, second ? [second] : [], []),
    ]
    expect(turnRound(read, pieces, asked).map((one) => one.pieces)).toEqual([[before], [between]])
  })

  it('leaves a response whose last quotation is answered', () => {
    const after = toPieces('The gates were mended.')
    const read = [
      reply(0, first ? [first] : [], between ? [between] : []),
      reply(1, second ? [second] : [], after),
    ]
    expect(turnRound(read, pieces, asked)).toBe(read)
  })
})
