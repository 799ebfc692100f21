import { describe, expect, it } from 'vitest'
import type { DocumentText } from '../model/index.ts'
import { documentOf } from './document-builder.ts'
import { readStatements } from './index.ts'

const NEWS = ['Harbour news', 'We are a national charity for boat families.', 'Donate to our campaign today.']
const COUNCIL = {
  title: 'Larch Borough Council: minutes of the Harbour Board',
  publisher: 'Larch Borough Council',
}
const RESPONSE = { title: 'Government response to the Larch Review', publisher: 'Department for Rivers' }
const REVIEW = { title: 'The Larch Inquiry: final report', publisher: 'The Larch Inquiry' }

const last = (lines: readonly string[], facts: Partial<DocumentText> = {}) => {
  const found = readStatements(documentOf(lines, facts)).at(-1)
  return [found?.kind, found?.decision]
}

describe('decisions as minutes word them', () => {
  it.each([
    ['The Board resolved to note the dredging forecast.', 'decision', 'noted'],
    ['(2) the Harbour Action Plan in Annex 2 be approved.', 'decision', 'accepted'],
    ['This was agreed.', 'decision', 'accepted'],
    ['The motion on mooring tolls was declared lost.', 'decision', 'rejected'],
    // A plan that is agreed with others, and a motion that is only told of, decide nothing.
    ['The Harbour Action Plan was drawn up with boaters.', 'finding', null],
    ['The motion on mooring tolls was printed late.', 'finding', null],
  ])('%s', (line, kind, decision) => {
    expect(last(['The Council met at the town hall.', line], COUNCIL)).toEqual([kind, decision])
  })
})

describe('what became of a recommendation, as others tell it', () => {
  it.each([
    ['The call for a second lock was not taken up.', 'decision', 'rejected'],
    ['A law on moorings has been rejected by ministers.', 'decision', 'rejected'],
    ['The Government turned them down, arguing that tolls are low.', 'decision', 'rejected'],
    ['Three are not accepted, among them a levy on boats.', 'decision', 'rejected'],
    ['The call for a second lock was printed last week.', 'finding', null],
    ['Three are not open, among them the lock at Larch.', 'finding', null],
  ])('%s', (line, kind, decision) => {
    expect(last([...NEWS, line])).toEqual([kind, decision])
  })
  it('holds for each that is listed under it, but for one that still says who should do it', () => {
    const lead = 'The Government rejected two of the recommendations:'
    expect(last([...NEWS, lead, '- Set a target for repairs by 2030.'])).toEqual(['decision', 'rejected'])
    expect(last([...NEWS, lead, '- The Government should publish a map of locks.'])).toEqual([
      'recommendation',
      null,
    ])
    expect(last([...NEWS, 'Other recommendations accepted include:', '- A map of all locks.'])).toEqual([
      'decision',
      'accepted',
    ])
  })
})

describe('a government agrees without the word recommendation', () => {
  it.each([
    ['The Government therefore agrees with the Committee that locks are old.', RESPONSE, 'accepted'],
    [
      'The Government agrees that locks are old, but it disagrees that a law is needed.',
      RESPONSE,
      'accepted-in-part',
    ],
    ['The Government notes this recommendation.', REVIEW, 'noted'],
    ['The Government notes what boaters say of tolls.', REVIEW, null],
  ])('%s', (line, facts, decision) => {
    expect(last(['The Committee took evidence.', line], facts)[1]).toBe(decision)
  })
})

describe('a tracker’s heading that is the decision', () => {
  it.each([
    ['# 27 Rejected', 'rejected'],
    ['# AB-11d Accepted in part', 'accepted-in-part'],
    ['# Government response: accepted in principle', 'accepted-in-principle'],
    ['# Government noted', 'noted'],
    ['# Rejected by boaters', null],
    ['# 27 boats rejected at the lock', null],
  ])('%s', (line, decision) => {
    expect(last([...NEWS, line])[1]).toBe(decision)
  })
  it('opens what the government says', () => {
    const page = [
      '# Harbour Affairs Committee: its calls',
      'The Committee took evidence.',
      '# HM Government rejected',
    ]
    expect(last([...page, 'The Government is not convinced that tolls must fall.'], REVIEW)).toEqual([
      'decision',
      'rejected',
    ])
  })
})
