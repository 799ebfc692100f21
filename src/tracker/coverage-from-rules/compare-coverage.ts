/** Where the recorded cells of "who is left out" and the rules disagree, on each day that a cell begins. */
import type { Rulebook } from '../../rules/index.ts'
import type { TrackerState } from '../fold.ts'
import { type CoverageCell, leftOutOf } from '../queries/left-out.ts'
import type { RecordOf } from '../record/index.ts'
import { type ComputeCell, type ComputedCell, prepareCells } from './compute-cell.ts'
import type { CoverageLinks } from './links.ts'

export interface CoverageDisagreement {
  readonly group: string
  readonly support: string
  /** The day on which both were looked at: the first on which the recorded cell surely holds, or the last look. */
  readonly on: string
  readonly recorded: RecordOf<'coverage'>
  readonly computed: ComputedCell
  /** Why both stand; null where nobody has said why. */
  readonly known: string | null
}

/** @param lastLook the day the content was brought up to date: the last cell is looked at again on it */
export function compareCoverage(
  state: TrackerState,
  links: CoverageLinks,
  rulebook: Rulebook,
  lastLook: string,
): CoverageDisagreement[] {
  const prepared = new Map<string, ComputeCell>()
  const cellsOn = (on: string) => {
    const cells = prepared.get(on) ?? prepareCells(links, rulebook, { on, proposals: [] })
    prepared.set(on, cells)
    return cells
  }
  return leftOutOf(state)
    .rows.flatMap(({ cells }) => cells)
    .flatMap((cell) =>
      momentsOf(cell, lastLook).flatMap(({ recorded, on }) => compareCell(links, cellsOn(on), recorded, on)),
    )
}

/** Nobody having looked is no statement, so there is nothing to disagree with. */
function momentsOf({ history }: CoverageCell, lastLook: string) {
  const moments = history.map((recorded) => ({ recorded, on: recorded.from.to as string }))
  const last = history.at(-1)
  if (last !== undefined && last.from.to < lastLook) moments.push({ recorded: last, on: lastLook })
  return moments.filter(({ recorded }) => recorded.state !== 'not-looked-at')
}

function compareCell(
  links: CoverageLinks,
  compute: ComputeCell,
  recorded: RecordOf<'coverage'>,
  on: string,
): CoverageDisagreement[] {
  const { group, support } = recorded
  const computed = compute(group, support)
  if (computed === null || computed.state === recorded.state) return []
  const known = links.known.find(
    (each) =>
      each.groups.includes(group) &&
      each.support === support &&
      each.recorded === recorded.state &&
      each.computed === computed.state,
  )
  return [{ group, support, on, recorded, computed, known: known?.reason ?? null }]
}
