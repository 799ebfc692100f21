/** "Who is left out, by the rules" as a table: one row a family and a kind of help, for CSV and JSON. */
import { addressOf, type Cell, type Column, type Table } from '../../../api/tracker/index.ts'
import { type ComputedCell, leftOutOf, prepareCells } from '../../../tracker/index.ts'
import { standpointOf } from '../machines/page-head.tsx'
import type { View } from '../view.ts'
import { type Asked, pathOf, type RuleSetting, TODAY } from './asked.ts'

type CellColumn = Column & { readonly read: (row: CellRow) => Cell }

interface CellRow {
  /** Where people read it, with its explanation. */
  readonly page: string
  readonly asked: Asked
  readonly support: { readonly id: string; readonly name: string }
  readonly group: { readonly id: string; readonly name: string }
  readonly cell: ComputedCell
  /** Without the plan. */
  readonly law: ComputedCell | null
}

const STATES = 'included, conditional, excluded or unclear'

const COLUMNS: readonly CellColumn[] = [
  {
    key: 'plan',
    title: 'Plan',
    datatype: 'string',
    about: `The proposal that the rules are asked under; "${TODAY}" is the law and schemes of the day.`,
    read: ({ asked }) => asked.proposal,
  },
  { key: 'on', title: 'Day', datatype: 'date', read: ({ asked }) => asked.on },
  { key: 'support', title: 'Kind of help', datatype: 'string', read: ({ support }) => support.id },
  {
    key: 'support_name',
    title: 'Name of the kind of help',
    datatype: 'string',
    read: ({ support }) => support.name,
  },
  { key: 'group', title: 'Family', datatype: 'string', read: ({ group }) => group.id },
  { key: 'group_name', title: 'Name of the family', datatype: 'string', read: ({ group }) => group.name },
  {
    key: 'state',
    title: 'What the rules say',
    datatype: 'string',
    about: STATES,
    read: ({ cell }) => cell.state,
  },
  {
    key: 'state_by_law',
    title: 'What the law says without the plan',
    datatype: 'string',
    about: `${STATES}; empty where no plan is asked for.`,
    read: ({ law }) => law?.state ?? null,
  },
  {
    key: 'reasons',
    title: 'Reasons',
    datatype: 'string',
    isList: true,
    about: 'The sentences of the rules that can decide.',
    read: ({ cell }) => cell.reasons.map(({ text }) => text),
  },
  {
    key: 'sources',
    title: 'Sources',
    datatype: 'string',
    isList: true,
    about: 'Addresses of what the rules rest on.',
    read: ({ cell }) => [
      ...new Set(cell.reasons.flatMap(({ sources }) => sources.map(({ address }) => address))),
    ],
  },
  {
    key: 'page',
    title: 'Page with the explanation',
    datatype: 'anyURI',
    read: ({ page }) => page,
  },
]

export function cellsTable(view: View, { links, rulebook }: RuleSetting, asked: Asked): Table {
  const { groups, rows } = leftOutOf(view.state)
  const at = standpointOf(view)
  const compute = prepareCells(links, rulebook, asked)
  const computeLaw =
    asked.proposal === TODAY ? null : prepareCells(links, rulebook, { ...asked, proposals: [] })
  const cells = rows
    .filter(({ support }) => support.id in links.supports)
    .flatMap(({ support }) =>
      groups.flatMap((group): CellRow[] => {
        const cell = compute(group.id, support.id)
        if (cell === null) return []
        const page = addressOf(at, `${pathOf(asked, support.id)}#${group.id}`)
        return [{ page, asked, support, group, cell, law: computeLaw?.(group.id, support.id) ?? null }]
      }),
    )
  return {
    name: `left-out-by-rules-${asked.proposal}-${asked.on}`,
    path: pathOf(asked),
    title: 'Who is left out, by the rules',
    counts:
      'One row is what the rules say of one family and one kind of help, on one day and under one plan.',
    columns: COLUMNS.map(({ read: _read, ...column }) => column),
    cells: cells.map((row) => COLUMNS.map(({ read }) => read(row))),
    // The rulebook's own sources are no records of the tracker: each row has their addresses.
    sources: [],
    cited: new Set(),
  }
}
