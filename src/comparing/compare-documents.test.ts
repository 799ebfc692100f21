import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Comparison, DocumentText } from '../model/index.ts'
import { compareDocuments } from './compare-documents.ts'

type Line = readonly [kind: Block['kind'], text: string, more?: Partial<Block>]

/** A document of the given blocks, two line ends between them. */
function documentOf(lines: readonly Line[]): DocumentText {
  let text = ''
  const blocks = lines.map(([kind, words, more]): Block => {
    const start = text.length
    text += `${words}\n\n`
    return { kind, start, end: start + words.length, ...(kind === 'heading' ? { level: 2 } : {}), ...more }
  })
  return {
    mediaType: 'text/plain',
    sha256: '0'.repeat(64),
    title: null,
    publisher: null,
    date: null,
    text,
    blocks,
    pages: null,
    notices: [],
  }
}

const report = documentOf([
  ['heading', 'Recommendations'],
  ['paragraph', 'Recommendation 1: The council should plant two hundred street trees by spring.'],
  ['paragraph', 'Recommendation 2: The council should open a tree nursery beside the canal.'],
  ['paragraph', 'Recommendation 3: Schools should be given fruit trees for their playgrounds.'],
])
const response = documentOf([
  ['heading', 'Recommendation 1'],
  ['quote', 'The council should plant two hundred street trees by spring.'],
  ['paragraph', 'The council accepts this recommendation. It will plant the trees in March.'],
  ['heading', 'Recommendation 3'],
  ['quote', 'Schools should be given fruit trees for their playgrounds.'],
  ['paragraph', 'The council rejects this recommendation.'],
])

const replies = (comparison: Comparison) => comparison.rows.map((row) => row.response?.text ?? null)

describe('compareDocuments', () => {
  it('gives a row for each recommendation, answered or not', () => {
    const { rows, unmatchedResponses } = compareDocuments(report, response)
    expect(rows.map((row) => [row.number, row.decision])).toEqual([
      ['1', 'accepted'],
      ['2', 'no-response'],
      ['3', 'rejected'],
    ])
    expect(replies({ rows, unmatchedResponses })).toEqual([
      'The council accepts this recommendation. It will plant the trees in March.',
      null,
      'The council rejects this recommendation.',
    ])
    expect(unmatchedResponses).toEqual([])
  })

  it('says why', () => {
    const [first, second] = compareDocuments(report, response).rows
    expect(first?.because).toEqual([
      'same number 1',
      'reply restates it (100% of its words)',
      'says "The council accepts this recommendation"',
    ])
    expect(first?.decisionEvidence?.text).toBe('The council accepts this recommendation.')
    expect(second?.because).toEqual(['no reply carries its number, its words or its heading'])
  })

  it('follows the words where the response counts otherwise', () => {
    const renumbered = documentOf([
      ['paragraph', 'Recommendation 1'],
      ['quote', 'The council should open a tree nursery beside the canal.'],
      ['paragraph', 'Accepted.'],
      ['paragraph', 'Recommendation 2'],
      ['quote', 'Schools should be given fruit trees for their playgrounds.'],
      ['paragraph', 'Not accepted.'],
      ['paragraph', 'Recommendation 3'],
      ['quote', 'The council should plant two hundred street trees by spring.'],
      ['paragraph', 'Accepted in part.'],
    ])
    expect(compareDocuments(report, renumbered).rows.map((row) => row.decision)).toEqual([
      'accepted-in-part',
      'accepted',
      'rejected',
    ])
  })

  it('takes a recommendation once where the report prints it twice', () => {
    const twice = documentOf([
      ['heading', 'Trees'],
      ['paragraph', 'Recommendation 1: The council should plant two hundred street trees by spring.'],
      ['paragraph', '1.2 The streets are bare, and summers are hot.'],
      ['heading', 'List of recommendations'],
      ['paragraph', 'Recommendation 1: The council should plant two hundred street trees by spring.'],
      ['paragraph', 'Recommendation 2: The council should open a tree nursery beside the canal.'],
    ])
    const { rows } = compareDocuments(twice, response)
    expect(rows.map((row) => row.number)).toEqual(['1', '2'])
  })

  it('reads numbered conclusions that each hold a recommendation, and minutes that answer them', () => {
    const audit = documentOf([
      ['heading', 'Conclusions and recommendations'],
      [
        'list-item',
        'The council does not know how many trees it owns. Its list is ten years old.',
        { number: '1' },
      ],
      ['paragraph', 'Recommendation: The council should count its trees within a year.'],
      ['list-item', 'Dead trees stand for months. Two have fallen on cars.', { number: '2' }],
      ['paragraph', 'Recommendation: The council should fell dead trees within thirty days.'],
    ])
    const minutes = documentOf([
      ['paragraph', '1: PAC conclusion: The council does not know how many trees it owns.'],
      ['paragraph', '1: PAC recommendation: The council should count its trees within a year.'],
      ['paragraph', '1.1 The council agrees with the recommendation. It will count them in June.'],
      ['paragraph', '2: PAC conclusion: Dead trees stand for months.'],
      ['paragraph', '2: PAC recommendation: The council should fell dead trees within thirty days.'],
      ['paragraph', '2.1 The council disagrees with the recommendation. Some trees are homes to owls.'],
    ])
    const { rows } = compareDocuments(audit, minutes)
    expect(rows.map((row) => [row.number, row.recommendation.text, row.decision])).toEqual([
      ['1', 'The council should count its trees within a year.', 'accepted'],
      ['2', 'The council should fell dead trees within thirty days.', 'rejected'],
    ])
  })

  it('reads a decision printed in the label', () => {
    const short = documentOf([
      ['heading', 'Recommendation 1 – Accepted'],
      ['paragraph', 'Planting begins in March.'],
      ['heading', 'Recommendation 2 – Not accepted'],
      ['paragraph', 'The canal bank is too steep.'],
    ])
    expect(compareDocuments(report, short).rows.map((row) => row.decision)).toEqual([
      'accepted',
      'rejected',
      'no-response',
    ])
  })

  it('lets a sentence that accepts everything answer what nothing else does', () => {
    const blanket = 'The council accepts all of the recommendations of the review.'
    const { rows, unmatchedResponses } = compareDocuments(
      report,
      documentOf([
        ['paragraph', `Trees matter to us. ${blanket} We thank its authors.`],
        ['heading', 'Recommendation 1'],
        ['paragraph', 'Agreed in part. One hundred trees will be planted in March.'],
        ['heading', 'Recommendation 3'],
        ['paragraph', 'We reject this recommendation.'],
      ]),
    )
    expect(rows.map((row) => [row.decision, row.response?.text])).toEqual([
      ['accepted-in-part', 'Agreed in part. One hundred trees will be planted in March.'],
      ['accepted', blanket],
      ['rejected', 'We reject this recommendation.'],
    ])
    expect(unmatchedResponses).toEqual([])
  })

  it.each([
    'The council accepts almost all of the recommendations.',
    'We hope that the council accepts all of the recommendations, but it is early.',
    'The committee urges the council to accept all of the recommendations.',
  ])('does not take %j for such a sentence', (sentence) => {
    const { rows } = compareDocuments(
      report,
      documentOf([
        ['paragraph', sentence],
        ['heading', 'Recommendation 1'],
        ['paragraph', 'The council will plant the trees.'],
      ]),
    )
    expect(rows.slice(1).map((row) => row.decision)).toEqual(['no-response', 'no-response'])
  })

  it('does not answer a recommendation with the reply to a conclusion of that number', () => {
    const mixed = documentOf([
      ['paragraph', 'Conclusion 1: Streets are bare.'],
      ['paragraph', 'We know that well, and are sorry for it.'],
      ['paragraph', 'Recommendation 1: The council should plant two hundred street trees by spring.'],
      ['paragraph', 'Accepted.'],
      ['paragraph', 'Recommendation 2: The council should open a tree nursery beside the canal.'],
      ['paragraph', 'Accepted in part.'],
    ])
    expect(replies(compareDocuments(report, mixed))).toEqual(['Accepted.', 'Accepted in part.', null])
  })

  it.each([
    ['no blocks at all', documentOf([])],
    ['nothing recommended', documentOf([['paragraph', 'The canal is long. Trees line it.']])],
  ])('gives no rows for a report with %s', (_, empty) => {
    expect(compareDocuments(empty, response).rows).toEqual([])
  })

  it('leaves all unanswered against an empty response', () => {
    const { rows } = compareDocuments(report, documentOf([]))
    expect(rows.map((row) => row.decision)).toEqual(['no-response', 'no-response', 'no-response'])
  })

  it('finds no replies in the report itself', () => {
    expect(replies(compareDocuments(report, report))).toEqual([null, null, null])
  })

  it('gives rows without replies when the two are swapped', () => {
    const { rows } = compareDocuments(response, report)
    expect(rows.every((row) => row.response === null)).toBe(true)
  })
})

const words = fc.constantFrom(
  ...'Recommendation 1 2 2a 3. we accept reject this The council should publish a list. trees by May: • | (Paragraph 4)'.split(
    ' ',
  ),
)
const line: fc.Arbitrary<Line> = fc.tuple(
  fc.constantFrom<Block['kind']>('heading', 'paragraph', 'list-item', 'quote', 'table-row', 'footnote'),
  fc.oneof(
    fc.array(words, { maxLength: 14 }).map((list) => list.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  ),
  fc.record(
    { box: fc.constantFrom(1, 2), isEmphasised: fc.boolean(), level: fc.integer({ min: 1, max: 6 }) },
    { requiredKeys: [] },
  ),
)
const anyDocument = fc.array(line, { maxLength: 30 }).map(documentOf)

describe('compareDocuments on anything', () => {
  it('never fails, and quotes exactly', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (left, right) => {
        const { rows, unmatchedResponses } = compareDocuments(left, right)
        for (const row of rows) {
          const { recommendation, response: reply, decisionEvidence } = row
          expect(recommendation.text).toBe(left.text.slice(recommendation.start, recommendation.end))
          expect(recommendation.text.length).toBeGreaterThan(0)
          for (const extract of [reply, decisionEvidence])
            if (extract) expect(extract.text).toBe(right.text.slice(extract.start, extract.end))
          expect(row.decision === 'no-response').toBe(reply === null)
          expect(row.confidence).toBeGreaterThanOrEqual(0)
          expect(row.confidence).toBeLessThanOrEqual(1)
          for (const commitment of row.commitments) expect(reply?.text).toContain(commitment.text)
        }
        for (const one of unmatchedResponses) {
          expect(one.text).toBe(right.text.slice(one.start, one.end))
          expect(rows.some((row) => row.response?.start === one.start)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same rows every time', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (left, right) => {
        expect(compareDocuments(left, right)).toEqual(compareDocuments(left, right))
      }),
      { numRuns: 50 },
    )
  })
})
