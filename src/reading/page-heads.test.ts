import { describe, expect, it } from 'vitest'
import { documentOf } from './document-builder.ts'
import { readStatements, surveyDocument } from './index.ts'

const voiceOf = (lines: readonly string[], title: string | null) =>
  surveyDocument(documentOf(lines, { title })).voice

describe('the head of a page tells whose it is', () => {
  it('a minister’s by an office alone on its line', () => {
    const lines = ['£16 million for rivers', 'Minister for Rivers and Canals', 'Nine clubs got money today.']
    expect(voiceOf(lines, '£16 million for rivers')).toBe('government')
  })
  it('a government’s by its approach or strategy', () => {
    expect(voiceOf(['We will:', '- mend each lock'], 'Government approach to locks')).toBe('government')
  })
  it('an answer, where the line above the title says so', () => {
    const title = 'Report of the Independent Review of Locks'
    const lines = ['Larch Government response to the', title, 'The Government agrees with this.']
    expect(voiceOf(lines, title)).toBe('government')
  })
  it('an inquiry’s by its numbered report', () => {
    expect(voiceOf(['# Recommendations', 'Nothing was done.'], 'Larch Lock Inquiry: Module 2 report')).toBe(
      'review',
    )
  })
  it('nobody’s by a word in a sentence of prose', () => {
    const line = 'The board asks that each club runs a campaign on life jackets on all the quays of Larch.'
    expect(voiceOf([line], 'Locks')).toBe('unknown')
  })
  it.each([
    ['Royal Commission into the Larch Flood: List of recommendations', 'review'],
    ['Larch Locks Report: Recommendations', 'review'],
    ['Calm Water: Report on the inquiry into small ports', 'review'],
    ['Larch Budget', 'unknown'],
    ['Budget 2031', 'government'],
    ['A ten-year plan for Wales', 'government'],
    ['Council opposes Government plan to free all moorings', 'sector'],
    ['Council opens a new quay', 'local-authority'],
  ] as const)('by its title: %s', (title, voice) => {
    const council = 'Councillor Ruth Marsh, cabinet member for quays, was there.'
    expect(voiceOf([title, title.startsWith('Council') ? council : 'Nine ports wrote.'], title)).toBe(voice)
  })
  it('a party’s by the line that says whose release it is', () => {
    const lines = ['A fair deal for boaters', 'Press release: Larch Party', '“We will free all moorings.”']
    expect(voiceOf([...lines, '“We will mend each lock.”'], 'A fair deal for boaters')).toBe('sector')
  })
  it('a department’s by the views it seeks', () => {
    const lines = ['We are seeking views on a toll.', 'We will consider all responses.']
    expect(voiceOf(lines, 'Tolls on small boats')).toBe('government')
    expect(voiceOf(['We are seeking a new boat.', 'We will consider all offers.'], 'Boats')).toBe('unknown')
  })
  it('an outsider’s where its title tells of a failing', () => {
    const lines = ['The council has many powers.', 'Our council owns each lock.']
    expect(voiceOf(lines, 'Our council is failing our rivers')).toBe('charity')
  })
})

describe('under a review’s recommendation', () => {
  const REVIEW = { title: 'The Larch Inquiry: final report', publisher: 'The Larch Inquiry' }
  const kindOf = (line: string) =>
    readStatements(documentOf(['# Recommendations', '## Recommendation 1', line], REVIEW)).at(-1)?.kind
  it.each([
    'Retain the duty on each port to keep a list of moorings.',
    'Identify and remove gaps in how the code tells of small ports.',
    'The Minister for Rivers to direct the Harbour Board to open its books.',
    'that the rules on moorings be looked at once more.',
  ])('it is recommended: %s', (line) => {
    expect(kindOf(line)).toBe('recommendation')
  })
  it.each([
    '### That each port in the north keep a list of its moorings and print it twice a year',
    '### The committee strongly recommends that the levy on small ports be kept for ten years',
    '### Small ports in the north should be told of each change to the code by the Board',
  ])('it is recommended, though set as a heading: %s', (line) => {
    expect(kindOf(line)).toBe('recommendation')
  })
  it.each([
    '### What the Harbour Board and all small ports in the north should be told of the new code',
    '### The levy on small ports in the north and what the Harbour Board has done with it since',
  ])('a heading is one: %s', (line) => {
    expect(kindOf(line)).toBe('other')
  })
  it.each([
    'Ports in the north have kept a list of moorings since then.',
    'Since the flood, nine ports were closed.',
  ])('it is told: %s', (line) => {
    expect(kindOf(line)).toBe('finding')
  })
})

describe('a response that names recommendations and prints none', () => {
  const title = 'Government response to the Larch Review'
  const replies = [
    ['## Recommendation 1', 'The Harbour Office has drawn up a list. It will be kept each year.'],
    ['## Recommendation 2', 'We are looking at moorings. Rivers Agency will print a map.'],
    ['## Recommendation 3: tolls', 'It is important that tolls are fair. Moorings will be free from May.'],
  ]
  const speakers = (lines: readonly (readonly string[])[]) =>
    surveyDocument(documentOf(['# Response', ...lines.flat()], { title })).sentences.map((one) => one.voice)
  it('replies under each of their headings', () => {
    expect(new Set(speakers(replies))).toEqual(new Set(['government']))
  })
  it('but where it prints them, a review speaks first', () => {
    const printed = replies.map(([heading = '', reply = '']) => [heading, 'Each port should act.', reply])
    expect(speakers(printed)).toContain('reviewer')
  })
})

describe('a page’s own title', () => {
  const kindOf = (title: string) =>
    readStatements(documentOf([`# ${title}`, 'Nine clubs wrote.'], { title }))[0]?.kind
  it('judges where an outsider’s does', () => {
    expect(kindOf('Council is letting harbour landlords off the hook')).toBe('verdict')
  })
  it('is no statement where it only names', () => {
    expect(kindOf('What the harbour plan means for boaters')).toBe('other')
  })
})
