import { describe, expect, it } from 'vitest'
import { riversPair, riversReading } from '../../test/builders/rivers.ts'
import { comparisonCsv } from './comparison-csv.ts'
import { countDecisions, countKinds, countStrengths, strongest } from './counts.ts'
import { presentComparison } from './present-comparison.ts'
import { presentReading } from './present-reading.ts'
import { readingCsv } from './reading-csv.ts'

/** The keys and values that docs/cli.md promises, written out rather than computed. */
const promisedCommitment = {
  kind: 'commitment',
  text: 'We will give £2 million to anglers by March 2026.',
  page: 1,
  headings: ['Recommendation 1'],
  number: null,
  speaker: 'Department for Rivers',
  strength: 'fund',
  decision: null,
  deadline: { text: 'by March 2026', from: '2026-03-01', to: '2026-03-31', precision: 'month' },
  money: [{ text: '£2 million', amount: 2_000_000, currency: 'GBP', per: null }],
  groups: [{ group: 'anglers', relation: 'included' }],
  conditions: [],
  confidence: 0.9,
  because: ['will + act'],
}

describe('presentReading', () => {
  const json = JSON.parse(JSON.stringify(presentReading([riversReading])))

  it('has the promised keys of a document', () => {
    expect(json.schema).toBe('holdfast/reading@1')
    expect(json.documents[0]).toMatchObject({
      file: 'rivers-response.pdf',
      mediaType: 'application/pdf',
      sha256: 'ab'.repeat(32),
      title: 'Our answer',
      publisher: null,
      date: null,
      pages: 1,
      characters: riversReading.document.text.length,
    })
  })

  it('has the promised keys of a statement', () => {
    const statement = json.documents[0].statements[1]
    expect(statement).toMatchObject(promisedCommitment)
    expect(riversReading.document.text.slice(statement.start, statement.end)).toBe(statement.text)
    expect(typeof statement.id).toBe('string')
  })

  it('says null for the pages of a document that has none', () => {
    const document = { ...riversReading.document, pages: null }
    expect(presentReading([{ ...riversReading, document }]).documents[0]?.pages).toBeNull()
  })
})

describe('presentComparison', () => {
  const json = JSON.parse(JSON.stringify(presentComparison(riversPair)))

  it('has the promised keys', () => {
    expect(json.schema).toBe('holdfast/comparison@1')
    expect(json.report).toMatchObject({ file: 'rivers-report.pdf', sha256: 'ab'.repeat(32) })
    expect(json.response).toMatchObject({ file: 'rivers-response.pdf' })
    expect(json.rows[0]).toMatchObject({
      number: '1',
      recommendation: { page: 1, start: expect.any(Number), end: expect.any(Number) },
      response: { page: 1, text: expect.stringContaining('in part') },
      decision: 'accepted-in-part',
      commitments: [promisedCommitment],
      confidence: 0.8,
      because: ['same number 1'],
    })
    expect(json.rows[2]).toMatchObject({ number: '3', response: null, decision: 'no-response' })
    expect(json.unmatchedResponses).toHaveLength(1)
  })
})

describe('CSV', () => {
  const lines = (csv: string) => csv.trim().split('\r\n')

  it('has one row a statement', () => {
    const csv = lines(readingCsv([riversReading]))
    expect(csv).toHaveLength(4)
    expect(csv[2]).toContain(
      ',fund,,by March 2026,2026-03-01,2026-03-31,month,£2 million,2000000,GBP,,anglers,',
    )
  })

  it('keeps unanswered recommendations and replies to none', () => {
    const csv = lines(comparisonCsv(riversPair))
    expect(csv).toHaveLength(5)
    expect(csv[3]).toMatch(/^3,.*no-response/)
    expect(csv[4]).toContain('answers no recommendation')
  })

  it('keeps only the decisions asked for', () => {
    expect(lines(comparisonCsv(riversPair, ['rejected']))).toHaveLength(2)
  })
})

describe('counts', () => {
  it('follow the order of the contract and leave out what does not occur', () => {
    expect(countKinds(riversReading.statements)).toEqual([
      { name: 'commitment', count: 1 },
      { name: 'decision', count: 1 },
      { name: 'finding', count: 1 },
    ])
    expect(countDecisions(riversPair.comparison).map(({ name }) => name)).toEqual([
      'accepted-in-part',
      'rejected',
      'no-response',
    ])
    expect(countStrengths(riversPair.comparison)).toEqual([{ name: 'fund', count: 1 }])
  })

  it('names the strongest', () => {
    const [, commitment] = riversReading.statements
    expect(strongest([])).toBeNull()
    expect(strongest(commitment ? [{ ...commitment, strength: 'explore' }, commitment] : [])).toBe('fund')
  })
})
