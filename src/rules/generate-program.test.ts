import { describe, expect, it } from 'vitest'
import { findDifferences, loadProgram } from '../../test/rules/back-ends.ts'
import { makeHousehold, makeRandom } from '../../test/rules/random-households.ts'
import { SMALL_RULEBOOK } from '../../test/rules/small-rulebook.ts'
import { generateProgram } from './generate-program.ts'
import { BLOCK } from './kernels.ts'
import { parseRulebook } from './parse-rulebook.ts'
import { parseDay } from './plain-date.ts'
import { makePlan } from './plan.ts'
import { encodeColumns } from './program.ts'

/** Every kind of expression there is, in rules of its own. */
const EVERY_KIND = {
  'kinds.yaml': {
    parameters: {
      half: {
        title: 'Half',
        unit: 'percent',
        values: [{ from: '2021-01-01', value: 50, status: 'seen', source: 'act' }],
      },
      grown: {
        title: 'Grown',
        unit: 'years',
        values: [{ from: '2021-01-01', value: 5, status: 'seen', source: 'act' }],
      },
      'yearly-pay': {
        title: 'Pay',
        unit: 'GBP per year',
        values: [{ from: '2021-01-01', value: 99.99, status: 'seen', source: 'act' }],
      },
      'late-rate': {
        title: 'Late',
        unit: 'GBP per year',
        values: [{ from: '2024-01-01', to: '2024-12-31', value: 7, status: 'seen', source: 'act' }],
      },
    },
    rules: {
      pay: {
        title: 'Pay',
        from: '2021-01-01',
        sum: [
          { least: [{ yearly: { share: 'half', of: 'carer.weekly-earnings' } }, 'yearly-pay'] },
          { greatest: ['nothing', 'late-rate'] },
          { if: 'is-grown', gives: 'yearly-pay', otherwise: { between: 'nothing', and: 'late-rate' } },
        ],
      },
      'is-grown': {
        title: 'Grown',
        versions: [
          { from: '2021-01-01', is: 'child.age at least grown' },
          { from: '2023-01-01', is: 'child.age more than grown' },
          {
            from: '2024-01-01',
            not: { any: ['child.age at most grown', { not: 'child.previously-looked-after' }] },
          },
        ],
      },
      either: {
        title: 'Either',
        from: '2021-01-01',
        if: 'child.previously-looked-after',
        gives: 'is-grown',
        otherwise: { 'some child': 'child.age less than grown' },
      },
    },
    supports: {
      pay: {
        title: 'Pay',
        of: 'child',
        per: 'year',
        versions: [
          {
            from: '2021-01-01',
            outcomes: [
              { outcome: 'entitled', when: 'either', amount: 'pay', text: 'x', source: 'act' },
              { outcome: 'entitled', amount: 'late-rate', text: 'x', source: 'act' },
            ],
          },
          {
            from: '2023-06-01',
            outcomes: [
              { outcome: 'conditional', when: 'either', amount: 'pay', text: 'x', source: 'act' },
              { outcome: 'conditional', text: 'x', source: 'act' },
            ],
          },
        ],
      },
    },
  },
  'whole.yaml': {
    proposal: {
      name: 'whole',
      title: 'Whole',
      from: '2022-01-01',
      source: 'act',
      parameters: {
        'low-pay': {
          title: 'Low pay',
          unit: 'GBP per week',
          values: [{ from: '2023-01-01', to: '2023-12-31', value: 9, status: 'seed', source: 'act' }],
        },
      },
      supports: { pay: { outcomes: [{ outcome: 'information', text: 'x', source: 'act' }] } },
    },
  },
}

const rulebook = parseRulebook({ ...SMALL_RULEBOOK, ...EVERY_KIND })
const DAYS = ['2021-01-01', '2022-12-31', '2023-06-01', '2024-04-05', '2024-04-06', '2026-01-01']
const STACKS = [[], ['review'], ['ask'], ['whole', 'ask']]

describe('generated code', () => {
  it.each(DAYS)(
    'agrees with the interpreter on random households on %s, under every proposal',
    async (on) => {
      const program = await loadProgram(rulebook)
      const random = makeRandom(parseDay(on) ?? 1)
      for (const stack of STACKS) {
        const plan = makePlan(rulebook, parseDay(on) ?? 0, stack)
        for (const openShare of [0, 0.1, 0.5]) {
          const households = Array.from({ length: 200 }, () => makeHousehold(rulebook, random, openShare))
          // Households of which all is known take a path of their own.
          expect(encodeColumns(households, rulebook).known.size === rulebook.inputs.size).toBe(
            openShare === 0,
          )
          expect(findDifferences(plan, program, households)).toEqual([])
        }
      }
    },
  )

  const bookWith = (outcomes: readonly object[]) => {
    const pay = { ...EVERY_KIND['kinds.yaml'].supports.pay, versions: undefined, from: '2021-01-01' }
    return parseRulebook({
      ...SMALL_RULEBOOK,
      ...EVERY_KIND,
      'more.yaml': { supports: { more: { ...pay, outcomes } } },
    })
  }
  const LAST = { outcome: 'entitled', text: 'x', source: 'act' }

  it('takes the code for open answers alone where more is compared than an input with a cell', async () => {
    const clause = { outcome: 'information', when: 'pays-more', text: 'x', source: 'act' }
    const book = parseRulebook({
      ...SMALL_RULEBOOK,
      ...EVERY_KIND,
      'more.yaml': {
        rules: {
          twice: {
            title: 'Twice',
            from: '2021-01-01',
            sum: ['carer.weekly-earnings', 'carer.weekly-earnings'],
          },
          'pays-more': { title: 'More', from: '2021-01-01', all: ['twice more than low-pay'] },
        },
        supports: {
          more: {
            ...EVERY_KIND['kinds.yaml'].supports.pay,
            versions: undefined,
            from: '2021-01-01',
            outcomes: [clause, LAST],
          },
        },
      },
    })
    expect(generateProgram(book, ['more'])).toContain('known: null')
    const random = makeRandom(9)
    const plan = makePlan(book, parseDay('2024-04-06') ?? 0, [])
    const households = Array.from({ length: 100 }, () => makeHousehold(book, random, 0))
    expect(findDifferences(plan, await loadProgram(book), households)).toEqual([])
  })

  it('takes more clauses than a word has bits', async () => {
    const clause = (more: number) => ({
      outcome: more % 2 ? 'information' : 'conditional',
      when: more === 35 ? 'is-grown' : { all: ['is-grown', 'child.previously-looked-after'] },
      text: 'x',
      source: 'act',
    })
    const book = bookWith([...Array.from({ length: 40 }, (_, more) => clause(more)), LAST])
    expect(generateProgram(book, ['more'])).not.toContain('known: null')
    const random = makeRandom(9)
    const plan = makePlan(book, parseDay('2024-04-06') ?? 0, [])
    const households = Array.from({ length: 100 }, () => makeHousehold(book, random, 0))
    expect(findDifferences(plan, await loadProgram(book), households)).toEqual([])
  })

  it('agrees over more rows than a block holds, households without children among them', async () => {
    const program = await loadProgram(rulebook)
    const random = makeRandom(11)
    const plan = makePlan(rulebook, parseDay('2024-04-06') ?? 0, ['whole', 'ask'])
    const households = Array.from({ length: BLOCK + 1 }, () => makeHousehold(rulebook, random, 0))
    expect(findDifferences(plan, program, households)).toEqual([])
    const childless = { household: households[0]?.household ?? {}, children: [] }
    const among = [
      ...households.slice(0, 7),
      ...Array.from({ length: BLOCK + 3 }, () => childless),
      ...households.slice(7, 20),
    ]
    expect(findDifferences(plan, program, among)).toEqual([])
  })

  it('is the same for the same rulebook, and holds no other function than its own', () => {
    const code = generateProgram(rulebook)
    expect(generateProgram(rulebook)).toBe(code)
    expect(code.replace(/kernels = "[^"]*"/, '')).not.toMatch(/\beval\b|new Function|import\b/)
  })
})
