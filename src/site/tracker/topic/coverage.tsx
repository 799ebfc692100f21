/** Who is covered by the kinds of help that belong to a topic. */
import { type CoverageCell, type CoverageRow, type CoverageState, leftOutOf } from '../../../tracker/index.ts'
import { CoverageMark } from '../marks.tsx'
import type { View } from '../view.ts'

const STATES: readonly CoverageState[] = ['included', 'conditional', 'excluded', 'unclear', 'not-looked-at']

interface CoverageProps {
  readonly view: View
  readonly topic: string
  /** Of the kinds of help; all stand beside each other on their own page. */
  readonly most: number
}

export function TopicCoverage({ view, topic, most }: CoverageProps) {
  const rows = leftOutOf(view.state).rows.filter(({ support }) => support.topic === topic)
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="covered">
      <h2 id="covered">Who is covered</h2>
      {rows.slice(0, most).map((row) => (
        <Covered view={view} row={row} />
      ))}
      <p>
        <a href={view.href('/left-out')}>All groups and all kinds of help side by side</a>
      </p>
    </section>
  )
}

function Covered({ view, row: { support, cells } }: { view: View; row: CoverageRow }) {
  return (
    <>
      <h3>
        <a href={view.href(`/left-out/${support.id}`)}>{support.name}</a>
      </h3>
      <p>{support.plain}</p>
      <dl class="covered">
        {STATES.map((state) => (
          <Groups state={state} cells={cells.filter((cell) => cell.state === state)} />
        ))}
      </dl>
    </>
  )
}

function Groups({ state, cells }: { state: CoverageState; cells: readonly CoverageCell[] }) {
  if (cells.length === 0) return null
  return (
    <div>
      <dt>
        <CoverageMark state={state} />
      </dt>
      <dd>{cells.map(({ group }) => group.name).join('; ')}</dd>
    </div>
  )
}
