// Compares the rulebook with the researched facts, where they stand beside the repository: every usable value is in
// the rulebook and cited, and nothing unverified is.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readRulebookFolder } from '../../test/rules/rulebook-folder.ts'
import { answerSituation } from './answer.ts'
import { readEnglandRulebook } from './england.ts'
import { formatDay } from './plain-date.ts'
import type { OutcomeCode, Parameter } from './rulebook.ts'
import { expandSituation } from './run-example.ts'

const FACTS = resolve(import.meta.dirname, '../../../shared/facts/entitlements.yaml')
const isHere = existsSync(FACTS)
if (!isHere)
  console.info('The researched facts (../shared/facts) are not here: the rulebook is not compared with them.')

type Tree = { [key: string]: Tree } & { [index: number]: Tree }
const facts = (isHere ? parse(readFileSync(FACTS, 'utf8')) : {}) as Tree
const USABLE = ['seen', 'derived', 'seed']
const rulebook = readEnglandRulebook()
const { texts } = readRulebookFolder('england')

/** Every id under a `facts:` key of the rulebook's files. */
function findCited(): Set<string> {
  const cited = new Set<string>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit)
    if (node === null || typeof node !== 'object' || Array.isArray(node)) return
    for (const [key, value] of Object.entries(node)) {
      if (key === 'facts') for (const id of [value].flat()) cited.add(String(id))
      else visit(value)
    }
  }
  for (const text of Object.values(texts)) visit(parse(text))
  return cited
}

interface Dated {
  readonly from: string
  readonly to: string | null
  readonly numbers: readonly number[]
}

const heldBy = (fact: string): Dated[][] =>
  [...rulebook.parameters.values()].filter((parameter) => parameter.fact === fact).map(toDated)

function toDated({ values, unit }: Parameter): Dated[] {
  const scale = unit.startsWith('GBP') ? 100 : 1
  return values.map(({ from, to, cells }) => ({
    from: formatDay(from),
    to: to === null ? null : formatDay(to),
    numbers: cells.map((cell) => cell / scale),
  }))
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
const yearFrom = (day: string) => dayBefore(`${Number(day.slice(0, 4)) + 1}${day.slice(4)}`)

/** `{ "2021-04-12": 237.08, … }`: each value holds until the next; the last for a year, since rates are set yearly. */
function fromDates(table: Tree): Dated[] {
  const days = Object.keys(table)
    .filter((key) => /^\d{4}-\d\d-\d\d$/.test(key))
    .sort()
  return days.map((from, index) => {
    const next = days[index + 1]
    return { from, to: next ? dayBefore(next) : yearFrom(from), numbers: [Number(table[from])] }
  })
}

function fromYears(values: Tree[]): Dated[] {
  return values.filter(isUsable).map((value) => {
    const start = Number(String(value.year).slice(0, 4))
    return { from: `${start}-04-01`, to: `${start + 1}-03-31`, numbers: [Number(value.value)] }
  })
}

const isUsable = (value: Tree) => USABLE.includes(String(value.status ?? 'seen'))

/** Values with `from` and `to`; a yearly rate without an end is held for one year. */
function fromRanges(values: Tree[], keys: string[], isYearly = false): Dated[] {
  return values.filter(isUsable).map((value) => {
    const from = String(value.from)
    const to = (value.to as unknown) === null ? (isYearly ? yearFrom(from) : null) : String(value.to)
    return { from, to, numbers: keys.flatMap((key) => [value[key]].flat()).map(Number) }
  })
}

describe.skipIf(!isHere)('the rulebook beside the researched facts', () => {
  const parameters = facts.parameters as Tree
  const list = (name: string) => parameters[name]?.values as unknown as Tree[]

  it('holds the numbers of every usable value, with its dates, and no others', () => {
    const cap = (kind: string) =>
      fromRanges(list('benefit_cap_annual_gbp'), [`${kind}_london`, `${kind}_outside`, `${kind}_outside`])
    const uc = parameters.uc_monthly_gbp as Tree
    const limits = parameters.asgsf_fair_access_limit_gbp?.values as unknown as Tree[]
    const expected: [string, Dated[][]][] = [
      ['nma_weekly_gbp', [fromRanges(list('nma_weekly_gbp'), ['london', 'south_east', 'rest'])]],
      ['child_benefit_weekly_gbp.eldest', [fromRanges(list('child_benefit_weekly_gbp'), ['eldest'])]],
      ['child_benefit_weekly_gbp.other', [fromRanges(list('child_benefit_weekly_gbp'), ['other'])]],
      ['guardians_allowance_weekly_gbp', [fromRanges(list('guardians_allowance_weekly_gbp'), ['value'])]],
      [
        'statutory_adoption_pay_weekly_gbp',
        [fromRanges(list('statutory_adoption_pay_weekly_gbp'), ['value'], true)],
      ],
      [
        'statutory_adoption_pay_weekly_gbp.lower_earnings_limit_weekly_gbp',
        [fromDates(parameters.statutory_adoption_pay_weekly_gbp?.lower_earnings_limit_weekly_gbp as Tree)],
      ],
      ['pupil_premium_plus_annual_gbp', [fromYears(list('pupil_premium_plus_annual_gbp'))]],
      [
        'early_years_pupil_premium_annual_gbp_max',
        [fromYears(list('early_years_pupil_premium_annual_gbp_max'))],
      ],
      ['asgsf_fair_access_limit_gbp', [fromRanges(limits, ['value'])]],
      ...Object.keys(uc).map((name): [string, Dated[][]] => [
        `uc_monthly_gbp.${name}`,
        [fromDates(uc[name] as Tree)],
      ]),
      ['benefit_cap_annual_gbp.family', [cap('family')]],
      ['benefit_cap_annual_gbp.single', [cap('single')]],
      ['two_child_limit', [fromRanges([parameters.two_child_limit as Tree], ['value'])]],
    ]
    for (const [fact, values] of expected) expect(heldBy(fact), fact).toEqual(values)
  })

  it('holds what the facts keep in other shapes: rises, tax charge, assessments', () => {
    const rises = parameters.nma_weekly_gbp?.uplift_percent as Tree
    const years = Object.keys(rises).filter((key) => /^\d{4}-\d\d$/.test(key))
    expect(heldBy('nma_weekly_gbp.uplift_percent')[0]?.map((one) => one.numbers[0])).toEqual(
      years.map((year) => rises[year]),
    )
    const charge = parameters.child_benefit_weekly_gbp?.hicbc_thresholds_gbp as Tree
    const [until, since] = [charge['until 2024-04-05'], charge['from 2024-04-06']].map(
      (pair) => pair as unknown as number[],
    )
    expect(
      heldBy('child_benefit_weekly_gbp.hicbc_thresholds_gbp').map((values) =>
        values.map((one) => one.numbers[0]),
      ),
    ).toEqual([
      [until?.[0], since?.[0]],
      [until?.[1], since?.[1]],
    ])
    expect(
      heldBy('asgsf_fair_access_limit_gbp.plus_specialist_assessment')[0]?.map((one) => one.numbers[0]),
    ).toEqual([2500, 2500])
  })

  it('cites no table of the facts that is not there, and leaves none out', () => {
    const cited = new Set(
      [...rulebook.parameters.values()].flatMap((parameter) => parameter.fact?.split('.')[0] ?? []),
    )
    expect([...cited].sort()).toEqual(Object.keys(parameters).sort())
  })

  it('cites every usable fact and every item of the proposals, and nothing unverified', () => {
    const items = Object.entries(facts.proposals as Tree).flatMap(([name, proposal]) => {
      const status = String(proposal.status ?? 'seed')
      return Object.keys(proposal.items as Tree).map((item) => ({ id: `${name}.${item}`, status }))
    })
    const known = [...(facts.facts as unknown as { id: string; status: string }[]), ...items]
    const cited = findCited()
    const usable = known.filter(({ status }) => USABLE.includes(status)).map(({ id }) => id)
    expect(usable.filter((id) => !cited.has(id))).toEqual([])
    expect([...cited].filter((id) => !usable.includes(id))).toEqual([])
  })

  it('takes its addresses from the sources that the facts name', () => {
    const sources = facts.sources as Tree
    const addresses = new Set(Object.values(sources).map((source) => String(source.url)))
    // Two councils' powers have no source in the facts; these were looked up for them.
    const own = ['adoption_regs', 'kinship_councils']
    const foreign = [...rulebook.sources.values()].filter(
      ({ id, address }) => !own.includes(id) && !addresses.has(address),
    )
    expect(foreign.map(({ id }) => id)).toEqual([])
  })

  it("says nothing in the facts' own words: no twelve in a row", () => {
    const wordsOf = (text: string) => text.toLowerCase().match(/[a-z0-9£.,'-]+/g) ?? []
    const runs = new Set<string>()
    const collect = (node: unknown): void => {
      if (typeof node === 'string') {
        const words = wordsOf(node)
        for (let index = 0; index + 12 <= words.length; index++)
          runs.add(words.slice(index, index + 12).join(' '))
      } else if (node !== null && typeof node === 'object') Object.values(node).forEach(collect)
    }
    collect(facts.facts)
    collect(facts.parameters)
    collect(facts.proposals)
    const words = wordsOf(Object.values(texts).join('\n'))
    const found = words
      .map((_, index) => words.slice(index, index + 12).join(' '))
      .filter((run) => runs.has(run))
    expect(found).toEqual([])
  })
})

const ARRANGEMENTS = [
  'informal',
  'private-fostering',
  'child-arrangements',
  'special-guardianship',
  'kinship-foster',
  'adoption',
]
/** The outcomes that each code of the matrix allows; C depends on the family, so both families are tried. */
const ALLOWED: Record<string, OutcomeCode[]> = {
  Y: ['entitled'],
  C: ['entitled', 'conditional', 'not-under-this', 'information'],
  D: ['council-decides'],
  'P/D': ['pilot-area', 'council-decides'],
  N: ['not-under-this'],
  I: ['information'],
  U: ['information'],
  advice: ['information', 'not-under-this'],
}

describe.skipIf(!isHere)('the coverage matrix', () => {
  const matrix = facts.matrix as Tree
  const rows = Object.entries(isHere ? (matrix.rows as Tree) : {})
  const supportOf = new Map(
    Object.values(texts).flatMap((text) =>
      Object.entries((parse(text) as { supports?: Record<string, { matrix?: string }> }).supports ?? {}).map(
        ([name, support]) => [support.matrix, name] as const,
      ),
    ),
  )

  it.each(rows)('row %s is what the rules say for each arrangement', (row, columns) => {
    const support = supportOf.get(row)
    expect(support).toBeDefined()
    for (const [index, arrangement] of ARRANGEMENTS.entries()) {
      const code = String((columns.today as unknown as string[])[index])
      const lead = code.startsWith('advice') ? 'advice' : (/^(P\/D|[A-Z])/.exec(code)?.[1] ?? '')
      for (const previouslyLookedAfter of [true, false]) {
        const given = {
          area: 'Leeds',
          relationship:
            arrangement === 'private-fostering' || arrangement === 'adoption'
              ? 'family-friend'
              : 'grandparent',
          employment: 'employed',
          weeksInJob: 100,
          weeklyEarnings: 410,
          universalCredit: true,
          born: row === 'two_year_old_15h' ? '2023-01-01' : '2016-01-01',
          arrangement,
          since: '2025-02-01',
          parents: 'both-alive',
          previouslyLookedAfter,
          inCareMarkers: [],
          disabled: false,
          careAndEducationPlan: false,
          guardiansAllowancePaid: false,
          route: arrangement === 'informal' ? null : 'private',
          orderNamesParent: false,
        }
        const { outcomes } = answerSituation(expandSituation(given, '2025-06-01'), rulebook)
        const outcome = outcomes.find((one) => one.support === support)?.outcome
        expect(ALLOWED[lead], `${row} ${arrangement} ${code}`).toContain(outcome)
      }
    }
  })
})
