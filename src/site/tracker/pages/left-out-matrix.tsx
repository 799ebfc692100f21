/** The table of who is left out: kinds of help down, groups of people across, within what a page may weigh. */
import type { CoverageCell, LeftOut } from '../../../tracker/index.ts'
import { allOnOne, pageOf, Turn } from '../in-pages.tsx'
import { CoverageMark } from '../marks.tsx'
import type { View } from '../view.ts'

export interface MatrixProps {
  readonly view: View
  readonly leftOut: LeftOut
  /** The group whose column is lit. */
  readonly chosen: string | undefined
  /** The page of its rows, from 1. */
  readonly asked: number
}

/** So much of a page of 30,000 bytes is left to where cells lead when the reasons of a group stand on it too. */
const ADDRESSES_MAY_WEIGH = 7_000
/** What the frame leaves to a table that has the page to itself, and to one under the reasons of a group. */
const TABLE_MAY_WEIGH = 22_000
const BESIDE_REASONS = 11_000
/** Of one so light all rows fit with every address that cells may have. */
const LIGHT = 9_000
/** What a cell and a name weigh in it without an address. */
const CELL_WEIGHS = 48
const NAME_WEIGHS = 90

/** Too heavy to stand under the reasons of a group. */
export const isHeavy = (leftOut: LeftOut): boolean => weightOf(leftOut) > BESIDE_REASONS

const weightOf = ({ rows, groups }: LeftOut): number =>
  rows.length * groups.length * CELL_WEIGHS + (rows.length + groups.length) * NAME_WEIGHS

/**
 * Where a cell leads. Each has an address, as long as these fit; then those of the group that was chosen have, and the
 * others are reached by the names above and beside them.
 */
function cellAddresses({ view, leftOut, chosen }: Omit<MatrixProps, 'asked'>) {
  const addressOf = ({ support, group }: CoverageCell) => view.href(`/left-out/${support.id}#${group.id}`)
  const cells = leftOut.rows.flatMap((row) => row.cells)
  const weight = cells.reduce((sum, cell) => sum + addressOf(cell).length, 0)
  const room = chosen === undefined ? TABLE_MAY_WEIGH - weightOf(leftOut) : ADDRESSES_MAY_WEIGH
  const isForAll = weight <= room
  return (cell: CoverageCell) => (isForAll || cell.group.id === chosen ? { href: addressOf(cell) } : {})
}

/** A table of many rows goes on on further pages; of the names over it each weighs as much again in the choice above. */
export function Matrix({ asked, ...props }: MatrixProps) {
  const { view, chosen } = props
  const { groups, rows } = props.leftOut
  const addressed = cellAddresses(props)
  const entries = rows.map(({ support, cells }) => ({
    group: 'rows',
    markup: (
      <tr>
        <th scope="row">
          <a href={view.href(`/left-out/${support.id}`)}>{support.name}</a>
        </th>
        {cells.map((cell) => (
          <td class={cell.group.id === chosen ? 'mine' : undefined}>
            <CoverageMark state={cell.state} {...addressed(cell)} />
          </td>
        ))}
      </tr>
    ),
  }))
  const list =
    weightOf(props.leftOut) <= LIGHT
      ? allOnOne(entries)
      : pageOf(entries, asked, 2 * groups.length * NAME_WEIGHS)
  return (
    <>
      {/* A box that scrolls must be reachable by keyboard, or its far side cannot be read without a mouse. */}
      <section class="scroll" tabindex={0} aria-labelledby="matrix">
        <table class="matrix">
          <caption id="matrix">
            Kinds of help down, groups of people across; the help that reaches most of them first
          </caption>
          <thead>
            <tr>
              <td></td>
              {groups.map(({ id, name }) => (
                <th scope="col" class={id === chosen ? 'mine' : undefined}>
                  <a href={view.href(`/left-out?group=${id}`)}>{name}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{list.groups.get('rows')}</tbody>
        </table>
      </section>
      <Turn view={view} list={list} />
    </>
  )
}
