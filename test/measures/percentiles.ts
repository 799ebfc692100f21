// Figures of which the slow ones matter: the 95th percentile with its neighbours.
import type { Measurement, MeasurementGroup } from './measurement.ts'

interface Row {
  readonly group: MeasurementGroup
  readonly name: string
  readonly unit: string
  readonly goal: string | null
  readonly most: number | null
  readonly how: string
}

export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0

/** The 95th percentile as the figure, the least and the most beside it. */
export function p95Row(values: readonly number[], { most, ...row }: Row): Measurement {
  const p95 = percentile(values, 0.95)
  return {
    ...row,
    median: p95,
    min: Math.min(...values),
    max: Math.max(...values),
    runs: values.length,
    against: null,
    ratio: null,
    met: most === null ? null : p95 <= most,
  }
}

/** One figure that was taken once. */
export function singleRow(value: number | null, { most, ...row }: Row): Measurement {
  const met = most === null || value === null ? null : value <= most
  return {
    ...row,
    median: value,
    min: value,
    max: value,
    runs: value === null ? 0 : 1,
    against: null,
    ratio: null,
    met,
  }
}

export const sayCount = (count: number): string => count.toLocaleString('en-GB')
