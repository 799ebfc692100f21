import { describe, expect, it } from 'vitest'
import {
  createNounReader,
  findNoun,
  normaliseNumber,
  parseLabel,
  parseMarker,
  parseNumberList,
  parseParagraphReference,
  parseTrailingLabel,
} from './labels.ts'

describe('parseLabel', () => {
  it.each([
    ['Recommendation 4: Open a register', 'recommendation', ['4']],
    ['Conclusion 1 and Recommendation 2', 'recommendation', ['2']],
    ['Recommendation 2 and Recommendation 6', 'recommendation', ['2', '6']],
    ['Recommendation 1204: Open a register', 'recommendation', ['1204']],
    ['Recommendation 12 – The department should act', 'recommendation', ['12']],
    ['RECOMMENDATION 3', 'recommendation', ['3']],
    ['Recommendation 5 A review should begin', 'recommendation', ['5']],
    ['Recommendation 2(a). Pay by May', 'recommendation', ['2a']],
    ['Recommendation 2a', 'recommendation', ['2a']],
    ['Recommendation 1.3: Train staff', 'recommendation', ['1.3']],
    ['Recommendations 3, 4 and 7', 'recommendation', ['3', '4', '7']],
    ['Recommendations 3–5: joint answer', 'recommendation', ['3', '4', '5']],
    ['Recommendations 8 & 9', 'recommendation', ['8', '9']],
    ['Recommendation Four – Pay', 'recommendation', ['4']],
    ['Recommendations one and two', 'recommendation', ['1', '2']],
    ['Safety recommendation R/2026/011', 'recommendation', ['r/2026/011']],
    ['R/2026/012', 'recommendation', ['r/2026/012']],
    ['Recommendation b: Accepted', 'recommendation', ['b']],
    ['Recommendations a and c – Accepted', 'recommendation', ['a', 'c']],
    ['Recommendation (iv)', 'recommendation', ['iv']],
    ['Recommendations (iii) and (iv)', 'recommendation', ['iii', 'iv']],
    ['Recommendations (ii) to (v): one reply', 'recommendation', ['ii', 'iii', 'iv', 'v']],
    ['Recommendation No. 6', 'recommendation', ['6']],
    ['Sub-recommendation 6b:', 'recommendation', ['6b']],
    ['Key recommendation 1: A plan', 'recommendation', ['1']],
    ['Conclusion 2. Rivers are low', 'conclusion', ['2']],
    ['Response to recommendation 4', 'reply', ['4']],
    ["The Government's response to recommendations 4 and 5:", 'reply', ['4', '5']],
    ['R7: Publish', 'recommendation', ['7']],
    ['Recommendation IV. Publish', 'recommendation', ['iv']],
    ['Recommendation 4 (paragraph 56)', 'recommendation', ['4']],
    ['Recommendation 4, para 56: Publish', 'recommendation', ['4']],
    ['2a. PAC recommendation: The agency should', 'recommendation', ['2a']],
    ['3: Committee conclusion: Rivers are low', 'conclusion', ['3']],
    ['[Recommendation 9] Publish', 'recommendation', ['9']],
  ])('reads %j', (text, kind, numbers) => {
    expect(parseLabel(text)).toMatchObject({ kind, numbers })
  })

  it.each([
    'Recommendation 4 was accepted in full',
    'Recommendation 15, the removal of the levy, was not',
    'Recommendations 1 and 3 were addressed to the Board',
    'Recommendation: open a register',
    'The recommendation 4 of last year',
    'Recommendation in part',
    'R is a language',
    '',
  ])('sees no label in %j', (text) => {
    expect(parseLabel(text)).toBeNull()
  })

  it('says how much of the text the label takes', () => {
    const text = 'Recommendation 12 – The department should act'
    expect(text.slice(parseLabel(text)?.length)).toBe('The department should act')
  })
})

describe('numbers', () => {
  it.each([
    ['2 (a)', '2a'],
    ['2.A', '2a'],
    ['R4', '4'],
    ['004', '4'],
    ['6.12', '6.12'],
    ['IV', 'iv'],
  ])('writes %j as %j', (printed, normal) => expect(normaliseNumber(printed)).toBe(normal))

  it('keeps the ends of a range too long to be one', () => {
    expect(parseNumberList('1-900')).toEqual(['1', '900'])
  })

  it.each([
    ['4. The council should', '4'],
    ['(4) The council should', '4'],
    ['4) The council', '4'],
  ])('reads the marker of %j', (text, number) => expect(parseMarker(text)?.numbers).toEqual([number]))

  it.each(['4 councils agreed', '2024. A year', 'The 4. of May'])('sees no marker in %j', (text) => {
    expect(parseMarker(text)).toBeNull()
  })

  it.each([
    ['It should be published. (Paragraph 45)', '45'],
    ['It should be published.(Paragraph 45)', '45'],
    ['Publish it [para 6.12].', '6.12'],
    ['Publish it. (Paragraphs 45 and 46)', '45'],
    ['See paragraph 45 of the report for more.', null],
  ])('reads the reference of %j', (text, number) => expect(parseParagraphReference(text)).toBe(number))
})

describe('labels of another word', () => {
  it.each([
    ['Step 3: One form', 'step', ['3']],
    ['Steps 1 and 2.', 'step', ['1', '2']],
    ['Response to priority 4: trees', 'priority', ['4']],
    ['Priorities 4 to 6', 'priority', ['4', '5', '6']],
  ])('reads %s', (text, noun, numbers) => {
    expect(createNounReader(noun)(text)?.numbers).toEqual(numbers)
  })

  it('leaves a sentence about one alone', () => {
    expect(createNounReader('step')('Step 3 was harder than we thought')).toBeNull()
  })

  it('finds the word', () => {
    expect(findNoun('Area for improvement 2')).toBe('area for improvement')
    expect(findNoun('Chapter 2')).toBeNull()
  })
})

describe('parseTrailingLabel', () => {
  it('reads a number in brackets behind the last stop', () => {
    expect(parseTrailingLabel('The Secretary should keep a list. (Recommendation 2)')).toBe('2')
  })

  it('leaves a mention inside a sentence alone', () => {
    expect(parseTrailingLabel('We said so before (Recommendation 2)')).toBeNull()
  })
})
