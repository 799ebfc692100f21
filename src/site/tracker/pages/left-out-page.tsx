/** Who is left out: each kind of help against each group of people, and one group's own column in full. */
import { type CoverageCell, type LeftOut, leftOutOf, readCoverageLinks } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { KeptInputs } from '../kept-inputs.tsx'
import { CoverageMark } from '../marks.tsx'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { COVERAGE_WORDS, sayAsked, sayCount, sayDate } from '../words.ts'
import { isHeavy, Matrix, type MatrixProps } from './left-out-matrix.tsx'

/** `asked` is the page of the table's rows, from 1. */
export function leftOutPage(view: View, chosen: string | undefined, asked: number): string {
  const leftOut = leftOutOf(view.state)
  const group = leftOut.groups.find(({ id }) => id === chosen)
  return renderFrame({
    view,
    title: 'Who is left out',
    children: (
      <>
        <h1>Who is left out</h1>
        <p class="lead">{summarise(leftOut)}</p>
        {leftOut.rows.length === 0 || leftOut.groups.length === 0 ? (
          <p class="empty">
            Groups of people will stand here beside the kinds of help, each pair with in, out or “not looked
            at”.
          </p>
        ) : (
          <>
            <ChooseGroup view={view} leftOut={leftOut} chosen={group?.id} />
            {group === undefined && chosen ? (
              <p>
                <strong>There is no group “{sayAsked(chosen)}” here.</strong> All groups are shown; choose
                yours above.
              </p>
            ) : null}
            {group === undefined ? null : <MySituation view={view} leftOut={leftOut} group={group.id} />}
            {group !== undefined && isHeavy(leftOut) ? (
              <p>
                <a href={view.href('/left-out')}>All groups and all kinds of help side by side</a>
              </p>
            ) : (
              <Matrix view={view} leftOut={leftOut} chosen={group?.id} asked={asked} />
            )}
            <ByRules view={view} />
            <p class="key">
              <CoverageMark state="included" /> they get it. <CoverageMark state="conditional" /> they get it
              if something more is true. <CoverageMark state="excluded" /> they cannot get it.{' '}
              <CoverageMark state="unclear" /> the rules do not say. <CoverageMark state="not-looked-at" />{' '}
              nobody has checked; it does not mean no. Open a cell for the reason and where it comes from.
              This is information, not advice.
            </p>
          </>
        )}
      </>
    ),
  })
}

/** The gaps counted, and the help with most of them named: rows are sorted by how far they reach. */
function summarise({ groups, rows }: LeftOut): string {
  if (rows.length === 0 || groups.length === 0) return 'Nobody has compared groups of people here yet.'
  const gaps = rows.map(({ support, cells }) => {
    return { support, count: cells.filter(({ state }) => state === 'excluded').length }
  })
  const all = gaps.reduce((sum, { count }) => sum + count, 0)
  const worst = gaps.reduce((one, other) => (other.count >= one.count ? other : one))
  const pairs = `${sayCount(rows.length, 'kind', 'kinds')} of help for ${sayCount(groups.length, 'group', 'groups')} of people ${rows.length === 1 ? 'makes' : 'make'} ${sayCount(rows.length * groups.length, 'pair', 'pairs')}`
  if (all === 0) return `${pairs}. No group is known to be left out of any of them.`
  const out = `${pairs}. In ${all} of them the group is left out.`
  // Where each leaves out one group, none leaves out most.
  if (worst.count < 2) return out
  return `${out} “${worst.support.name}” leaves out most: ${worst.count} of ${groups.length} groups.`
}

/** What stands here was recorded from sources; the rules give the same table for any day and plan. */
function ByRules({ view }: { view: View }) {
  if (readCoverageLinks(view.settings.id) === null) return null
  return (
    <p>
      This table was recorded from sources.{' '}
      <a href={view.href('/left-out-by-rules')}>See it worked out from the rules</a>, on any day and under any
      plan.
    </p>
  )
}

function ChooseGroup({ view, leftOut, chosen }: Omit<MatrixProps, 'asked'>) {
  return (
    <form class="chooser" action="/left-out">
      <label for="group">My situation</label>{' '}
      <select id="group" name="group">
        <option value="">All groups</option>
        {leftOut.groups.map(({ id, name }) => (
          <option value={id} selected={id === chosen}>
            {name}
          </option>
        ))}
      </select>
      <KeptInputs view={view} /> <button type="submit">Show</button>
    </form>
  )
}

function MySituation({ view, leftOut, group }: { view: View; leftOut: LeftOut; group: string }) {
  const cells = leftOut.rows.flatMap((row) => row.cells.filter((cell) => cell.group.id === group))
  const own = cells[0]?.group
  return (
    <section aria-labelledby="mine">
      <h2 id="mine">{own?.name}</h2>
      <p>{own?.plain}</p>
      <p>
        Of {sayCount(cells.length, 'kind', 'kinds')} of help:{' '}
        {ANSWERS.map((state) => ({ state, count: cells.filter((cell) => cell.state === state).length }))
          .filter(({ count }) => count > 0)
          .map(({ state, count }, at) => (
            <>
              {at === 0 ? '' : ' · '}
              <a href={`#mine-${state}`}>
                {count} {COVERAGE_WORDS[state].toLowerCase()}
              </a>
            </>
          ))}
      </p>
      {ANSWERS.map((state) => (
        <Answers view={view} state={state} cells={cells.filter((cell) => cell.state === state)} />
      ))}
    </section>
  )
}

/** What a group can get comes first, then what is open, then what it cannot get. */
const ANSWERS: readonly CoverageCell['state'][] = [
  'included',
  'conditional',
  'unclear',
  'not-looked-at',
  'excluded',
]

interface AnswersProps {
  readonly view: View
  readonly state: CoverageCell['state']
  readonly cells: readonly CoverageCell[]
}

function Answers({ view, state, cells }: AnswersProps) {
  if (cells.length === 0) return null
  return (
    <section class="answers-of" aria-labelledby={`mine-${state}`}>
      <h3 id={`mine-${state}`}>
        <CoverageMark state={state} /> <small>{cells.length}</small>
      </h3>
      {cells.map((cell) => (
        <CellReason view={view} cell={cell} title={cell.support.name} isMarked={false} />
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
  isMarked = true,
}: {
  view: View
  cell: CoverageCell
  title: string
  id?: string
  /** Not where the cells of one state stand under its name. */
  isMarked?: boolean
}) {
  const { now, state } = cell
  return (
    <WithEvidence view={view} cites={now?.cites ?? []} {...(id === undefined ? {} : { id })}>
      <p class="cell-title">
        <b>{title}</b> {isMarked ? <CoverageMark state={state} /> : null}
      </p>
      {now?.condition === undefined ? null : <p>{now.condition}</p>}
      {now?.text === undefined ? null : <p>{now.text}</p>}
      {now === null || state === 'not-looked-at' ? (
        <p class="mark">Nobody has checked this.</p>
      ) : (
        <p class="mark">Known since {sayDate(now.from)}</p>
      )}
    </WithEvidence>
  )
}
