/** The ladder: time across, strength of promise up, drawn on the server. A promise that weakens goes visibly down. */
import { changesBeside, type LadderLine, type LadderStep, listRecords, RUNGS } from '../../tracker/index.ts'
import { type NamedLine, placeDots, placeNames } from './ladder-places.ts'
import type { View } from './view.ts'
import { sayDate, sayDrift, strengthWord } from './words.ts'

interface LadderProps {
  readonly view: View
  readonly lines: readonly LadderLine[]
  readonly years: readonly [first: number, last: number]
  /** What the drawing shows, for those who do not see it. */
  readonly label: string
  /** Whether all ten rungs are named, or only those that a line stood on. */
  readonly areAllNamed?: boolean
  /** Many ladders on one scale share their grid: "first" draws it, "again" points to it. */
  readonly grid?: 'own' | 'first' | 'again'
}

/** Units of the drawing; on a phone one is about a pixel. */
const WIDTH = 340
const LEFT = 82
const RIGHT = 332
/** Room over the highest rung for a wedge, and over that for the name of a government. */
const TOP = 26
const RUNG_GAP = 15
const BOTTOM = TOP + 9 * RUNG_GAP
const HEIGHT = BOTTOM + 23
const DOT = 3.9

const yOf = (rung: number): number => BOTTOM - rung * RUNG_GAP

/** The same lines are drawn once for the state they are of. */
export function Ladder(props: LadderProps) {
  const { view, lines, years, label, areAllNamed, grid } = props
  const make = () => <Drawing {...props} />
  const from = [view.state, view.today, years, label, areAllNamed, grid]
  return <>{view.pieces?.write(lines, from, make) ?? make()}</>
}

function Drawing({ view, lines, years, label, areAllNamed = false, grid = 'own' }: LadderProps) {
  const xOf = scaleOf(years)
  const named = new Set(lines.flatMap(({ steps }) => steps.map(({ rung }) => rung)))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links in it is a group, and no element says that in SVG
    <svg class="ladder" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={label}>
      {grid === 'again' ? (
        <use href="#grid" />
      ) : (
        <g id={grid === 'first' ? 'grid' : undefined}>
          <path class="rungs" d={RUNGS.map((_, rung) => `M${LEFT} ${yOf(rung)}H${RIGHT}`).join('')} />
          <Years years={years} xOf={xOf} />
          <Governments view={view} years={years} xOf={xOf} />
        </g>
      )}
      <RungNames named={areAllNamed ? null : named} />
      {lines.map((line) => (
        <Line view={view} line={line} xOf={xOf} end={xOf(view.today)} />
      ))}
    </svg>
  )
}

type Scale = (day: string) => number

function scaleOf([first, last]: readonly [number, number]): Scale {
  const start = Date.parse(`${first}-01-01`)
  const end = Date.parse(`${last + 1}-01-01`)
  return (day) => {
    const share = (Date.parse(day) - start) / (end - start)
    return Math.round((LEFT + Math.min(1, Math.max(0, share)) * (RIGHT - LEFT)) * 10) / 10
  }
}

function RungNames({ named }: { named: ReadonlySet<number> | null }) {
  return (
    <g class="rung-names">
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

/** More years than these are named every second, third… one. */
const MOST_YEARS = 6

function Years({ years: [first, last], xOf }: { years: readonly [number, number]; xOf: Scale }) {
  const all = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const step = Math.ceil(all.length / MOST_YEARS)
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

/** A line where a new government came in, named beside it where there is room. */
function Governments({
  view,
  years: [first],
  xOf,
}: {
  view: View
  years: readonly [number, number]
  xOf: Scale
}) {
  const changes: NamedLine[] = listRecords(view.state, 'government')
    .filter(({ from }) => from > `${first}-01-31` && from <= view.today)
    .map(({ from, name }) => ({ x: xOf(from), name }))
  return (
    <g class="governments">
      <path d={changes.map(({ x }) => `M${x} ${TOP - 12}V${BOTTOM + 4}`).join('')} />
      {placeNames(changes, LEFT, WIDTH).map(({ x, name, isBefore }) => (
        <text class={isBefore ? 'before-line' : undefined} x={x} y={TOP - 15}>
          {isBefore ? `${name} →` : name}
        </text>
      ))}
    </g>
  )
}

interface LineProps {
  readonly view: View
  readonly line: LadderLine
  readonly xOf: Scale
  readonly end: number
}

function Line({ view, line: { commitment, steps, isLead }, xOf, end }: LineProps) {
  const places = placeDots(
    steps.map(({ on, rung }) => ({ x: (xOf(on.from) + xOf(on.to)) / 2, rung })),
    DOT * 2.2,
    Math.max(end, LEFT),
  )
  const first = steps[0]
  if (first === undefined) return null
  const path = steps.map(({ rung }, at) => `H${places[at]}V${yOf(rung)}`).join('')
  return (
    <g class={isLead ? 'line lead' : 'line'}>
      <path d={`M${places[0]} ${yOf(first.rung)}${path}H${Math.max(end, places.at(-1) ?? 0)}`} />
      {isLead
        ? steps.map((step, at) => (
            <a
              href={view.href(`/commitments/${commitment.id}#v${step.version + 1}`)}
              aria-label={sayStep(step)}
            >
              <Dot step={step} x={places[at] ?? 0} climb={step.rung - (steps[at - 1]?.rung ?? step.rung)} />
            </a>
          ))
        : null}
    </g>
  )
}

/** "15 December 2023: Pilot. Fewer people qualify". */
function sayStep({ on, strength, drifts }: LadderStep): string {
  const changes = drifts
    .filter(({ field, name }) => field !== 'strength' && name !== 'restated')
    .map(({ field, name }) => sayDrift(field, name))
  return [`${sayDate(on)}: ${strengthWord(strength)}`, ...new Set(changes)].join('. ')
}

/** A dot, with a small wedge above it where the step gave more beside its rung, and one below where it gave less. */
function Dot({ step, x, climb }: { step: LadderStep; x: number; climb: number }) {
  const y = yOf(step.rung)
  const { isMore, isLess } = changesBeside(step)
  // Where the line comes up or down to the dot, the wedge on that side stands beside it.
  const [above, below] = [climb < 0 ? x + 6 : x, climb > 0 ? x + 6 : x]
  const wedges = `${isMore ? `M${above - 3.5} ${y - 6}h7l-3.5-5z` : ''}${isLess ? `M${below - 3.5} ${y + 6}h7l-3.5 5z` : ''}`
  return (
    <>
      <circle cx={x} cy={y} r={DOT} />
      {wedges === '' ? null : <path class="wedge" d={wedges} />}
    </>
  )
}

/** A space at which no line ends: a mark stands with its words. */
const NEAR = '\u00A0'

/** What the wedges mean, for the words under a ladder. */
export const WedgeKey = () => (
  <>
    Higher is stronger. <span class="key-wedge">▲</span>
    {NEAR}more money, people or places, or sooner; <span class="key-wedge">▼</span>
    {NEAR}less, fewer or later.
  </>
)
