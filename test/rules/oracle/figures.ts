/** The oracle's own rates: the amount of a day, or null where no row of the table covers it. */

import type { KnownFamily } from './family.ts'
import tables from './figures.yaml'

type Row = readonly [from: string, to: string, number: number | readonly number[]]
interface Table {
  /** The rulebook's own name of it. */
  readonly parameter: string
  readonly rows: readonly Row[]
}
interface RegionalRow {
  readonly from: string
  readonly to: string
  readonly london: readonly number[]
  readonly 'south-east': readonly number[]
  readonly rest: readonly number[]
}

// The file stands beside this one; figures that are not there fail every case that reads them.
const { 'minimum-allowance': minimum, ...others } = tables as unknown as {
  'minimum-allowance': { rows: readonly RegionalRow[] }
}
/** By the oracle's name; only the minimum allowance is of another shape. */
export const TABLES = others as unknown as Readonly<Record<string, Table>>

export function rowOn(table: string, on: string): readonly number[] | null {
  const rows = TABLES[table]?.rows
  if (!rows) throw new Error(`the oracle has no table ${table}`)
  const found = rows.find(([from, to]) => from <= on && on <= to)?.[2]
  return found === undefined ? null : [found].flat()
}

export const rateOn = (table: string, on: string): number | null => rowOn(table, on)?.[0] ?? null

/** The first age of each band of the minimum allowance; at 18 there is none. */
const BANDS = [0, 3, 5, 11, 16]

export function minimumAllowance({ on, region }: KnownFamily, age: number): number | null {
  const row = minimum.rows.find(({ from, to }) => from <= on && on <= to)
  return row?.[region][BANDS.filter((first) => first <= age).length - 1] ?? null
}
