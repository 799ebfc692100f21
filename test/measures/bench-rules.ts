// How many households a second the generated rules take, and how long one family waits for everything with reasons.
import { prepareAnswers } from '../../src/rules/answer.ts'
import { deriveFacts } from '../../src/rules/derive-facts.ts'
import { readEnglandRulebook } from '../../src/rules/england.ts'
import { englandProgram } from '../../src/rules/england-program.ts'
import { parseDay } from '../../src/rules/plain-date.ts'
import { makePlan } from '../../src/rules/plan.ts'
import { encodeColumns, makeOutcomeColumns, numberPlan } from '../../src/rules/program.ts'
import { parseSituation } from '../../src/rules/situation.ts'
import { measureOpenFisca, measurePopulation } from './bench-population.ts'
import { makeFamilies } from './families.ts'
import { type Measurement, median } from './measurement.ts'

const ON = '2025-06-01'
const HOUSEHOLDS = 100_000
const GOAL = 5_000_000
const OUTPUTS = [
  'weekly-allowance',
  'section-17-help',
  'child-benefit',
  'guardians-allowance',
  'uc-child-element',
  'paid-leave',
  'legal-aid-private',
  'pupil-premium-plus',
  'therapy-fund',
]

export async function measureRules(): Promise<Measurement[]> {
  return [measureGenerated(), measureOneFamily(), ...(await measurePopulation())]
}

function measureGenerated(): Measurement {
  const rulebook = readEnglandRulebook()
  const day = parseDay(ON) ?? 0
  const facts = makeFamilies(HOUSEHOLDS, ON).map((family) =>
    deriveFacts(parseSituation(family).situation, day, rulebook),
  )
  const columns = encodeColumns(facts, rulebook)
  const plan = numberPlan(makePlan(rulebook, day, []))
  const rows = columns.start.at(-1) ?? 0
  const outcomes = OUTPUTS.map(() => makeOutcomeColumns(rows))
  const runAll = () => {
    for (const [index, name] of OUTPUTS.entries()) {
      const columnsOut = outcomes[index]
      if (columnsOut) englandProgram.supports[name]?.(columns, plan, columnsOut)
    }
  }
  for (let warm = 0; warm < 20; warm++) runAll()
  const peer = measureOpenFisca()
  const rates = Array.from({ length: 15 }, () => {
    const from = performance.now()
    runAll()
    return (HOUSEHOLDS / (performance.now() - from)) * 1000
  })
  return {
    group: 'rules',
    name: 'household evaluations per second, 9 outputs, generated code, one thread',
    median: median(rates),
    min: Math.min(...rates),
    max: Math.max(...rates),
    runs: rates.length,
    unit: '1/s',
    // Not the same rules: six outputs of persons of its country template against nine of children here.
    against: peer === null ? 'absent: OpenFisca-core' : `OpenFisca-core ${peer.version}`,
    ratio: peer === null ? null : (median(rates) * (rows / HOUSEHOLDS)) / peer.persons,
    goal: `>= ${GOAL}`,
    met: median(rates) >= GOAL,
    how: `${HOUSEHOLDS} synthetic households with ${rows} children, all answers known, in columns; code and least and most amount of nine supports for each child, by the wall clock, warm`,
  }
}

function measureOneFamily(): Measurement {
  const rulebook = readEnglandRulebook()
  const families = makeFamilies(300, ON)
  const stacks = [[], ...[...rulebook.proposals.keys()].map((name) => [name])]
  const answer = prepareAnswers(rulebook)
  const answerAll = (family: unknown) => stacks.map((proposals) => answer(family, { proposals }))
  families.slice(0, 100).forEach(answerAll)
  const times = families
    .slice(100)
    .map((family) => {
      const from = performance.now()
      answerAll(family)
      return performance.now() - from
    })
    .sort((a, b) => a - b)
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0
  return {
    group: 'rules',
    name: 'one family, every support under every proposal, with reasons, 95th percentile',
    median: p95,
    min: times[0] ?? 0,
    max: times.at(-1) ?? 0,
    runs: times.length,
    unit: 'ms',
    against: null,
    ratio: null,
    goal: '<= 5 (in Chromium)',
    met: null,
    how: `${times.length} families, each answered for today and ${stacks.length - 1} proposals by the interpreter with its tree of reasons, in Node; the goal is for Chromium and is measured there with the checker`,
  }
}
