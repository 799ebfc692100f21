import { describe, expect, it } from 'vitest'
import { documentOf } from './document-builder.ts'
import { readStatements } from './index.ts'
import { trackSpeech } from './speech.ts'
import { tokenize } from './tokens.ts'

const hearAll = (paragraphs: readonly string[]) => {
  const speech = trackSpeech()
  return paragraphs.map((paragraph) => {
    speech.enter(paragraph)
    return speech.hear(tokenize(paragraph, 0, paragraph.length))
  })
}

describe('speech', () => {
  it.each([
    ['“Half of our boats leak and nobody mends them,” said Ruth Marsh.', 'other'],
    ['Ruth Marsh said: “Half of our boats leak and nobody mends them.”', 'other'],
    ["Ruth Marsh said: 'Half of our boats leak and nobody mends them.'", 'other'],
    ['The Harbours Minister said: “We will mend half of the boats by May.”', 'government'],
    ['“We will mend half of the boats by May,” said a Defra spokesperson.', 'government'],
    ['“We would mend half of the boats by May,” said the shadow minister.', 'other'],
    ['“Leaky boats” are a matter for the harbours minister, she said.', null],
    ["Half of the boaters' boats leak, and the boaters' union knows it.", null],
  ])('%s', (paragraph, speech) => {
    expect(hearAll([paragraph])).toEqual([speech])
  })
  it('goes on with the same speaker where the next paragraph names nobody', () => {
    const first = 'The Harbours Minister said: “We will mend half of the boats by May.'
    expect(hearAll([first, '“We will mend the rest a year later,” she said.'])).toEqual([
      'government',
      'government',
    ])
  })
  it('gives a minister’s promise on a news page to the Government', () => {
    const page = [
      'Harbour news, a blog',
      'The Harbours Minister said: “It will bring five ports together in one plan.”',
    ]
    const found = readStatements(documentOf(page)).at(-1)
    expect([found?.kind, found?.speaker]).toEqual(['commitment', 'Government'])
  })
  const quoting = (...lines: string[]) =>
    readStatements(documentOf(['Harbour news, a blog', ...lines])).at(-1)
  it('keeps whose words they are while paragraphs go on in quotation marks', () => {
    const first = 'Ruth Marsh, chief executive of the Canal Trust, said: “The plan is a disgrace.'
    expect(quoting(first, '“It fails every family on the water.”')?.speaker).toBe('Canal Trust')
    expect(quoting(first, 'The plan fails every family on the water.')?.speaker).not.toBe('Canal Trust')
  })
  it('takes figures in speech for what is told', () => {
    expect(quoting('“Some 400 boats were lost to rot by March,” said Ruth Marsh.')?.kind).toBe('finding')
    expect(quoting('“Boats rot because nobody minds them,” said Ruth Marsh.')?.kind).toBe('verdict')
  })
  it('takes what must be judged well for a demand', () => {
    expect(quoting('“The next plan must be transformative,” said Ruth Marsh.')?.kind).toBe('ask')
    expect(quoting('“The next plan is transformative,” said Ruth Marsh.')?.kind).toBe('verdict')
  })
})
