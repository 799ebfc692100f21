import { describe, expect, it } from 'vitest'
import { documentOf } from './document-builder.ts'
import { readStatements, surveyDocument } from './index.ts'

const PAGE = { title: 'How the parties would run our rivers' }

const lastOf = (lines: readonly string[], title: string) => {
  const last = readStatements(documentOf(lines, { title })).at(-1)
  return [last?.kind, last?.speaker]
}

describe('a party promises as other bodies do', () => {
  it.each([
    ['Labour will open every lock by 2027.', 'Labour'],
    ['The Liberal Democrats want to increase the toll refund by £5 million.', 'Liberal Democrats'],
    ['The Green Party have pledged, like others before, to mend the quays.', 'Green Party'],
  ])('%s', (line, speaker) => {
    expect(lastOf(['Boaters vote in May.', line], PAGE.title)).toEqual(['commitment', speaker])
  })
  it('is no party without a capital, or as part of another name', () => {
    const lines = ['Boaters vote in May.', 'The Labour Market Board will open every lock by 2027.']
    expect(lastOf(lines, PAGE.title)[1]).toBe('Labour Market Board')
  })
})

describe('a manifesto is the party’s own word', () => {
  it.each([
    ['Labour Party Manifesto 2031', 'Labour will open every lock by 2033.', 'Labour Party'],
    [
      'Conservative and Unionist Party Manifesto 2031',
      'We will open every lock by 2033.',
      'Conservative and Unionist Party',
    ],
  ])('%s', (title, line, party) => {
    expect(lastOf([title, line], title)).toEqual(['commitment', party])
  })
})

describe('whose page it is', () => {
  const voiceOf = (lines: readonly string[], title: string) =>
    surveyDocument(documentOf(lines, { title })).voice
  const promise = 'We will also open every lock.'
  it('is an outsider’s where parties are set side by side', () => {
    expect(
      voiceOf(['# Plaid Cymru', promise, 'We will ban tolls.'], 'Rivers in the General Election 2031'),
    ).toBe('news')
  })
  it('is a party’s where its spokesman says what it thinks', () => {
    const line = 'This is all talk, Labour rivers spokesperson Ruth Marsh said.'
    expect(voiceOf([line], 'Promises on rivers')).toBe('sector')
  })
})
