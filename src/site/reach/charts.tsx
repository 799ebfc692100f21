/** The drawings of who gains, made on the server: ranges as lines, points as marks with their number, no legend. */

import type { Estimate } from '../../rules/population/index.ts'
import type { Child } from '../markup/jsx-runtime.ts'

/** Units of a drawing; on a phone one is about a pixel. */
const WIDTH = 340
const LEFT = 66
const RIGHT = 330
const LANE = 17

export interface Lane {
  readonly label: string
  readonly estimate: Estimate
  readonly words: string
  /** Only this lane stands out; the others are quiet. */
  readonly isLead?: boolean
  /** The words alone, where the number is not told. */
  readonly isUntold?: boolean
}

export interface LaneGroup {
  readonly title: string
  readonly lanes: readonly Lane[]
}

interface ChartProps {
  readonly label: string
  readonly groups: readonly LaneGroup[]
  /** The right end of the scale; the greatest end of a range where left out. */
  readonly most?: number
  /** A line to compare with, and its words. */
  readonly line?: { readonly at: number; readonly words: string }
  /** For a file of its own: it carries its style. */
  readonly isAlone?: boolean
}

/** Groups down, lanes in each; a dot with its range and its number beside it. */
export function RangeChart({ label, groups, most, line, isAlone = false }: ChartProps) {
  const lanes = groups.flatMap((group) => group.lanes)
  const top = most ?? Math.max(1, ...lanes.map(({ estimate: { high, value } }) => high ?? value))
  const xOf = (value: number) => round(LEFT + (Math.max(0, value) / top) * (RIGHT - LEFT))
  let y = line ? 14 : 0
  const placed = groups.map(({ title, lanes: own }) => {
    const at = y + 13
    y = at + 4 + own.length * LANE + 8
    return { title, own, at }
  })
  return (
    <Drawing label={label} height={y} isAlone={isAlone}>
      {line ? (
        <g class="compare">
          <path d={`M${xOf(line.at)} 14V${y - 6}`} />
          <text x={Math.min(xOf(line.at) + 4, RIGHT - 90)} y="10">
            {line.words}
          </text>
        </g>
      ) : null}
      {placed.map(({ title, own, at }) => (
        <g>
          <text class="row-title" x="0" y={at}>
            {title}
          </text>
          {own.map((lane, index) => (
            <LaneMark lane={lane} xOf={xOf} y={at + 4 + index * LANE + LANE / 2} />
          ))}
        </g>
      ))}
    </Drawing>
  )
}

const UNTOLD: Estimate = { value: 0, low: null, high: null }

function LaneMark({ lane, xOf, y }: { lane: Lane; xOf: (value: number) => number; y: number }) {
  const { value, low, high } = lane.isUntold ? UNTOLD : lane.estimate
  const end = xOf(high ?? value)
  const isFar = end > RIGHT - 80
  return (
    <g class={lane.isLead ? 'lane main' : 'lane'}>
      <text class="lane-name" x={LEFT - 8} y={y + 3.5}>
        {lane.label}
      </text>
      <path class="ground" d={`M${LEFT} ${y}H${RIGHT}`} />
      {low === null || high === null ? null : <path class="range" d={`M${xOf(low)} ${y}H${end}`} />}
      {lane.isUntold ? null : <circle cx={xOf(value)} cy={y} r="3.6" />}
      <text
        class={isFar ? 'number from-end' : 'number'}
        x={isFar ? xOf(low ?? value) - 7 : end + 7}
        y={y + 3.5}
      >
        {lane.words}
      </text>
    </g>
  )
}

export interface FallStep {
  readonly title: string
  readonly from: number
  readonly to: number
  readonly words: string
}

const TITLE_LINE = 14
/** Letters of a bold title that surely fit the drawing's width. */
const TITLE_LETTERS = 46

/** Whole words, line by line. */
function linesOf(title: string): readonly string[] {
  const lines: string[] = ['']
  for (const word of title.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + 1 + word.length > TITLE_LETTERS) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

/** Bars that begin where the one above ends: from those reached to all who were asked. */
export function FallChart({
  label,
  steps,
  isAlone = false,
}: {
  label: string
  steps: readonly FallStep[]
  isAlone?: boolean
}) {
  const most = Math.max(1, ...steps.map(({ to }) => to))
  const left = 2
  const xOf = (value: number) => round(left + (value / most) * (RIGHT - left))
  let height = 0
  const placed = steps.map((step) => {
    const lines = linesOf(step.title)
    const top = height
    height += 38 + (lines.length - 1) * TITLE_LINE
    return { ...step, lines, top, y: height - 38 }
  })
  return (
    <Drawing label={label} height={height} isAlone={isAlone}>
      {placed.map(({ lines, top, from, to, words, y }, index) => {
        const isTotal = from === 0 && (index === 0 || index === steps.length - 1)
        return (
          <g>
            {lines.map((line, at) => (
              <text class="row-title" x="0" y={top + 13 + at * TITLE_LINE}>
                {line}
              </text>
            ))}
            <rect
              class={isTotal ? 'bar whole' : 'bar'}
              x={xOf(from)}
              y={y + 18}
              width={Math.max(1, round(xOf(to) - xOf(from)))}
              height="13"
            />
            <text
              class={xOf(to) > RIGHT - 60 ? 'number from-end' : 'number'}
              x={xOf(to) > RIGHT - 60 ? (from > 0 ? xOf(from) - 5 : xOf(to) - 5) : xOf(to) + 5}
              y={y + 28.5}
              data-on={xOf(to) > RIGHT - 60 && from === 0 ? 'bar' : undefined}
            >
              {words}
            </text>
          </g>
        )
      })}
    </Drawing>
  )
}

interface DrawingProps {
  readonly label: string
  readonly height: number
  readonly isAlone: boolean
  readonly children?: Child
}

function Drawing({ label, height, isAlone, children }: DrawingProps) {
  return (
    <svg
      class="reach-chart"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={label}
      {...(isAlone ? { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH * 2, height: height * 2 } : {})}
    >
      {isAlone ? <style>{ALONE}</style> : null}
      {children}
    </svg>
  )
}

/** What the style sheet says of a drawing, for one that leaves the page. */
export const ALONE =
  'text{font:11.5px sans-serif;fill:#1d201d}.lane .number{paint-order:stroke;stroke:#fff;stroke-width:4}.row-title{font-weight:600}.lane-name{text-anchor:end;fill:#55594f}.from-end{text-anchor:end}path{fill:none;stroke:#d9d4c5}.range{stroke:#828377;stroke-width:5}.main .range{stroke:#0b5a50}circle{fill:#1d201d}.bar{fill:#bfe0d4}.whole{fill:#0b5a50}[data-on=bar]{fill:#fff}.compare path{stroke:#828377;stroke-dasharray:2 3}'

const round = (value: number): number => Math.round(value * 10) / 10
