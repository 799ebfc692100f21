import { describe, expect, it } from 'vitest'
import type { DocumentText } from '../model/index.ts'
import { documentOf } from './document-builder.ts'
import { readStatements } from './index.ts'
import { withNamesOf } from './short-names.ts'

const RESPONSE = { title: 'Government response to the Larch Review' }

const speakerOf = (lines: readonly string[], facts: Partial<DocumentText> = RESPONSE) =>
  readStatements(documentOf(lines, facts)).at(-1)?.speaker

describe('in a government’s document', () => {
  it.each([
    ['Services Australia will print a map.', 'Services Australia'],
    ['All governments will work together on a map.', 'All governments'],
    ['DfE will print a map.', 'Department for Education (DfE, Government)'],
    ["The Attorney-General's Department will print a map.", "Attorney-general's Department (Government)"],
    [
      'The Department of Rivers, Quays and Locks will print a map.',
      'Department of Rivers, Quays and Locks (Government)',
    ],
    // What is bound to no country, and the one government, are the writer's.
    ['Safer Harbours will print a map.', 'Government'],
    ['The Government will print a map.', 'Government'],
  ])('%s', (line, speaker) => {
    expect(speakerOf([line])).toBe(speaker)
  })
  it('a short name stands for the body that it was given to', () => {
    const line = 'The LQA will print a map.'
    expect(speakerOf(['The Larch Quays Authority (LQA) was asked.', line])).toBe(
      'Larch Quays Authority (LQA)',
    )
    expect(speakerOf(['The Larch Quays Scheme (LQS) was shut.', 'The LQS will print a map.'])).toBe(
      'Government',
    )
  })
})

describe('bodies that promise together', () => {
  it.each([
    ['The Home Office and the Rivers Agency will print a map.', 'Home Office (Government) and Rivers Agency'],
    [
      'DfE, the Home Office and Natural England will print a map.',
      'Department for Education (DfE, Government), Home Office (Government) and Natural England',
    ],
    // Where it is, whom it is with, and who has no name.
    ['In Scotland, the Rivers Agency will print a map.', 'Rivers Agency'],
    ['The Rivers Agency will print a map with the Home Office.', 'Rivers Agency'],
    ['The Rivers Agency and councils will print a map.', 'Rivers Agency'],
  ])('%s', (line, speaker) => {
    expect(speakerOf([line])).toBe(speaker)
  })
})

describe('a list', () => {
  it('is promised by the body that its lead-in names', () => {
    expect(speakerOf(['We accept this.', 'Services Australia will:', '- mend each lock by May'])).toBe(
      'Services Australia',
    )
    expect(speakerOf(['We accept this.', 'We will:', '- mend each lock by May'])).toBe('Government')
  })
})

describe('a writer’s own name', () => {
  it('may hold small words', () => {
    const name = 'Larch Quays and Locks Partnership'
    const lines = [`The ${name} has met.`, `The ${name} is a public body.`, `The ${name} will print a map.`]
    expect(speakerOf(lines, { title: `${name}: our action plan` })).toBe(name)
  })
})

describe('short names', () => {
  const namesIn = (text: string) => [...withNamesOf(text, new Map([['hse', 'Known']]))]
  it.each([
    ['the Murray and Larch Basin Authority (MLBA)', ['mlba', 'Murray and Larch Basin Authority']],
    ['the Department of Quays (DQ)', ['dq', 'Department of Quays']],
  ])('%s', (text, found) => {
    expect(namesIn(text)).toContainEqual(found)
  })
  it.each(['the Larch Toll Scheme (LTS)', 'a Quays Authority (HSE)', 'the new quays (NQA)'])('%s', (text) => {
    expect(namesIn(text)).toEqual([['hse', 'Known']])
  })
})

describe('a page that prints what it got', () => {
  it('is the government’s under a heading that says it responded', () => {
    const petition = ['Petition: free the moorings', '', 'Tolls are too high.', '']
    const reply = 'We will print a map by June.'
    const speakers = ['## Government responded', '## The boaters responded'].map((heading) =>
      speakerOf([...petition, heading, '', reply], {}),
    )
    expect(speakers[0]).toBe('Government')
    expect(speakers[1]).not.toBe('Government')
  })
})
