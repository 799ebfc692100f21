import { describe, expect, it } from 'vitest'
import { parseContent } from './parse-content.ts'
import { describeProblem } from './problem.ts'

const problemsOf = (...texts: string[]) =>
  parseContent(texts.map((text, at) => ({ path: `${at + 1}.yaml`, text }))).problems.map(describeProblem)

/** A record whose text stands on the third line. */
const withText = (text: string) => `topics:\n  - id: a\n    text: ${text}\n    summary: Good.\n`

describe('a file that is not YAML says so once, in words of who writes it', () => {
  it.each([
    ['a colon', withText('Result: four lines'), '1.yaml:3: not readable as YAML: the text holds ": "'],
    [
      'an apostrophe',
      withText("'It didn't go'"),
      '1.yaml:3: not readable as YAML: text goes on behind a quote',
    ],
    [
      'a tab',
      'topics:\n  - id: a\n\ttext: x\n\tmore: y',
      '1.yaml:3: not readable as YAML: the line is indented',
    ],
    [
      'no space',
      'topics:\n  -id: a\n    text: x',
      '1.yaml:2: not readable as YAML: a space after "-" or ":"',
    ],
    [
      'a bad indent',
      'topics:\n  - id: a\n   text: x',
      '1.yaml:3: not readable as YAML: the line is not lined up',
    ],
    ['an open bracket', withText('[{ a: b }'), '1.yaml:4: not readable as YAML: a [ or { is not closed.'],
    [
      'a missing comma',
      withText('[{ a: b c: d }]'),
      '1.yaml:3: not readable as YAML: between [ ] or { } a comma',
    ],
    ['a sign in front', withText('@home'), '1.yaml:3: not readable as YAML: a text cannot begin with @.'],
    ['a line below', withText('> 5 lines'), '1.yaml:3: not readable as YAML: a text that begins with > or |'],
    [
      'a backslash',
      withText('"C:\\data"'),
      '1.yaml:3: not readable as YAML: between double quotes, \\ begins',
    ],
    ['two parts', 'topics: []\n---\nasks: []', '1.yaml:2: not readable as YAML: a line of --- divides'],
    [
      'lists without end',
      `topics: ${'['.repeat(20_000)}`,
      '1.yaml:1: its lists stand in each other too deep.',
    ],
  ])('%s', (_, text, expected) => {
    const problems = problemsOf(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.slice(0, expected.length)).toBe(expected)
  })

  it('names every field that stands twice', () => {
    expect(problemsOf('topics:\n  - id: a\n    id: b\n    text: one\n    text: two')).toEqual([
      '1.yaml:3: not readable as YAML: "id" is written twice. Keep one of the two.',
      '1.yaml:5: not readable as YAML: "text" is written twice. Keep one of the two.',
    ])
  })
})

describe('a number with two commas between { }', () => {
  it('is told as that, and not as fields that stand twice', () => {
    expect(problemsOf('topics:\n  - { id: a, money: { pounds: 5,000,000 } }')).toEqual([
      '1.yaml:2: not readable as YAML: a number is written with commas. Write it without, such as 400000.',
    ])
  })
})

describe('a file of which words would be lost without a sign', () => {
  it.each([
    ['a pound sign of another encoding', Buffer.from(withText('It cost \u00a35'), 'latin1').toString(), 3],
    ['two bytes a letter', Buffer.from(`\uFEFF${withText('It')}`, 'utf16le').toString(), 1],
  ])('%s', (_, text, line) => {
    expect(problemsOf(text)).toEqual([
      `1.yaml:${line}: the file holds bytes that are not UTF-8. Save it as UTF-8.`,
    ])
  })

  it('a number sign, and an exclamation mark', () => {
    expect(problemsOf(withText('Point #5 is met'))[0]).toContain('1.yaml:3: the text would end before "#5"')
    expect(problemsOf(withText('!now or never'))[0]).toContain('1.yaml:3: a text cannot begin with !')
  })

  it('a comment stays one, and so does a sign within a word or quotes', () => {
    const text = `indicators: # figures\n## all of them\n  - { id: a#5 }\n  - { id: 'a #5' } # 5 more\n`
    expect(problemsOf(text).filter((problem) => problem.includes('#'))).toEqual([])
  })

  it('a second "tracker:" in another file: one would hide the other', () => {
    const tracker = `tracker:\n  id: rivers\n  title: Rivers\n  summary: What was promised.\n  place: England\n  keeper: Editors\n  recordedOn: 2026-01-31\n  verdicts:\n    - { id: good, label: Good, shape: full-disc, meaning: It was done. }\n    - { id: bad, label: Bad, shape: open-ring, meaning: It was not done. }\n`
    expect(problemsOf(tracker)).toEqual([])
    expect(problemsOf(tracker, tracker)).toEqual([
      '2.yaml:2: "tracker" stands in another file too. Keep one of the two.',
    ])
  })
})
