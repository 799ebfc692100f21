/** Who is left out: each kind of help against each group of families, and one group's own column in full. */
import { type CoverageCell, type LeftOut, leftOutOf } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { CoverageMark } from '../marks.tsx'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { sayDate } from '../words.ts'

export function leftOutPage(view: View, chosen: string | undefined): string {
  const leftOut = leftOutOf(view.state)
  const group = leftOut.groups.find(({ id }) => id === chosen)
  const out = leftOut.rows.flatMap(({ cells }) => cells).filter(({ state }) => state === 'excluded').length
  const all = leftOut.rows.length * leftOut.groups.length
  return renderFrame({
    view,
    title: 'Who is left out',
    children: (
      <>
        <h1>Who is left out</h1>
        <p class="lead">
          Help for families often stops at a line in the law. Of {all} pairs of a family and a kind of help,{' '}
          {out} are “out”: the family cannot get it.
        </p>
        <ChooseGroup view={view} leftOut={leftOut} chosen={group?.id} />
        {group === undefined ? null : <MySituation view={view} leftOut={leftOut} group={group.id} />}
        <Matrix view={view} leftOut={leftOut} chosen={group?.id} />
        <p class="key">
          <CoverageMark state="included" /> gets it. <CoverageMark state="conditional" /> gets it if something
          more is true. <CoverageMark state="excluded" /> cannot get it. <CoverageMark state="unclear" /> the
          rules do not say. <CoverageMark state="not-looked-at" /> nobody has checked; it does not mean no.
          Open a cell for the reason and where it comes from. This is information, not advice.
        </p>
      </>
    ),
  })
}

interface PartProps {
  readonly view: View
  readonly leftOut: LeftOut
  readonly chosen: string | undefined
}

function ChooseGroup({ view, leftOut, chosen }: PartProps) {
  return (
    <form class="chooser" action="/left-out">
      <label for="group">My situation</label>{' '}
      <select id="group" name="group">
        <option value="">All families</option>
        {leftOut.groups.map(({ id, name }) => (
          <option value={id} selected={id === chosen}>
            {name}
          </option>
        ))}
      </select>
      {view.asAt === null ? null : <input type="hidden" name="as_at" value={view.asAt} />}{' '}
      <button type="submit">Show</button>
    </form>
  )
}

function Matrix({ view, leftOut: { groups, rows }, chosen }: PartProps) {
  return (
    // A box that scrolls must be reachable by keyboard, or its far side cannot be read without a mouse.
    <section class="scroll" tabindex={0} aria-labelledby="matrix">
      <table class="matrix">
        <caption id="matrix">
          Kinds of help down, families across; the help that reaches most families first
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
        <tbody>
          {rows.map(({ support, cells }) => (
            <tr>
              <th scope="row">
                <a href={view.href(`/left-out/${support.id}`)}>{support.name}</a>
              </th>
              {cells.map((cell) => (
                <td class={cell.group.id === chosen ? 'mine' : undefined}>
                  <CoverageMark
                    state={cell.state}
                    href={view.href(`/left-out/${support.id}#${cell.group.id}`)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function MySituation({ view, leftOut, group }: { view: View; leftOut: LeftOut; group: string }) {
  const cells = leftOut.rows.flatMap((row) => row.cells.filter((cell) => cell.group.id === group))
  const own = cells[0]?.group
  const count = (state: CoverageCell['state']) => cells.filter((cell) => cell.state === state).length
  return (
    <section aria-labelledby="mine">
      <h2 id="mine">{own?.name}</h2>
      <p>{own?.plain}</p>
      <p>
        Of {cells.length} kinds of help: {count('included')} in, {count('conditional')} in if something more
        is true, {count('excluded')} out.
      </p>
      {cells.map((cell) => (
        <CellReason view={view} cell={cell} title={cell.support.name} />
      ))}
    </section>
  )
}

/** What a cell rests on: its state, condition and reason, and since when. */
export function CellReason({
  view,
  cell,
  title,
  id,
}: {
  view: View
  cell: CoverageCell
  title: string
  id?: string
}) {
  const { now, state } = cell
  return (
    <WithEvidence view={view} cites={now?.cites ?? []} {...(id === undefined ? {} : { id })}>
      <p class="cell-title">
        <b>{title}</b> <CoverageMark state={state} />
      </p>
      {now?.condition === undefined ? null : <p>{now.condition}</p>}
      {now?.text === undefined ? null : <p>{now.text}</p>}
      {now === null ? (
        <p class="mark">Nobody has checked this.</p>
      ) : (
        <p class="mark">Known since {sayDate(now.from)}</p>
      )}
    </WithEvidence>
  )
}
