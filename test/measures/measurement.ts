// One measured figure in the shape of the benchmark's JSON output, and how to take one: several runs, medians, and a
// peer measured in pairs with ours so that a busy machine hurts both alike.

export type MeasurementGroup =
  | 'documents'
  | 'reading'
  | 'comparing'
  | 'rules'
  | 'export'
  | 'ledger'
  | 'site'
  | 'search'

export interface Measurement {
  readonly group: MeasurementGroup
  readonly name: string
  readonly median: number | null
  readonly min: number | null
  readonly max: number | null
  readonly runs: number
  readonly unit: string
  /** The peer with its version, "absent: NAME" where it is not installed, null where there is none. */
  readonly against: string | null
  /** Ours divided by theirs, median of the pairs. */
  readonly ratio: number | null
  readonly goal: string | null
  readonly met: boolean | null
  /** How the figure was taken, for docs/performance.md. */
  readonly how: string
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Summary of our own values in the runs' order, with the peer's values of the same runs when there is a peer. */
export function summarise(ours: readonly number[], theirs: readonly number[] | null) {
  const ratios = theirs?.map((peer, run) => (ours[run] ?? 0) / peer) ?? null
  return {
    median: median(ours),
    min: Math.min(...ours),
    max: Math.max(...ours),
    runs: ours.length,
    ratio: ratios === null ? null : median(ratios),
  }
}

/** Seconds that the work takes, by the wall clock. */
export async function timeSeconds(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1000
}

/** Runs ours and the peer's work in turn, `runs` times. */
export async function timePairs(runs: number, ours: () => unknown, theirs: (() => unknown) | null) {
  const own: number[] = []
  const peer: number[] = []
  for (let run = 0; run < runs; run++) {
    own.push(await timeSeconds(ours))
    if (theirs !== null) peer.push(await timeSeconds(theirs))
  }
  return { own, peer: theirs === null ? null : peer }
}
