/** Who is left out: each group of people set against each kind of help, as it stands and as it was. */
import type { TrackerState } from '../fold.ts'
import type { RecordOf } from '../record/index.ts'
import { oncePerObject } from './once.ts'
import { listRecords } from './records.ts'

export type CoverageState = RecordOf<'coverage'>['state']

export interface CoverageCell {
  readonly group: RecordOf<'group'>
  readonly support: RecordOf<'support'>
  readonly state: CoverageState
  /** What stands now; null where nobody looked. */
  readonly now: RecordOf<'coverage'> | null
  /** All that was so, oldest first, `now` included. */
  readonly history: readonly RecordOf<'coverage'>[]
}

export interface CoverageRow {
  readonly support: RecordOf<'support'>
  readonly cells: readonly CoverageCell[]
}

export interface LeftOut {
  readonly groups: readonly RecordOf<'group'>[]
  readonly rows: readonly CoverageRow[]
}

const inOrder = <T extends { order: number }>(records: T[]): T[] =>
  records.sort((one, other) => one.order - other.order)

const cellOf = ({ group, support }: Pick<RecordOf<'coverage'>, 'group' | 'support'>): string =>
  `${group} ${support}`

/** How far a cell is from a gap: it decides only the order of the rows. */
const openness: Readonly<Record<CoverageState, number>> = {
  included: 4,
  conditional: 2,
  unclear: 1,
  'not-looked-at': 0.5,
  excluded: 0,
}

const opennessOf = ({ cells }: CoverageRow) => cells.reduce((sum, { state }) => sum + openness[state], 0)

/** Groups in their own order; rows from the help that reaches most to the help that reaches fewest. */
export const leftOutOf = oncePerObject((state: TrackerState): LeftOut => {
  const groups = inOrder(listRecords(state, 'group'))
  const byCell = new Map<string, RecordOf<'coverage'>[]>()
  for (const each of listRecords(state, 'coverage')) {
    const cell = cellOf(each)
    const found = byCell.get(cell)
    if (found === undefined) byCell.set(cell, [each])
    else found.push(each)
  }
  const rows = inOrder(listRecords(state, 'support')).map((support) => ({
    support,
    cells: groups.map((group) => {
      const found = byCell.get(cellOf({ group: group.id, support: support.id })) ?? []
      const history = found.sort((one, other) => one.from.to.localeCompare(other.from.to))
      const now = history.at(-1) ?? null
      return { group, support, state: now?.state ?? ('not-looked-at' as const), now, history }
    }),
  }))
  return { groups, rows: rows.sort((one, other) => opennessOf(other) - opennessOf(one)) }
})
