/** The ladder: time across, strength of promise up, drawn on the server. A promise that weakens goes visibly down. */
import { type LadderLine, type LadderStep, listRecords, RUNGS } from '../../tracker/index.ts'
import type { View } from './view.ts'
import { sayDate, strengthWord } from './words.ts'

interface LadderProps {
  readonly view: View
  readonly lines: readonly LadderLine[]
  readonly years: readonly [first: number, last: number]
  /** What the drawing shows, for those who do not see it. */
  readonly label: string
  /** Whether all ten rungs are named, or only those that a leading line stood on. */
  readonly areAllNamed?: boolean
}

/** Units of the drawing; on a phone one is about a pixel. */
const WIDTH = 340
const LEFT = 82
const RIGHT = 332
const TOP = 16
const RUNG_GAP = 16
const BOTTOM = TOP + 9 * RUNG_GAP
const HEIGHT = BOTTOM + 22
/** Right of this there is no room for the name of a government. */
const NAMED_BEFORE = 215

const yOf = (rung: number): number => BOTTOM - rung * RUNG_GAP

export function Ladder({ view, lines, years, label, areAllNamed = false }: LadderProps) {
  const xOf = scaleOf(years)
  const named = new Set(
    lines.filter(({ isLead }) => isLead).flatMap(({ steps }) => steps.map(({ rung }) => rung)),
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links in it is a group, and no element says that in SVG
    <svg class="ladder" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={label}>
      <Rungs named={areAllNamed ? null : named} />
      <Years years={years} xOf={xOf} />
      <Governments view={view} years={years} xOf={xOf} />
      {lines.map((line) => (
        <Line view={view} line={line} xOf={xOf} end={xOf(view.today)} />
      ))}
    </svg>
  )
}

function scaleOf([first, last]: readonly [number, number]): (day: string) => number {
  const start = Date.parse(`${first}-01-01`)
  const end = Date.parse(`${last + 1}-01-01`)
  return (day) => {
    const share = (Date.parse(day) - start) / (end - start)
    return Math.round((LEFT + Math.min(1, Math.max(0, share)) * (RIGHT - LEFT)) * 10) / 10
  }
}

function Rungs({ named }: { named: ReadonlySet<number> | null }) {
  return (
    <g class="rungs">
      <path d={RUNGS.map((_, rung) => `M${LEFT} ${yOf(rung)}H${RIGHT}`).join('')} />
      {RUNGS.map((strength, rung) =>
        named === null || named.has(rung) ? (
          <text x={LEFT - 8} y={yOf(rung) + 3.5}>
            {strengthWord(strength)}
          </text>
        ) : null,
      )}
    </g>
  )
}

function Years({
  years: [first, last],
  xOf,
}: {
  years: readonly [number, number]
  xOf: (day: string) => number
}) {
  const all = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const step = Math.ceil(all.length / 8)
  return (
    <g class="years">
      {all
        .filter((_, at) => at % step === 0)
        .map((year) => (
          <text x={xOf(`${year}-07-01`)} y={HEIGHT - 6}>
            {year}
          </text>
        ))}
      <path d={all.map((year) => `M${xOf(`${year}-01-01`)} ${BOTTOM + 4}v5`).join('')} />
    </g>
  )
}

/** A line where a new government came in, named beside it. */
function Governments({
  view,
  years: [first],
  xOf,
}: {
  view: View
  years: readonly [number, number]
  xOf: (day: string) => number
}) {
  const changes = listRecords(view.state, 'government').filter(
    ({ from }) => from > `${first}-01-31` && from <= view.today,
  )
  return (
    <g class="governments">
      {changes.map(({ from, name }) => (
        <>
          <path d={`M${xOf(from)} ${TOP - 6}V${BOTTOM + 4}`} />
          {/* A name that would run off the right edge stands before its line, with an arrow to it. */}
          {xOf(from) > NAMED_BEFORE ? (
            <text class="before-line" x={xOf(from) - 4} y={TOP - 5}>
              {name} →
            </text>
          ) : (
            <text x={xOf(from) + 4} y={TOP - 5}>
              {name}
            </text>
          )}
        </>
      ))}
    </g>
  )
}

/** Where each step stands; never left of the one before it, whatever a fuzzy date could mean. */
function placeSteps(steps: readonly LadderStep[], xOf: (day: string) => number): number[] {
  let last = 0
  return steps.map(({ on }) => {
    last = Math.max(last, (xOf(on.from) + xOf(on.to)) / 2)
    return Math.round(last * 10) / 10
  })
}

interface LineProps {
  readonly view: View
  readonly line: LadderLine
  readonly xOf: (day: string) => number
  readonly end: number
}

function Line({ view, line, xOf, end }: LineProps) {
  const { commitment, steps, isLead } = line
  const places = placeSteps(steps, xOf)
  const first = steps[0]
  if (first === undefined) return null
  const path = steps.map(({ rung }, at) => `H${places[at]}V${yOf(rung)}`).join('')
  return (
    <g class={isLead ? 'line lead' : 'line'}>
      <path d={`M${places[0]} ${yOf(first.rung)}${path}H${Math.max(end, places.at(-1) ?? 0)}`} />
      {isLead
        ? steps.map(({ rung, strength, on, version }, at) => (
            <a
              href={view.href(`/commitments/${commitment.id}#v${version + 1}`)}
              aria-label={`${sayDate(on)}: ${strengthWord(strength)}`}
            >
              <circle cx={places[at]} cy={yOf(rung)} r="4.5" />
            </a>
          ))
        : null}
    </g>
  )
}
