import { describe, expect, it } from 'vitest'
import { readRulebookFolder } from '../../test/rules/rulebook-folder.ts'
import { answerSituation } from './answer.ts'
import { unreadInputs } from './derive-facts.ts'
import { readEnglandRulebook } from './england.ts'
import { runExample } from './run-example.ts'

const rulebook = readEnglandRulebook()

describe('the rulebook of England', () => {
  it('reads from its files as the build holds it', () => {
    const { texts, book } = readRulebookFolder('england')
    expect(Object.keys(texts).length).toBeGreaterThan(15)
    const names = (one: typeof rulebook) =>
      [...one.supports.keys(), ...one.rules.keys(), ...one.parameters.keys()].sort()
    expect(names(rulebook)).toEqual(names(book))
  })

  it('has an example for each support', () => {
    const shown = new Set(rulebook.examples.map((example) => example.of))
    expect([...rulebook.supports.keys()].filter((name) => !shown.has(name))).toEqual([])
  })

  it('asks nothing that no answer can settle', () => {
    expect(unreadInputs(rulebook)).toEqual([])
  })

  it('uses every rule, parameter and input', () => {
    const text = Object.values(readRulebookFolder('england').texts).join('\n')
    const isUsed = (name: string) =>
      text.split(new RegExp(`(?<![\\w/-])${name}(?![\\w/-])`)).length > (name.includes('/') ? 1 : 2)
    const names = [...rulebook.rules.keys(), ...rulebook.parameters.keys(), ...rulebook.inputs.keys()]
    expect(names.filter((name) => !isUsed(name))).toEqual([])
  })

  it('names 153 councils, each with a code of its own', () => {
    expect(rulebook.areas).toHaveLength(153)
    expect(new Set(rulebook.areas.map((area) => area.code)).size).toBe(153)
  })

  it('finds a council under the names it goes by', () => {
    const regionOf = (area: string) =>
      answerSituation(
        { on: '2025-06-01', area, children: [{ arrangement: 'kinship-foster', age: 7 }] },
        rulebook,
      ).outcomes[0]?.amount?.low
    const [london, southEast, rest] = [225, 216, 194]
    const cases: [string, number][] = [
      ['Bexley', london],
      ['London Borough of Bexley', london],
      ['E09000004', london],
      ['City of London', london],
      ['Medway', southEast],
      ['medway council', southEast],
      ['Thurrock', rest],
      ['Newcastle upon Tyne', rest],
      ['Bristol, City of', rest],
      ['Durham', rest],
      ['Hull', rest],
    ]
    for (const [area, rate] of cases) expect(regionOf(area), area).toBe(rate)
  })
})

describe('the examples in the rulebook', () => {
  it.each(
    rulebook.examples.map(
      (example) =>
        [
          `${example.place.file} ${example.of} ${example.on} ${JSON.stringify(example.given)}`,
          example,
        ] as const,
    ),
  )('%s', (_, example) => {
    expect(runExample(example, rulebook)).toEqual(example.gives)
  })
})
