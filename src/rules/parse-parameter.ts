/** Reads parameters: numbers by date, each with unit, source and status. Pounds are kept as whole pence. */
import { addYears, parseDay } from './plain-date.ts'
import {
  allowKeys,
  at,
  dayOf,
  endOf,
  entriesOf,
  has,
  itemsOf,
  type Node,
  oneOf,
  report,
  textOf,
} from './problem.ts'
import type { Dimension, Input, Parameter, ParameterValue, Source } from './rulebook.ts'

const UNITS = [
  'GBP per week',
  'GBP per month',
  'GBP per year',
  'years',
  'school years',
  'months',
  'weeks',
  'days',
  'hours per week',
  'hours per year',
  'percent',
  'children',
  'date',
]
const STATUSES = ['seen', 'derived', 'seed'] as const

export interface ParameterContext {
  readonly inputs: ReadonlyMap<string, Input>
  readonly findSource: (node: Node) => Source | null
  readonly proposal: string | null
}

export function parseParameter(name: string, node: Node, context: ParameterContext): Parameter {
  allowKeys(node, ['title', 'unit', 'by', 'values', 'fact', 'renewed'])
  const unit = oneOf(node, 'unit', UNITS) ?? 'years'
  const dimensions = entriesOf(at(node, 'by'), '`by`').flatMap(([key, by]) =>
    parseDimension(key, by, context.inputs),
  )
  const isYearly = has(node, 'renewed') && oneOf(node, 'renewed', ['yearly']) !== null
  const values = itemsOf(at(node, 'values')).map((value) =>
    parseValue(value, { unit, dimensions, isYearly, context }),
  )
  if (values.length === 0)
    report(node, `the parameter ${name} has no values`, 'Write `values:` with dated entries.')
  reportOverlaps(node, values)
  const isOfChild = dimensions.some((dimension) => context.inputs.get(dimension.input)?.scope === 'child')
  return {
    name,
    title: textOf(node, 'title'),
    unit,
    scope: isOfChild ? 'child' : 'household',
    dimensions,
    values,
    fact: has(node, 'fact') ? textOf(node, 'fact') : null,
  }
}

function parseDimension(name: string, node: Node, inputs: ReadonlyMap<string, Input>): Dimension[] {
  allowKeys(node, ['input', 'values', 'bands'])
  const input = inputs.get(textOf(node, 'input'))
  if (!input) {
    report(
      at(node, 'input'),
      `there is no input called ${at(node, 'input').data}`,
      'Name one from inputs.yaml.',
    )
    return []
  }
  const values = has(node, 'values') ? itemsOf(at(node, 'values')).map((item) => String(item.data)) : null
  if (input.type.kind === 'choice') {
    const known = input.type.values
    const wrong = values === null || values.join() !== known.join()
    if (wrong)
      report(
        node,
        `the values of ${name} are not those of ${input.name}`,
        `Write \`values: [${known.join(', ')}]\`.`,
      )
    return [{ name, input: input.name, values: known, bands: null }]
  }
  const bands = itemsOf(at(node, 'bands')).map((item) => parseBand(item))
  if (bands.length === 0) report(node, `the bands of ${name} are missing`, 'Write `bands: ["0-2", "3-4"]`.')
  reportGaps(at(node, 'bands'), bands)
  return [{ name, input: input.name, values: null, bands }]
}

function parseBand(node: Node): { from: number; to: number } {
  const match = /^(\d+)-(\d+)$/.exec(String(node.data))
  if (!match) report(node, `"${node.data}" is not a band`, 'Write the first and last value, as in "5-10".')
  return { from: Number(match?.[1] ?? 0), to: Number(match?.[2] ?? 0) }
}

/** A number between two bands would have no rate, and one in both of them two. */
function reportGaps(node: Node, bands: readonly { from: number; to: number }[]): void {
  for (const [index, { from, to }] of bands.entries()) {
    const before = bands[index - 1]
    if (from > to)
      report(at(node, index), `the band ${from}-${to} ends before it begins`, 'Write the lower number first.')
    else if (before && from !== before.to + 1)
      report(
        at(node, index),
        `the band ${from}-${to} does not go on from ${before.from}-${before.to}`,
        `Begin it with ${before.to + 1}, so that no number is left out or in two bands.`,
      )
  }
}

interface ValueContext {
  readonly unit: string
  readonly dimensions: readonly Dimension[]
  readonly isYearly: boolean
  readonly context: ParameterContext
}

function parseValue(node: Node, { unit, dimensions, isYearly, context }: ValueContext): ParameterValue {
  const rowKeys = dimensions.length === 2 ? (dimensions[0]?.values ?? []) : []
  allowKeys(node, ['from', 'to', 'value', 'status', 'source', 'note', ...rowKeys])
  const from = dayOf(node, 'from')
  const written = endOf(node, 'to')
  if (written !== null && written < from)
    report(at(node, 'to'), '`to` is before `from`', 'Write the last day it held.')
  const rows = dimensions.length === 2 ? rowKeys.map((key) => at(node, key)) : [at(node, 'value')]
  const cells = rows.flatMap((row) =>
    (dimensions.length === 0 ? [row] : itemsOf(row)).map((cell) => parseCell(cell, unit)),
  )
  const wanted = dimensions.reduce((count, { values, bands }) => count * (values ?? bands ?? []).length, 1)
  if (cells.length !== wanted)
    report(
      node,
      `there are ${cells.length} numbers where ${wanted} belong`,
      'Write one for each value or band of `by`.',
    )
  const source = context.findSource(node)
  return {
    from,
    // A rate that is set anew every year and whose end is not known is held for one year, never carried on.
    to: written === null && isYearly ? addYears(from, 1) - 1 : written,
    cells,
    source: source ?? { id: '', title: '', address: '', date: '' },
    status: oneOf(node, 'status', STATUSES) ?? 'seen',
    proposal: context.proposal,
  }
}

function parseCell(node: Node, unit: string): number {
  const { data } = node
  if (unit === 'date') {
    const day = typeof data === 'string' ? parseDay(data) : null
    if (day === null) report(node, `"${data}" is not a day`, 'Write it as 2017-04-06.')
    return day ?? 0
  }
  if (typeof data !== 'number' || !Number.isFinite(data) || data < 0) {
    report(
      node,
      typeof data === 'number' && data < 0 ? `${data} is below nought` : `"${data}" is not a number`,
      'Write a number without £ or commas; leave the entry out if it is not known.',
    )
    return 0
  }
  if (!unit.startsWith('GBP')) return data
  const pence = Math.round(data * 100)
  if (Math.abs(pence - data * 100) > 1e-6)
    report(node, `${data} has parts of a penny`, 'Write pounds with two decimals.')
  return pence
}

function reportOverlaps(node: Node, values: readonly ParameterValue[]): void {
  for (const [index, value] of values.entries()) {
    const next = values[index + 1]
    if (next && (value.to ?? next.from) >= next.from)
      report(
        at(at(node, 'values'), index + 1),
        'this value begins before the one above ends',
        'Give the one above a `to` on the day before, and keep the values in date order.',
      )
  }
}
