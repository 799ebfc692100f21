/** The ladders of a page as a file of their own. */
import { addressOf, type Standpoint } from '../../../api/tracker/index.ts'
import {
  findRecord,
  findTopic,
  type LadderLine,
  type ListPage,
  ladderLine,
  ladderOfTopic,
  listTopics,
  yearsOfPromises,
} from '../../../tracker/index.ts'
import { raw } from '../../markup/jsx-runtime.ts'
import { Ladder } from '../ladder.tsx'
import { viewAt } from '../view.ts'
import { CHART_GAP as GAP, CHART_TOP as TOP, writeChart } from './chart-frame.tsx'

interface Panel {
  readonly title: string
  readonly note: string
  readonly lines: readonly LadderLine[]
}

interface Chart {
  readonly title: string
  /** What the drawing shows and how to read it, for those who do not see it. */
  readonly meaning: string
  readonly panels: readonly Panel[]
  /** The page the chart is from. */
  readonly path: string
}

const MEANING =
  'Time runs from left to right. The ten rungs of a promise run from refused, at the bottom, to in force, at the top. A step up means that the promise was made stronger, a step down that it was made weaker.'

/** Null where the page has no chart. `list` where the topics are some of many. */
export function findChart(at: Standpoint, path: string, list?: ListPage): Chart | null {
  if (path === '/promises') {
    const some = list && `, ${list.records.length} of ${list.total.toLocaleString('en-GB')} topics`
    return { title: `Promises over time${some ?? ''}`, meaning: MEANING, panels: leadPanels(at), path }
  }
  const [first, id = '', ...more] = path.slice(1).split('/')
  if (more.length > 0) return null
  if (first === 'topics') {
    const topic = findTopic(at.state, id)
    const lines = topic ? ladderOfTopic(at.state, topic.id) : []
    const note = lines.at(-1)?.commitment.title ?? 'No promise was found.'
    return topic ? { title: topic.title, meaning: MEANING, panels: [{ title: '', note, lines }], path } : null
  }
  const commitment = first === 'commitments' ? findRecord(at.state, 'commitment', id) : undefined
  if (commitment === undefined) return null
  const panels = [{ title: '', note: '', lines: [ladderLine(commitment)] }]
  return { title: commitment.title, meaning: MEANING, panels, path }
}

const leadPanels = ({ state }: Standpoint): Panel[] =>
  listTopics(state).map(({ id, title }) => {
    const lines = ladderOfTopic(state, id).filter(({ isLead }) => isLead)
    return { title, note: lines[0]?.commitment.title ?? 'No promise was found.', lines }
  })

const PANEL = { width: 340, height: 184, head: 40 }

/** Whether a chart can be drawn at all: before the first promise there are no years to draw. */
export function renderChart(at: Standpoint, { title, meaning, panels, path }: Chart): string {
  const years = yearsOfPromises(at.state)
  const across = panels.length > 1 ? 2 : 1
  const head = panels.length > 1 ? PANEL.head : 14
  const rows = Math.ceil(panels.length / across)
  const width = GAP + across * (PANEL.width + GAP)
  const height = TOP + rows * (head + PANEL.height + GAP) + 20
  const drawing = (
    <>
      {panels.map((panel, index) => (
        <PanelOf
          at={at}
          panel={panel}
          years={years}
          x={GAP + (index % across) * (PANEL.width + GAP)}
          y={TOP + Math.floor(index / across) * (head + PANEL.height + GAP)}
          head={head}
        />
      ))}
    </>
  )
  return writeChart(at, { title, meaning, path, width, height }, drawing)
}

interface PanelProps {
  readonly at: Standpoint
  readonly panel: Panel
  readonly years: readonly [number, number] | null
  readonly x: number
  readonly y: number
  readonly head: number
}

function PanelOf({ at, panel: { title, note, lines }, years, x, y, head }: PanelProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <text class="panel-title" y="12">
        {title}
      </text>
      <text class="panel-note" y={title === '' ? -8 : 27}>
        {note}
      </text>
      {years === null || lines.length === 0 ? null : (
        <g transform={`translate(0 ${head})`}>
          {sized(
            <Ladder
              view={viewAt(at, (path) => addressOf(at, path))}
              lines={lines}
              years={years}
              label={title === '' ? 'The ladder of promises' : title}
              areAllNamed
            />,
          )}
        </g>
      )}
    </g>
  )
}

/** A drawing within a drawing takes all the room there is unless it says how large it is; on a page the style does. */
const sized = (drawing: { toString(): string | Promise<string> }) =>
  raw(String(drawing).replace('<svg ', `<svg width="${PANEL.width}" height="${PANEL.height}" `))
