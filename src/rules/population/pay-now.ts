/** What councils pay simulated families now, of their own choice: who is paid as a survey found, how much as it found too. */

import { cellReader } from './condition-numbers.ts'
import { type Families, NOT_KNOWN } from './families.ts'
import { FOSTERING_RATE } from './groups.ts'
import type { Judge } from './judge.ts'
import type { Pool } from './pool.ts'
import type { ReadValue } from './values.ts'

/** Writes `paid` of every child; not known where the child is paid and the fostering rate of the day is not held. */
export function payNow(families: Families, { traits }: Pool, judge: Judge, read: ReadValue): void {
  const { rulebook } = judge
  const columns = judge.derive(families)
  const parameter = rulebook.parameters.get(FOSTERING_RATE)
  const held = judge.plans[0]?.plan.held.get(FOSTERING_RATE)
  const ownRows = columns.household.map((_, row) => row)
  const cell =
    parameter &&
    cellReader(parameter, (name) => {
      const column = columns.data[name]
      if (!column) throw new Error(`no column ${name}`)
      return [column, rulebook.inputs.get(name)?.scope === 'child' ? ownRows : columns.household]
    })
  const [guardians, others] = [read('guardian-gets-less') * 100, read('arrangements-gets-less') * 100]
  for (let row = 0; row < families.children; row++) {
    const family = columns.household[row] ?? 0
    const isGuardian = traits['paid-guardianship'][family] === 0
    const isOther = traits['paid-arrangements'][family] === 0 || traits['paid-informal'][family] === 0
    const rate = cell && held ? (held.cells[cell(row)] ?? Number.NaN) : Number.NaN
    const paid = Math.max(0, rate - (isGuardian ? guardians : others))
    families.child.paid[row] = isGuardian || isOther ? (Number.isNaN(paid) ? NOT_KNOWN : paid) : 0
  }
}
