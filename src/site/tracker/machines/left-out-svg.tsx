/** Who is left out as a file of its own: kinds of help down, groups of people across, a shape and a word in each cell. */
import type { Standpoint } from '../../../api/tracker/index.ts'
import { type CoverageRow, type CoverageState, leftOutOf, type RecordOf } from '../../../tracker/index.ts'
import { wrapLines } from '../share/share-card.ts'
import { COVERAGE_WORDS } from '../words.ts'
import { CHART_GAP, CHART_TOP, writeChart } from './chart-frame.tsx'

const MEANING =
  'Each row is a kind of help, each column a group of people; the help that reaches most of them stands first. A full disc means that they get it, half a disc that they get it if something more is true, a ring that they cannot get it, dots that the rules do not say, a dash that nobody has looked.'

const LABEL = 184
const CELL = { width: 94, height: 34 }
const HEAD = { height: 58, line: 12, lines: 4 }
/** A picture of more could not be read; the table has them all. */
const MOST = { rows: 60, groups: 16 }

export function renderLeftOut(at: Standpoint): string {
  const all = leftOutOf(at.state)
  const groups = all.groups.slice(0, MOST.groups)
  const rows = all.rows.slice(0, MOST.rows)
  if (groups.length === 0 || rows.length === 0) return renderNothing(at)
  const isCut = groups.length < all.groups.length || rows.length < all.rows.length
  const some = `, ${rows.length} of ${all.rows.length} kinds of help and ${groups.length} of ${all.groups.length} groups`
  const width = 2 * CHART_GAP + LABEL + groups.length * CELL.width
  const height = CHART_TOP + HEAD.height + rows.length * CELL.height + 40
  const drawing = (
    <>
      {groups.map((group, column) => (
        <GroupName group={group} x={CHART_GAP + LABEL + column * CELL.width} />
      ))}
      {rows.map((row, at) => (
        <HelpRow
          row={row}
          count={groups.length}
          y={CHART_TOP + HEAD.height + at * CELL.height}
          width={width}
        />
      ))}
    </>
  )
  const title = `Who is left out${isCut ? some : ''}`
  return writeChart(at, { title, meaning: MEANING, path: '/left-out', width, height }, drawing)
}

function renderNothing(at: Standpoint): string {
  const drawing = (
    <text class="who" x={CHART_GAP} y={CHART_TOP}>
      Nobody has compared groups of people here yet.
    </text>
  )
  const meaning = 'Nothing is drawn: nobody had compared groups of people on this day.'
  const size = { width: 420, height: CHART_TOP + 50 }
  return writeChart(at, { title: 'Who is left out', meaning, path: '/left-out', ...size }, drawing)
}

/** Its last line stands over the first row, however many there are. */
function GroupName({ group, x }: { group: RecordOf<'group'>; x: number }) {
  const lines = wrapLines(group.name, 10, CELL.width - 8, HEAD.lines)
  const y = CHART_TOP + HEAD.height - 8 - (lines.length - 1) * HEAD.line
  return <Lines lines={lines} x={x + 4} y={y} step={HEAD.line} name="who" />
}

interface LinesProps {
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
  readonly step: number
  readonly name: string
}

function Lines({ lines, x, y, step, name }: LinesProps) {
  return (
    <text class={name} x={x} y={y}>
      {lines.map((line, at) => (
        <tspan x={x} y={y + at * step}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

interface HelpRowProps {
  readonly row: CoverageRow
  readonly count: number
  readonly y: number
  readonly width: number
}

function HelpRow({ row: { support, cells }, count, y, width }: HelpRowProps) {
  const lines = wrapLines(support.name, 11, LABEL - 10, 2)
  return (
    <g>
      {cells.slice(0, count).map(({ state }, column) => (
        <Cell state={state} x={CHART_GAP + LABEL + column * CELL.width} y={y} />
      ))}
      <path class="grid" d={`M${CHART_GAP} ${y}H${width - CHART_GAP}`} />
      <Lines
        lines={lines}
        x={CHART_GAP}
        y={y + CELL.height / 2 + (lines.length === 1 ? 4 : -2)}
        step={13}
        name="help"
      />
    </g>
  )
}

const GROUNDS: Readonly<Partial<Record<CoverageState, string>>> = { included: 'in', conditional: 'if' }

function Cell({ state, x, y }: { state: CoverageState; x: number; y: number }) {
  const middle = y + CELL.height / 2
  return (
    <g>
      {state in GROUNDS ? (
        <rect class={GROUNDS[state]} x={x} y={y} width={CELL.width} height={CELL.height} />
      ) : null}
      <Shape state={state} x={x + 10} y={middle} />
      <text class="cell" x={x + 19} y={middle + 3.5}>
        {COVERAGE_WORDS[state]}
      </text>
    </g>
  )
}

const RADIUS = 4.5

function Shape({ state, x, y }: { state: CoverageState; x: number; y: number }) {
  if (state === 'included') return <circle class="yes" cx={x} cy={y} r={RADIUS} />
  if (state === 'excluded') return <circle class="no" cx={x} cy={y} r={RADIUS - 0.5} />
  if (state === 'conditional')
    return (
      <g>
        <circle class="ring" cx={x} cy={y} r={RADIUS - 0.5} />
        <path class="part" d={`M${x} ${y - RADIUS}a${RADIUS} ${RADIUS} 0 0 0 0 ${2 * RADIUS}z`} />
      </g>
    )
  return <path class={state === 'unclear' ? 'dots' : 'bar'} d={`M${x - 5} ${y}h10`} />
}
