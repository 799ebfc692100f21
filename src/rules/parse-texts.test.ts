import { describe, expect, it } from 'vitest'
import { parseRulebookTexts } from './parse-texts.ts'

const BOOK = `rulebook: {name: x, from: 2021-01-01, compiled: 2026-01-01}
sources:
  act: {title: The Act, address: "https://example.org", date: "2020"}
inputs:
  area.region: {title: Region, key: area, type: choice, values: [london, rest]}
  child.age: {title: Age, key: born, type: number, unit: years, range: [0, 17]}
  carer.weekly-earnings: {title: Pay, key: weeklyEarnings, type: number, unit: GBP per week, range: [0, 1000]}
  child.disabled: {title: Disabled, key: disabled, type: yes-no}
`
const PARAMETER = `parameters:
  rate:
    title: Rate
    unit: GBP per week
    values:
      - {from: 2021-01-01, to: 2021-12-31, value: 10, status: seen, source: act}
  school-age:
    title: School age
    unit: years
    values:
      - {from: 2021-01-01, value: 4, status: seen, source: act}
`
const SUPPORT = `supports:
  help:
    title: Help
    of: child
    per: week
    from: 2021-01-01
    outcomes:
      - {outcome: entitled, when: child.disabled, amount: rate, text: Yes., source: act}
      - {outcome: not-under-this, text: No., source: act}
`
const rules = (body: string) => `rules:\n${body}`

describe('a broken rulebook', () => {
  it.each([
    [
      'a number without a source',
      rules('  a:\n    title: A\n    from: 2021-01-01\n    is: child.age less than 2\n'),
      'a.yaml:5: rules > a > is: the number 2 has no source. Make it a parameter with a date and a source',
    ],
    [
      'a missing date',
      rules('  a:\n    title: A\n    is: child.disabled\n'),
      'a.yaml:3: rules > a: `from` is missing: every value and version has a date. Write `from: 2024-04-06`',
    ],
    [
      'a date that is none',
      rules('  a:\n    title: A\n    from: 2021-02-30\n    is: yes\n'),
      'a.yaml:4: rules > a > from: `from: 2021-02-30` is not a day',
    ],
    [
      'a circle',
      rules('  a: {title: A, from: 2021-01-01, is: b}\n  b: {title: B, from: 2021-01-01, is: not a}\n'),
      'the rules go round in a circle: a -> b -> a. Take one of them out',
    ],
    [
      'units that differ',
      rules('  a:\n    title: A\n    from: 2021-01-01\n    is: carer.weekly-earnings less than school-age\n'),
      'the units differ: GBP per week and years. Compare or add only numbers of one unit',
    ],
    [
      'a misspelt name',
      rules('  a:\n    title: A\n    from: 2021-01-01\n    is: child.disabld\n'),
      'a.yaml:5: rules > a > is: there is no input, rule or parameter called "child.disabld". Did you mean "child.disabled"?',
    ],
    [
      'a choice that is none',
      rules('  a:\n    title: A\n    from: 2021-01-01\n    is: area.region is wales\n'),
      '"wales" is not one of the choices. Use: london, rest.',
    ],
    [
      'a choice of what is no choice',
      rules('  a:\n    title: A\n    from: 2021-01-01\n    is: child.age is rest\n'),
      'wants a choice, not years',
    ],
    [
      'a number for a condition',
      rules('  a:\n    title: A\n    from: 2021-01-01\n    all: [child.age]\n'),
      'a yes-or-no is wanted where there is years',
    ],
    [
      'two expressions',
      rules(
        '  a:\n    title: A\n    from: 2021-01-01\n    all: [child.disabled]\n    any: [child.disabled]\n',
      ),
      'two expressions side by side (all, any)',
    ],
    ['no expression', rules('  a:\n    title: A\n    from: 2021-01-01\n'), 'there is no expression here'],
    ['an empty list', rules('  a:\n    title: A\n    from: 2021-01-01\n    all: []\n'), 'the list is empty'],
    [
      'an unknown key',
      rules('  a:\n    title: A\n    from: 2021-01-01\n    is: yes\n    becuase: x\n'),
      'a.yaml:6: rules > a > becuase: `becuase` is not a key known here. Use one of:',
    ],
    [
      'a version too late',
      rules('  a:\n    title: A\n    from: 2022-01-01\n    is: yes\n'),
      'no version covers the first day of the rulebook',
    ],
    [
      'versions out of order',
      rules(
        '  a:\n    title: A\n    versions:\n      - {from: 2021-01-01, is: yes}\n      - {from: 2020-01-01, is: no}\n',
      ),
      'the versions are not in date order',
    ],
    [
      'a rule written twice',
      `${rules('  a: {title: A, from: 2021-01-01, is: yes}\n')}  a: {title: A, from: 2021-01-01, is: yes}\n`,
      'a.yaml:3: the key "a" is written twice. Keep one of the two.',
    ],
    [
      'a value without a source',
      PARAMETER.replace(', source: act', ''),
      'a.yaml:6: parameters > rate > values > 0: no source is given. Write `source: id`',
    ],
    [
      'a value without a status',
      PARAMETER.replace(', status: seen', ''),
      '`status` is missing. Write one of: seen, derived, seed.',
    ],
    [
      'an unverified value',
      PARAMETER.replace('status: seen', 'status: memory-unverified'),
      '`status: memory-unverified` is not known. Write one of: seen, derived, seed.',
    ],
    ['an unknown source', PARAMETER.replace('source: act', 'source: law'), 'there is no source called "law"'],
    ['an unknown unit', PARAMETER.replace('GBP per week', 'EUR'), '`unit: EUR` is not known'],
    ['parts of a penny', PARAMETER.replace('value: 10', 'value: 10.005'), '10.005 has parts of a penny'],
    [
      'a number as text',
      PARAMETER.replace('value: 10', 'value: "£10"'),
      '"£10" is not a number. Write a number without £',
    ],
    [
      'a value that ends before it begins',
      PARAMETER.replace('to: 2021-12-31', 'to: 2020-12-31'),
      '`to` is before `from`',
    ],
    [
      'values that overlap',
      PARAMETER.replace(
        '  school-age',
        '      - {from: 2021-06-01, value: 11, status: seen, source: act}\n  school-age',
      ),
      'this value begins before the one above ends',
    ],
    [
      'numbers that do not fill the table',
      PARAMETER.replace(
        '    unit: GBP per week\n',
        '    unit: GBP per week\n    by: {age: {input: child.age, bands: ["0-4", "5-17"]}}\n',
      ),
      'there are 1 numbers where 2 belong',
    ],
    [
      'a support without an end',
      SUPPORT.replace('      - {outcome: not-under-this, text: No., source: act}\n', ''),
      'some families fall through every outcome',
    ],
    [
      'an outcome after the end',
      SUPPORT.replace(', when: child.disabled', ''),
      'an outcome stands after one that takes everybody',
    ],
    [
      'an outcome that is none',
      SUPPORT.replace('outcome: entitled', 'outcome: maybe'),
      '`outcome: maybe` is not known',
    ],
    [
      'an outcome without a source',
      SUPPORT.replace('text: No., source: act', 'text: No.'),
      'no source is given',
    ],
    ['an amount without a period', SUPPORT.replace('    per: week\n', ''), 'an amount has no period'],
    [
      'an amount in another period',
      SUPPORT.replace('per: week', 'per: month'),
      'the units differ: GBP per week where the support pays in GBP per month',
    ],
    [
      'a child in a household',
      SUPPORT.replace('of: child', 'of: household'),
      'this is about one child, and the support is for the household',
    ],
    [
      'a source without an address',
      'sources:\n  b: {title: B, address: example.org, date: "2020"}\n',
      '"example.org" is not an address',
    ],
    [
      'a source without a date',
      'sources:\n  b: {title: B, address: "https://example.org"}\n',
      '`date` is missing or not text',
    ],
    [
      'a proposal of an unknown support',
      'proposal:\n  name: p\n  title: P\n  from: 2022-01-01\n  source: act\n  supports:\n    halp: {first: []}\n',
      'there is no support called "halp"',
    ],
    [
      'a proposal on top of none',
      'proposal: {name: p, title: P, from: 2022-01-01, source: act, "on top of": [q]}\n',
      'there is no proposal called "q"',
    ],
    [
      'a proposal of an unknown rule',
      'proposal: {name: p, title: P, from: 2022-01-01, source: act, rules: {z: {is: true}}}\n',
      'there is no rule called "z" to replace',
    ],
    [
      'an example that says otherwise',
      `${SUPPORT}    examples:\n      - {on: 2021-06-01, given: {disabled: true}, gives: not-under-this}\n`,
      'a.yaml:11: supports > help > examples > 0: the example of help gives entitled, not not-under-this. Correct the example',
    ],
    [
      'an example that cannot be run',
      `${SUPPORT}    examples:\n      - {on: 2020-06-01, given: {}, gives: entitled}\n`,
      'the example of help cannot be run: The rules are not held for 2020-06-01',
    ],
    [
      'an example that gives nothing',
      `${SUPPORT}    examples:\n      - {on: 2021-06-01, given: {}}\n`,
      'the example does not say what it gives',
    ],
    [
      'a text with an unknown place',
      SUPPORT.replace('text: Yes.', 'text: "Up to {rat}."'),
      'there is no parameter called "rat" to put in',
    ],
    [
      'a name with two meanings',
      rules('  rate: {title: A, from: 2021-01-01, is: yes}\n'),
      'rate is also the name of something else',
    ],
    ['broken YAML', 'rules:\n  a: [1, 2\n', 'a.yaml:3: Flow sequence in block collection must be'],
    ['an empty file', '\n', 'a.yaml:1: the file is empty. Write its parts, or take the file away.'],
    ['bytes that are no text', 'rules:\n  a: \uFFFD\n', 'a.yaml:2: the file holds bytes that are not UTF-8'],
    ['an alias of nothing', 'rules:\n  a: *b\n', 'a.yaml:1: its aliases (*name) cannot be followed'],
    [
      'a number below nought',
      PARAMETER.replace('value: 10', 'value: -10'),
      'a.yaml:6: parameters > rate > values > 0 > value: -10 is below nought',
    ],
    [
      'a gap between bands',
      PARAMETER.replace('    values:', '    by: {age: {input: child.age, bands: [0-2, 4-5]}}\n    values:'),
      'the band 4-5 does not go on from 0-2. Begin it with 3, so that no number is left out',
    ],
    [
      'a band turned round',
      PARAMETER.replace('    values:', '    by: {age: {input: child.age, bands: [4-0]}}\n    values:'),
      'the band 4-0 ends before it begins',
    ],
    [
      'two councils of one name',
      'areas:\n  - {name: Leeds, code: E1, region: rest}\n  - {name: City of Leeds, code: E2, region: rest}\n',
      'a.yaml:3: areas > 1: "leeds" already stands for Leeds. Keep one of the two',
    ],
    [
      'an example of a misspelt key',
      `${SUPPORT}    examples:\n      - {on: 2021-06-01, given: {disabld: true}, gives: entitled}\n`,
      'the example of help is given `disabld`: this key is not known and was not used. Did you mean "disabled"',
    ],
  ])('with %s says file, line, what is wrong and what to write', (_, text, words) => {
    const parameters = text.startsWith('parameters:') ? {} : { 'b.yaml': PARAMETER }
    const read = () => parseRulebookTexts({ 'book.yaml': BOOK, ...parameters, 'a.yaml': text })
    expect(read).toThrow(words)
  })

  it('tells each problem once, on a line of its own', () => {
    const text = 'proposal: {name: p, title: P, source: act}\nareas: [{name: A, code: E1, region: none}]\n'
    const read = () => parseRulebookTexts({ 'book.yaml': BOOK, 'a.yaml': text })
    expect(read).toThrow(/^a\.yaml:2: areas[^\n]*\na\.yaml:1: proposal: `from` is missing[^\n]*$/)
  })

  it('reads when nothing is wrong', () => {
    const texts = { 'book.yaml': BOOK, 'b.yaml': PARAMETER, 'c.yaml': SUPPORT }
    expect([...parseRulebookTexts(texts).supports.keys()]).toEqual(['help'])
  })
})
