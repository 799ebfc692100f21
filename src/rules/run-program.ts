/**
 * Makes a written program ready to be asked: where all that the groups of clauses in force ask is known, kernels take the
 * columns; elsewhere the code for open answers takes them.
 */
import { KernelRunner } from './kernel-runner.ts'
import type { FoundKernel, KnownGroup, WrittenProgram, WrittenSupport } from './kernels.ts'
import type { Columns, Judge, NumberedPlan, OutcomeColumns, Program } from './program.ts'

export function makeProgram({ kernels, supports }: WrittenProgram): Program {
  let made: KernelRunner | null = null
  // Most commands ask nothing of it, and making code of the module takes its time.
  const runner = () => {
    made ??= new KernelRunner(kernels)
    return made
  }
  return {
    supports: Object.fromEntries(
      Object.entries(supports).map(([name, support]) => [name, judgeBy(support, runner)]),
    ),
  }
}

function judgeBy(support: WrittenSupport, runner: () => KernelRunner): Judge {
  return (columns, plan, outcomes) => {
    const inForce = (support.known ?? []).filter(({ flag }) => plan.groups[flag] === 1)
    if (inForce.length === 0 || !inForce.every((group) => isKnown(group, columns, plan))) {
      support.open(columns, plan, outcomes)
      return
    }
    judgeKnown(inForce, support, runner(), columns, plan, outcomes)
    for (const at of inForce.flatMap(({ calculated }) => calculated))
      support.calculations[at]?.(columns, plan, outcomes)
  }
}

const isKnown = ({ needs, thresholds }: KnownGroup, columns: Columns, plan: NumberedPlan): boolean =>
  needs.every((name) => columns.known.has(name)) &&
  thresholds.every((cell) => !Number.isNaN(plan.cells[cell]))

function judgeKnown(
  groups: readonly KnownGroup[],
  { isOfChild, isPaid }: WrittenSupport,
  runner: KernelRunner,
  columns: Columns,
  plan: NumberedPlan,
  { clause, code, low, high }: OutcomeColumns,
): void {
  const loaded = groups.map(({ founds, kernel }) => {
    const found: Int32Array[] = []
    for (const one of founds) found.push(find(one, runner, columns, plan, found))
    return runner.load(kernel, columns, plan, found)
  })
  if (!isPaid) {
    low.fill(-1)
    high.fill(-1)
  }
  const rows = isOfChild ? columns.household.length : columns.households
  runner.run(loaded, rows, isOfChild ? columns.household : null, (from, to) => {
    copy(runner.clause, clause, from, to)
    copy(runner.code, code, from, to)
    if (!isPaid) return
    copy(runner.low, low, from, to)
    copy(runner.high, high, from, to)
  })
  runner.takeBack()
}

function copy<T extends Int32Array | Uint8Array>(block: T, column: T, from: number, to: number): void {
  column.set(to - from === block.length ? block : block.subarray(0, to - from), from)
}

/** A column of -1 where one of the household's children, or one older than the child, is what the kernel asks; else 0. */
function find(
  kernel: FoundKernel,
  runner: KernelRunner,
  columns: Columns,
  plan: NumberedPlan,
  found: readonly Int32Array[],
): Int32Array {
  const { household } = columns
  const own = runner.spare(household.length)
  runner.run([runner.load(kernel, columns, plan, found)], own.length, household, (from, to) => {
    copy(runner.low, own, from, to)
  })
  const rows = runner.spare(kernel.isOlder ? household.length : columns.households)
  if (kernel.isOlder) findOlder(own, columns, rows)
  else findAny(own, columns, rows)
  return rows
}

function findAny(own: Int32Array, { household }: Columns, found: Int32Array): void {
  found.fill(0)
  for (let row = 0; row < own.length; row++) {
    const of = household[row] ?? 0
    found[of] = (found[of] ?? 0) | (own[row] ?? 0)
  }
}

/** From the eldest on, so that one look at the next older child tells of all of them. */
function findOlder(own: Int32Array, { elders: { child, elder } }: Columns, found: Int32Array): void {
  found.fill(0)
  for (let pair = 0; pair < child.length; pair++) {
    const next = elder[pair] ?? 0
    found[child[pair] ?? 0] = (own[next] ?? 0) | (found[next] ?? 0)
  }
}
