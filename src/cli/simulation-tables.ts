/** The tables of a simulation in a terminal: a row for each thing counted, a column for each way to weigh the sources. */
import type { PlanResult, Simulation } from '../rules/population/index.ts'
import { wrapText } from './display-width.ts'
import {
  countWords,
  moneyWords,
  sayDifference,
  sayEstimate,
  sayPercent,
  sayPoints,
} from './simulation-words.ts'
import { type Column, type Row, renderTable } from './table.ts'
import type { TextStyle } from './text-style.ts'

export interface Layout {
  readonly width: number
  readonly style: TextStyle
}

export type Result = PlanResult['results'][number]
type Read = (result: Result) => string

const TOO_FEW = 'too few'

export const isOwn = ({ simulatedFamilies }: Simulation): boolean => simulatedFamilies === 0

/** What a column of results is headed by: the calibration, or the weights of a file. */
const headsOf = (simulation: Simulation): string[] =>
  simulation.calibrations.map(({ name }) => (isOwn(simulation) ? 'your weights' : name))

/** A title, then the table. A label of 17 and three of "65.7 (55.9 to 85.7)" fill 80 columns. */
function tableOf(
  simulation: Simulation,
  title: string,
  rows: readonly Row[],
  { width, style }: Layout,
): string[] {
  if (rows.length === 0) return []
  const columns: Column[] = [
    { title: '', least: 17, most: 44, share: 1 },
    ...headsOf(simulation).map(
      (head): Column => ({
        title: head,
        least: 12,
        most: 23,
        share: 0,
        align: 'right',
      }),
    ),
  ]
  return [...wrapText(title, width), ...renderTable(columns, rows, width, style), '']
}

const isNone = (said: string): boolean => !/[1-9]/.test(said)

/** Rows that say something under at least one calibration. */
const rowsOf = (results: readonly Result[], rows: readonly (readonly [string, Read])[]): Row[] =>
  rows.map(([label, read]) => [label, ...results.map(read)]).filter(([, ...cells]) => !cells.every(isNone))

/** Children and families: reached, newly reached, who is paid now, and where all others stand. */
export function reachTable(simulation: Simulation, results: readonly Result[], layout: Layout): string[] {
  const { say, unit } = countWords(simulation)
  const of =
    (key: keyof Result['children']): Read =>
    ({ children }) =>
      sayEstimate(children[key], say)
  const rows = rowsOf(results, [
    ['reached', of('reached')],
    ['already reached', of('alreadyReached')],
    ['newly reached', of('newlyReached')],
    ['  paid now', of('newlyReachedPaidNow')],
    ['  not paid now', of('newlyReachedUnpaidNow')],
    ['if judged so', of('judged')],
    ['unnamed pilot', of('unnamedPilot')],
    ['council decides', of('councilDecides')],
    ['told of help', of('informed')],
    ['left out', of('leftOut')],
    ['cannot tell', of('cannotTell')],
    ['families reached', ({ families }) => sayEstimate(families.reached, say)],
    ['families newly', ({ families }) => sayEstimate(families.newlyReached, say)],
  ])
  return tableOf(simulation, `Reach: ${unit}`, rows, layout)
}

/** Nothing for a support that is no sum of money, for a day without a rate, or where nobody is newly reached. */
export function costTable(simulation: Simulation, results: readonly Result[], layout: Layout): string[] {
  const costs = results.flatMap(({ cost, costIfJudgedToo }) => [cost, costIfJudgedToo])
  if (!changesAnything(results) || costs.every((cost) => cost === null)) return []
  const most = Math.max(...costs.flatMap((cost) => (cost ? [cost.gross.high ?? cost.gross.value] : [])))
  const { say, unit } = moneyWords(most, isOwn(simulation))
  const of =
    (part: 'cost' | 'costIfJudgedToo', key: 'gross' | 'paidNow' | 'net'): Read =>
    (result) => {
      const cost = result[part]
      return cost === null ? 'not held' : sayEstimate(cost[key], say)
    }
  const rows: (readonly [string, Read])[] = [
    ['gross', of('cost', 'gross')],
    ['councils pay now', of('cost', 'paidNow')],
    ['net', of('cost', 'net')],
  ]
  if (results.some(({ children }) => children.judged.value >= 0.5))
    rows.push(
      ['gross if judged', of('costIfJudgedToo', 'gross')],
      ['pay now if judged', of('costIfJudgedToo', 'paidNow')],
      ['net if judged', of('costIfJudgedToo', 'net')],
    )
  const cells = rows.map(([label, read]) => [label, ...results.map(read)])
  return tableOf(simulation, `Cost of the newly reached: ${unit}`, cells, layout)
}

/** Whether anybody is newly reached, or would be if judged so, in any draw. */
export const changesAnything = (results: readonly Result[]): boolean =>
  results.some(({ children }) =>
    [children.newlyReached, children.judged].some(({ value, high }) => Math.max(value, high ?? 0) >= 0.5),
  )

/** Why children are not reached: the rules' own words, and under them how many. */
export function reasonLines(simulation: Simulation, results: readonly Result[], { width }: Layout): string[] {
  const { say, unit } = countWords(simulation)
  const heads = headsOf(simulation)
  const lines = (results[0]?.reasons ?? []).flatMap(({ reason, standing }, at) => {
    if (standing === 'reached') return []
    const counts = results.flatMap(({ reasons }) => reasons[at]?.children ?? [])
    const said = counts.map((children) => sayEstimate(children, say))
    if (said.every(isNone)) return []
    const numbers = said.map((words, index) => `${heads[index]} ${words}`).join(', ')
    const indent = (text: string, by: string) => wrapText(text, width - by.length).map((line) => by + line)
    return [...indent(reason, '  '), ...indent(numbers, '    ')]
  })
  return lines.length === 0 ? [] : [...wrapText(`Why not: ${unit}`, width), ...lines, '']
}

/** Groups, dimension by dimension: the share of each that is reached, and whether it gets its part of what is new. */
export function groupTables(simulation: Simulation, results: readonly Result[], layout: Layout): string[] {
  const dimensions = new Set(results.flatMap(({ groups }) => groups.map(({ dimension }) => dimension)))
  return [...dimensions].flatMap((dimension) => {
    const names = new Set(
      results.flatMap(({ groups }) =>
        groups.filter((each) => each.dimension === dimension).map(({ group }) => group),
      ),
    )
    const rows = [...names].map((group) => [
      group.replaceAll('-', /^\d/.test(group) ? ' to ' : ' '),
      ...results.map((result) => groupCell(result, dimension, group)),
    ])
    return tableOf(simulation, `By ${dimension}: share reached, and gap in points`, rows, layout)
  })
}

function groupCell(result: Result, dimension: string, group: string): string {
  const found = result.groups.find((each) => each.dimension === dimension && each.group === group)
  if (!found || found.reachedRate.isTooFew) return TOO_FEW
  const gap = found.gap === null ? '' : ` ${sayDifference(found.gap, sayPoints)}`
  return `${sayPercent(found.reachedRate.value)}${gap}`
}

/** What each condition keeps out, taken away in the rule's order and as the mean over every order. */
export function waterfallLines(simulation: Simulation, results: readonly Result[], layout: Layout): string[] {
  const { say, unit } = countWords(simulation)
  const steps = results[0]?.waterfall?.steps ?? []
  if (steps.length === 0) return []
  const of =
    (read: (waterfall: NonNullable<Result['waterfall']>) => string): Read =>
    ({ waterfall }) =>
      waterfall ? read(waterfall) : ''
  const rows: (readonly [string, Read])[] = [
    ['with all of them', of(({ begins }) => sayEstimate(begins, say))],
    ...steps.flatMap((_, at): (readonly [string, Read])[] => [
      [`without ${at + 1}`, of((each) => (each.steps[at] ? sayDifference(each.steps[at].inOrder, say) : ''))],
      [
        '  mean, any order',
        of((each) => (each.steps[at] ? sayDifference(each.steps[at].averaged, say) : '')),
      ],
    ]),
    ['with none of them', of(({ ends }) => sayEstimate(ends, say))],
  ]
  const { width } = layout
  return [
    ...wrapText('Conditions, taken away one after the other:', width),
    ...steps.flatMap(({ condition }, at) =>
      wrapText(`${at + 1}. ${condition}`, width - 2).map((line) => `  ${line}`),
    ),
    ...tableOf(
      simulation,
      `What each brings depends on the order, so the mean over every order stands beside it: ${unit}`,
      rows.map(([label, read]) => [label, ...results.map(read)]),
      layout,
    ),
  ]
}

/** By how many percentage points more than White children a group is missed. */
export function equalityTables(
  simulation: Simulation,
  proposals: readonly PlanResult[],
  layout: Layout,
): string[] {
  const table = (gap: 'blackGap' | 'minorityGap', who: string) => {
    const cell = ({ equality }: Result): string =>
      equality[gap].isTooFew ? TOO_FEW : sayDifference(equality[gap], sayPoints)
    const rows = proposals.map(({ proposal, results }) => [proposal, ...results.map(cell)])
    return tableOf(simulation, `${who} missed more than White children, percentage points`, rows, layout)
  }
  return [...table('blackGap', 'Black children'), ...table('minorityGap', 'All minority ethnic children')]
}

/** Whether the answer on Black children rests on enough families under every calibration. */
export const canCompare = (results: readonly Result[]): boolean =>
  !results.some(({ equality }) => equality.blackGap.isTooFew)
