// Populations: how fast all proposals are judged, what proposals beside the law cost, how time and memory grow with
// families and with rules, and a file of families streamed over all cores. The peer, OpenFisca-core, is measured in the
// same run where Python has it and said to be absent where not.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { englandProgram } from '../../src/rules/england-program.ts'
import { makePlan } from '../../src/rules/plan.ts'
import { makeDeriver } from '../../src/rules/population/derive-columns.ts'
import { DEFAULTS, prepareEngland } from '../../src/rules/population/england.ts'
import { familiesOn } from '../../src/rules/population/families-on.ts'
import { drawPool } from '../../src/rules/population/pool.ts'
import { simulate, simulateInSteps } from '../../src/rules/population/simulate.ts'
import { targetsOf } from '../../src/rules/population/targets.ts'
import { pointValues, spreadsOf } from '../../src/rules/population/values.ts'
import { keepDraws, weighInSteps } from '../../src/rules/population/weighing.ts'
import { makeOutcomeColumns, numberPlan } from '../../src/rules/program.ts'
import { runCommand } from './command.ts'
import { writeFamiliesCsv, writeFamiliesParquet } from './family-file.ts'
import { type Measurement, median } from './measurement.ts'

const ON = '2026-04-05'
const CHILDREN = 130_000
/** The whole file by default; HOLDFAST_BENCH_ROWS makes it shorter where there is no room for three gigabytes. */
const ROWS = Number(process.env.HOLDFAST_BENCH_ROWS ?? 60_000_000)

const prepare = (more: object = {}) =>
  prepareEngland({ ...DEFAULTS, on: ON, proposals: [], calibrations: [], assumed: [], ...more }, ON)

export async function measurePopulation(): Promise<Measurement[]> {
  const population = makePopulation()
  return [
    measureProposals(population),
    measureStacked(population),
    ...measureDefaultPage(),
    ...measureGrowth(population),
    await measureFile(ROWS / 10, 'CSV'),
    await measureFile(ROWS, 'CSV'),
    await measureFile(ROWS / 10, 'Parquet'),
  ]
}

type Population = ReturnType<typeof makePopulation>

function makePopulation() {
  const options = prepare()
  const chosen = [...options.content.calibrations.values()]
  const spreads = chosen.map((calibration) => spreadsOf(options.content, calibration, new Map()))
  const targets = chosen.map((calibration, at) =>
    targetsOf(calibration, pointValues(spreads[at] ?? new Map())),
  )
  const pool = drawPool({
    // One and four tenths of a child a family.
    count: Math.ceil(CHILDREN / 1.37),
    seed: 1,
    rulebook: options.rulebook,
    targets,
    spreads: spreads[0] ?? new Map(),
  })
  const families = familiesOn(pool, options.on)
  return { options, families, columns: makeDeriver(options.rulebook, options.on)(families) }
}

/** Every support for every child under the given stacks of proposals, in seconds. */
function judgeAll(
  { options, columns }: Population,
  stacks: readonly (readonly string[])[],
  share = 1,
): number {
  const { rulebook, on } = options
  const names = [...rulebook.supports.keys()].slice(0, Math.ceil(rulebook.supports.size * share))
  const outcomes = makeOutcomeColumns(columns.household.length)
  const from = performance.now()
  for (const stack of stacks) {
    const plan = numberPlan(makePlan(rulebook, on, stack))
    for (const name of names) englandProgram.supports[name]?.(columns, plan, outcomes)
  }
  return (performance.now() - from) / 1000
}

const RUNS = 9

function taken(work: () => number): Pick<Measurement, 'median' | 'min' | 'max' | 'runs'> {
  for (let warm = 0; warm < 3; warm++) work()
  const times = Array.from({ length: RUNS }, work)
  return { median: median(times), min: Math.min(...times), max: Math.max(...times), runs: RUNS }
}

const alone = { group: 'rules', against: null, ratio: null } as const

function measureProposals(population: Population): Measurement {
  const stacks = population.options.stacks.slice(0, 7)
  const time = taken(() => judgeAll(population, stacks))
  return {
    ...alone,
    ...time,
    name: `${population.families.children.toLocaleString('en-GB')} children under ${stacks.length} proposals, every support`,
    unit: 's',
    goal: '<= 1',
    met: (time.median ?? 2) <= 1,
    how: 'simulated families with all answers known, in columns; 19 supports under the law of the day and six proposals, one thread, warm',
  }
}

/** The law and five proposals in one go, against six times the law alone, in pairs so that a busy machine hurts both. */
function measureStacked(population: Population): Measurement {
  const five = population.options.stacks.slice(1, 6)
  for (let warm = 0; warm < 3; warm++) judgeAll(population, [[], ...five])
  const ratios = Array.from({ length: RUNS }, () => {
    const six = judgeAll(population, [[], [], [], [], [], []])
    return judgeAll(population, [[], ...five]) / six
  })
  const middle = median(ratios)
  return {
    ...alone,
    name: 'the law and five proposals, against six times the law',
    median: middle,
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    runs: RUNS,
    unit: 'times',
    goal: '<= 1.2',
    met: middle <= 1.2,
    how: 'the same families and supports, both by the wall clock in each run',
  }
}

/** A day and support that nobody asked for yet: families and weights stand from the first question on. */
function measureDefaultPage(): Measurement[] {
  const first = taken(() => secondsOf(() => simulate(prepare())))
  const kept = keepDraws(finish(weighInSteps(prepare())))
  const days = ['2026-04-05', '2025-04-05', '2024-11-01']
  finish(simulateInSteps(prepare(), kept))
  let at = 0
  const next = taken(() => {
    const on = days[at++ % days.length]
    return secondsOf(() => finish(simulateInSteps(prepare({ on }), kept)))
  })
  const how = `${DEFAULTS.families} families, three calibrations with ${DEFAULTS.draws} draws of each, the law and every proposal`
  return [
    {
      ...alone,
      ...first,
      name: 'the simulation that the pages show, the first question: families drawn and weighed as well',
      unit: 's',
      goal: null,
      met: null,
      how,
    },
    {
      ...alone,
      ...next,
      name: 'the simulation that the pages show, for a day nobody asked for yet',
      unit: 's',
      goal: '<= 1',
      met: (next.median ?? 2) <= 1,
      how: `${how}; families and weights kept from the first question, as the server keeps them`,
    },
  ]
}

function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function secondsOf(work: () => unknown): number {
  const from = performance.now()
  work()
  return (performance.now() - from) / 1000
}

/** Time a child with a tenth, half and all of the families, and time a support with a quarter, half and all of the rules. */
function measureGrowth(population: Population): Measurement[] {
  const whole = taken(() => judgeAll(population, [[]]))
  const half = taken(() => judgeAll(population, [[]], 0.5))
  const small = shorten(population, 0.1)
  const tenth = taken(() => judgeAll(small, [[]]))
  const perChild = (time: { median: number | null }, of: Population) =>
    ((time.median ?? 0) * 1e9) / of.columns.household.length
  return [
    {
      ...alone,
      ...whole,
      name: 'growth with families: time a child with all of them, against a tenth',
      median: perChild(whole, population) / perChild(tenth, small),
      min: null,
      max: null,
      unit: 'times',
      goal: null,
      met: null,
      how: `${perChild(tenth, small).toFixed(0)} ns a child and 19 supports with ${small.columns.household.length} children, ${perChild(whole, population).toFixed(0)} with ${population.columns.household.length}`,
    },
    {
      ...alone,
      ...whole,
      name: 'growth with rules: time with all supports, against half of them',
      median: (whole.median ?? 0) / (half.median ?? 1),
      min: null,
      max: null,
      unit: 'times',
      goal: null,
      met: null,
      how: 'the first half of the supports in the order of the rulebook, which are the longer ones',
    },
  ]
}

function shorten(population: Population, share: number): Population {
  const { columns } = population
  const households = Math.floor(columns.households * share)
  const children = columns.start[households] ?? 0
  return {
    ...population,
    columns: {
      ...columns,
      households,
      start: columns.start.subarray(0, households + 1),
      household: columns.household.subarray(0, children),
      several: columns.several.filter((household) => household < households),
    },
  }
}

/** The whole command as a person runs it, a process of its own: what this one holds is not counted. */
async function measureFile(rows: number, kind: 'CSV' | 'Parquet'): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'))
  const file = join(folder, 'families')
  try {
    if (kind === 'CSV') writeFamiliesCsv(file, rows)
    else await writeFamiliesParquet(file, rows)
    const words = ['bin/holdfast.mjs', 'simulate', file, '--quiet', '--format', 'json', '--on', ON]
    const { seconds, megabytes, exitCode } = await runCommand(process.execPath, [
      ...words,
      '--proposal',
      'today,review-2022',
    ])
    if (exitCode !== 0) throw new Error(`holdfast simulate ended with ${exitCode}`)
    return {
      ...alone,
      name: `${rows.toLocaleString('en-GB')} persons from a ${kind} file, streamed over all cores: most memory`,
      median: megabytes === null ? null : Math.round(megabytes),
      min: null,
      max: null,
      runs: 1,
      unit: 'MB',
      goal: '<= 300',
      met: megabytes === null ? null : megabytes <= 300,
      how: `${seconds.toFixed(0)} s, ${Math.round(rows / seconds).toLocaleString('en-GB')} persons (one row a child) a second; eight columns, the law and one proposal; the most that the command, a process of its own, ever held (VmHWM)`,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Persons a second that OpenFisca-core takes, by its own country template; null where Python has it not. */
export function measureOpenFisca(): { version: string; persons: number } | null {
  const script = `
import time, importlib.metadata as m, numpy as np
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_country_template import CountryTaxBenefitSystem
system = CountryTaxBenefitSystem()
count = 100000
best = 1e9
for _ in range(7):
    s = SimulationBuilder().build_default_simulation(system, count=count)
    s.set_input('salary', '2017-01', np.random.default_rng(1).uniform(0, 5000, count))
    s.set_input('age', '2017-01', np.random.default_rng(2).integers(0, 90, count))
    t = time.perf_counter()
    for v in ('basic_income', 'income_tax', 'social_security_contribution', 'disposable_income', 'total_benefits', 'total_taxes'):
        s.calculate(v, '2017-01')
    best = min(best, time.perf_counter() - t)
print(m.version('openfisca-core'), count / best)
`
  try {
    const printed = execFileSync('python3', ['-c', script], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [version = '', rate = ''] = printed.trim().split(' ')
    return { version, persons: Number(rate) }
  } catch {
    return null // not installed, or no Python: the table says "absent"
  }
}
