/** A simulation for a terminal: reach and cost by proposal and calibration, then who is left out, then how it fits. */
import type { Estimate, PlanResult, Simulation } from '../rules/population/index.ts'
import { wrapText } from './display-width.ts'
import { type Column, renderTable } from './table.ts'
import type { TextStyle } from './text-style.ts'

interface Layout {
  readonly width: number
  readonly style: TextStyle
}

const REACH: readonly Column[] = [
  { title: 'calibration', least: 11, most: 12, share: 0 },
  { title: 'children reached', least: 16, most: 28, share: 0, align: 'right' },
  { title: 'newly', least: 12, most: 26, share: 0, align: 'right' },
  { title: 'if judged so', least: 12, most: 26, share: 0, align: 'right' },
  { title: 'left out', least: 12, most: 26, share: 0, align: 'right' },
  { title: 'cost £m a year', least: 14, most: 22, share: 0, align: 'right' },
  { title: 'net £m', least: 10, most: 20, share: 0, align: 'right' },
]

const REASONS: readonly Column[] = [
  { title: 'why', least: 24, most: 90, share: 1 },
  { title: 'children, from to', least: 16, most: 22, share: 0, align: 'right' },
]

export function simulationText(simulation: Simulation, layout: Layout): string {
  const { style, width } = layout
  const { on, supportTitle, fewest } = simulation
  return [
    style.bold(`${supportTitle}, on ${on}`),
    ...wrapText(lead(simulation), width),
    '',
    ...simulation.proposals.flatMap((plan) => planLines(plan, layout)),
    style.bold('Do options tied to orders miss Black and minority ethnic children more?'),
    ...simulation.proposals.flatMap((plan) => equalityLines(plan, width)),
    '',
    ...fitLines(simulation, layout),
    ...simulation.notes.flatMap((note) => wrapText(note, width)),
    ...wrapText(
      `Groups of fewer than ${fewest} effective children are not told. --format json or csv gives groups, conditions and margins.`,
      width,
    ),
    '',
  ].join('\n')
}

const isOwn = ({ simulatedFamilies }: Simulation): boolean => simulatedFamilies === 0

function lead(simulation: Simulation): string {
  const { simulatedChildren, simulatedFamilies, draws, seed, calibrations } = simulation
  const [own] = calibrations
  return isOwn(simulation)
    ? `${count(simulatedChildren)} children of the file, which its weights make ${count(own?.children ?? 0)} children in ${count(own?.families ?? 0)} families.`
    : `${count(simulatedFamilies)} simulated families, ${draws} draws of each calibration, seed ${seed}. Beside each number, the middle nine tenths of the draws.`
}

/** A file of families fits itself. */
function fitLines(simulation: Simulation, { style, width }: Layout): string[] {
  if (isOwn(simulation)) return []
  const { calibrations, draws } = simulation
  return [
    style.bold('How the families fit'),
    ...calibrations.flatMap((fit) =>
      wrapText(
        [
          `${fit.title}: ${count(fit.children)} children in ${count(fit.families)} families;`,
          fit.isConverged ? 'every margin met,' : 'NOT every margin met,',
          `largest deviation ${(100 * fit.largestDeviation).toPrecision(2)} percentage points.`,
          ...fit.conflicts,
          ...(fit.drawsInConflict > 0
            ? [`In ${fit.drawsInConflict} of ${draws} draws sources contradict each other.`]
            : []),
        ].join(' '),
        width,
      ),
    ),
    '',
  ]
}

function planLines({ proposal, title, results }: PlanResult, { width, style }: Layout): string[] {
  const rows = results.map(({ calibration, children, cost }) => [
    calibration,
    withRange(children.reached),
    withRange(children.newlyReached),
    withRange(children.judged),
    withRange(children.leftOut),
    cost === null ? 'not held' : withRange(cost.gross, 1_000_000),
    cost === null ? 'not held' : withRange(cost.net, 1_000_000),
  ])
  return [
    style.bold(`${title} (${proposal})`),
    ...renderTable(REACH, rows, width, style),
    ...reasonLines(results, width, style),
    '',
  ]
}

/** Why children are not reached, from the least calibration to the most; nothing where a reason takes nobody. */
function reasonLines(results: PlanResult['results'], width: number, style: TextStyle): string[] {
  const [first] = results
  const rows = (first?.reasons ?? []).flatMap(({ reason, standing }, at) => {
    if (standing === 'reached') return []
    const counts = results.map((result) => result.reasons[at]?.children.value ?? 0)
    const most = Math.max(...counts)
    return most < 0.5 ? [] : [[reason, `${count(Math.min(...counts))} to ${count(most)}`]]
  })
  return rows.length === 0 ? [] : ['', ...renderTable(REASONS, rows, width, style)]
}

function equalityLines({ title, results }: PlanResult, width: number): string[] {
  const gaps = results.map(
    ({ calibration, equality }) =>
      `${calibration} ${points(equality.blackGap)}, minority ${points(equality.minorityGap)}`,
  )
  return wrapText(`${title}: Black children missed more than White by, ${gaps.join('; ')}.`, width)
}

const count = (value: number): string => Math.round(value).toLocaleString('en-GB')

function withRange({ value, low, high }: Estimate, unit = 1): string {
  const said = count(value / unit)
  return low === null || high === null ? said : `${said} (${count(low / unit)}-${count(high / unit)})`
}

const points = ({ value, low, high }: Estimate): string =>
  low === null || high === null
    ? `${value.toFixed(0)} points`
    : `${value.toFixed(0)} points (${low.toFixed(0)} to ${high.toFixed(0)})`
