/** A promise as a small line without words, for a row of a table that says the same in words. */
import type { LadderStep } from '../../tracker/index.ts'

const WIDTH = 112
const HEIGHT = 31

interface StepLineProps {
  readonly steps: readonly LadderStep[]
  readonly years: readonly [first: number, last: number]
  readonly today: string
}

/** All lines of one table share its years, so that they can be read against each other. */
export function StepLine({ steps, years: [first, last], today }: StepLineProps) {
  const start = Date.parse(`${first}-01-01`)
  const whole = Date.parse(`${last + 1}-01-01`) - start
  const xOf = (day: string) => Math.round(Math.min(1, Math.max(0, (Date.parse(day) - start) / whole)) * WIDTH)
  const yOf = (rung: number) => HEIGHT - 2 - rung * 3
  const [begin] = steps
  const end = steps.at(-1)
  if (begin === undefined || end === undefined) return null
  let place = xOf(begin.on.to)
  const path = steps.map(({ on, rung }) => {
    place = Math.max(place, xOf(on.to))
    return `H${place}V${yOf(rung)}`
  })
  const now = Math.max(place, xOf(today))
  return (
    <svg
      class="step-line"
      viewBox={`-3 -1 ${WIDTH + 6} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
    >
      <path class="ground" d={`M0 ${HEIGHT - 2}H${WIDTH}`} />
      <path d={`M${xOf(begin.on.to)} ${yOf(begin.rung)}${path.join('')}H${now}`} />
      <circle cx={now} cy={yOf(end.rung)} r="2.6" />
    </svg>
  )
}
