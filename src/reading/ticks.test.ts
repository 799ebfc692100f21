import { describe, expect, it } from 'vitest'
import type { DocumentText } from '../model/index.ts'
import { documentOf } from './document-builder.ts'
import { readStatements } from './index.ts'
import { hearTicked } from './ticks.ts'

const heard = (text: string) => hearTicked({ text } as DocumentText).text

describe('boxes', () => {
  it.each([
    ['☐ Accept ☒ Accept in part ☐ Reject', 'Accept in part'],
    ['Accept ☐ Accept in part ☒ Reject ☐', 'Accept in part'],
    ['☐ Accepted in part', ''],
    ['☑ Agreed', 'Agreed'],
    ['Not agreed ☒', 'Not agreed'],
    ['Decision: ☐ Yes ☒ No', 'Decision:         No'],
  ])('of %j leave %j', (text, left) => {
    expect(heard(text)).toHaveLength(text.length)
    expect(heard(text).trim()).toBe(left)
  })

  it.each([
    '☐ Publish the list of bridges',
    '☒ Staff were trained in March',
    'A ✓ stands beside what is done',
  ])('are left in %j', (text) => expect(heard(text)).toBe(text))
})

it('the decision is the one that was ticked, and is quoted as it stands', () => {
  const read = (line: string) =>
    readStatements(documentOf(['# Response of the council', 'Recommendation 1', line]))
  const decisions = (line: string) =>
    read(line).flatMap(({ kind, decision, text }) => (kind === 'decision' ? [[decision, text]] : []))
  expect(decisions('☐ Accepted ☒ Accepted in part ☐ Rejected')).toEqual([
    ['accepted-in-part', 'Accepted in part'],
  ])
  expect(decisions('☐ Accepted')).toEqual([])
  expect(decisions('Accepted ☐ Rejected ☒')).toEqual([['rejected', 'Rejected']])
})
