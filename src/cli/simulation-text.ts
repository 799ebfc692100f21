/** A simulation for a terminal: the answer on equality first, then each proposal, then how the families fit. */
import type { PlanResult, Simulation } from '../rules/population/index.ts'
import { wrapText } from './display-width.ts'
import {
  canCompare,
  changesAnything,
  costTable,
  equalityTables,
  groupTables,
  isOwn,
  type Layout,
  type Result,
  reachTable,
  reasonLines,
  waterfallLines,
} from './simulation-tables.ts'
import { countWords, sayAcross, sayWhole } from './simulation-words.ts'

const LEGEND = [
  "If judged so: reached only if somebody judges it. Paid now: the council pays something by its own choice. Gap: the group's share of the newly reached less its share of all children.",
  'Few, too few: fewer than FEWEST families of equal weight stand behind the number or the group. --format json or csv gives every range, and says the same.',
]

export function simulationText(simulation: Simulation, layout: Layout): string {
  const { width } = layout
  const { on, supportTitle, notes, proposals, fewest } = simulation
  return [
    ...bold(`${supportTitle}, on ${on}`, layout),
    ...wrapText(lead(simulation), width),
    '',
    ...equalityLines(simulation, layout),
    ...proposals.flatMap((plan) => planLines(simulation, plan, layout)),
    ...fitLines(simulation, layout),
    ...notes.flatMap((note) => wrapText(note, width)),
    ...LEGEND.flatMap((line) => wrapText(line.replace('FEWEST', String(fewest)), width)),
    '',
  ].join('\n')
}

const bold = (text: string, { style, width }: Layout): string[] =>
  wrapText(text, width).map((line) => style.bold(line))

function lead(simulation: Simulation): string {
  const { simulatedChildren, simulatedFamilies, draws, seed, calibrations } = simulation
  const [own] = calibrations
  if (isOwn(simulation))
    return `${sayWhole(simulatedChildren)} children of the file, which its weights make ${sayWhole(own?.children ?? 0)} children in ${sayWhole(own?.families ?? 0)} families.`
  const drawn = `${sayWhole(simulatedFamilies)} simulated families, seed ${seed}, weighed in ${calibrations.length === 1 ? 'one way' : `${calibrations.length} ways`}`
  return draws === 0
    ? `${drawn}. Nothing was drawn again, so no number has a range.`
    : `${drawn}. Beside each number in brackets, the middle nine tenths of ${draws} draws of families, figures and assumptions.`
}

const EQUALITY = 'Are Black and minority ethnic children missed more?'

/** Asked of what reaches anybody: where nothing is reached, all are missed alike. */
function equalityLines(simulation: Simulation, layout: Layout): string[] {
  const asked = simulation.proposals.filter(
    (plan) =>
      !isAsToday(plan, simulation) && plan.results.some(({ children }) => children.reached.value >= 0.5),
  )
  if (asked.length === 0) return []
  const { width } = layout
  return [
    ...bold(EQUALITY, layout),
    ...asked.flatMap((plan) => wrapText(equalityWords(plan), width)),
    '',
    ...equalityTables(simulation, asked, layout),
  ]
}

/** The ends of the ranges decide: where they hold no difference, nothing is claimed. */
function equalityWords({ proposal, results }: PlanResult): string {
  if (!canCompare(results)) return `${proposal}: too few families to say.`
  const gaps = results.map(({ equality }) => equality.blackGap)
  const more = gaps.filter(({ low, value }) => (low ?? value) >= 0.5).length
  const less = gaps.filter(({ high, value }) => (high ?? value) <= -0.5).length
  const ways = gaps.length === 1 ? 'the one way' : `all ${gaps.length} ways`
  if (more === gaps.length) return `${proposal}: yes, Black children are missed more, under ${ways}.`
  if (less === gaps.length) return `${proposal}: no, Black children are missed less, under ${ways}.`
  if (more + less === 0) return `${proposal}: no clear difference for Black children, under ${ways}.`
  const parts = [
    ...(more > 0 ? [`more under ${more} of ${gaps.length} ways`] : []),
    ...(less > 0 ? [`less under ${less} of ${gaps.length} ways`] : []),
  ]
  return `${proposal}: it depends on how the sources are weighed: Black children are missed ${parts.join(', ')}, with no clear difference elsewhere.`
}

/** Whether a proposal comes to the same as the law of the day, which is told as well. */
function isAsToday({ proposal, results }: PlanResult, { proposals }: Simulation): boolean {
  const today = proposals.find((plan) => plan.proposal === 'today')
  if (!today || proposal === 'today') return false
  const told = (list: readonly Result[]) =>
    JSON.stringify(list.map(({ children, families, reasons }) => [children, families, reasons]))
  return told(results) === told(today.results)
}

function planLines(simulation: Simulation, plan: PlanResult, layout: Layout): string[] {
  const { width } = layout
  const { proposal, title, results } = plan
  const head = bold(`${title} (${proposal})`, layout)
  if (isAsToday(plan, simulation))
    return [...head, ...wrapText('Comes to the same as the law of the day.', width), '']
  const isChange = changesAnything(results)
  const { say, unit } = countWords(simulation)
  const newly = sayAcross(
    results.map(({ children }) => children.newlyReached),
    say,
  )
  const over = isOwn(simulation) ? '' : ', over every way and draw'
  return [
    ...head,
    ...(isChange ? wrapText(`Newly reached${over}: ${newly} (${unit}).`, width) : []),
    '',
    ...reachTable(simulation, results, layout),
    ...costTable(simulation, results, layout),
    ...reasonLines(simulation, results, layout),
    ...(isChange ? waterfallLines(simulation, results, layout) : []),
    ...(isChange ? groupTables(simulation, results, layout) : []),
  ]
}

/** A file of families fits itself. */
function fitLines(simulation: Simulation, layout: Layout): string[] {
  if (isOwn(simulation)) return []
  const { calibrations, draws } = simulation
  const { width } = layout
  return [
    ...bold('How the families fit', layout),
    ...calibrations.flatMap((fit) =>
      wrapText(
        [
          `${fit.title} (${fit.name}): ${sayWhole(fit.children)} children in ${sayWhole(fit.families)} families;`,
          fit.isConverged ? 'every margin met,' : 'NOT every margin met,',
          `largest deviation ${(100 * fit.largestDeviation).toPrecision(2)} percentage points.`,
          ...fit.conflicts,
          ...(fit.drawsInConflict > 0
            ? [`In ${fit.drawsInConflict} of ${draws} draws sources contradict each other.`]
            : []),
          ...(fit.drawsNotMet > 0
            ? [`In ${fit.drawsNotMet} of ${draws} draws not every margin was met.`]
            : []),
        ].join(' '),
        width,
      ),
    ),
    '',
  ]
}
