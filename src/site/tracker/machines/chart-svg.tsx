/** A chart as a file of its own: the drawing of the page with its title, its meaning, its colours and its source. */

import { createHash } from 'node:crypto'
import { addressOf, cleanXml, type Standpoint } from '../../../api/tracker/index.ts'
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
import figures from '../style/figures.css?raw'
import { viewAt } from '../view.ts'
import { sayDay } from '../words.ts'

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

/** Paper and ink by day; a file that is printed or pasted must not follow the dark mode of who looks at it. */
const COLOURS =
  ':root{--paper:#faf8f2;--ink:#1d201d;--quiet:#55594f;--line:#d9d4c5;--edge:#828377;--accent:#0b5a50;--tint:#e6eee7;--strong-tint:#bfe0d4;--yes:#1c6b3c;--part:#7d5200;--no:#96291c;--serif:Charter,"Iowan Old Style",Georgia,"Liberation Serif",serif;--sans:system-ui,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}'
const LAYOUT =
  '.ground{fill:var(--paper)}.chart-title{font:600 17px var(--serif)}.panel-title{font:600 12px var(--serif)}.panel-note,.chart-source{font:9.5px var(--sans);fill:var(--quiet)}text{fill:var(--ink)}'

/** The rules of the page's own style sheet that draw a ladder, so that page and file look alike. */
function ladderRules(css: string): string {
  const plain = css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/@media[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .filter(([, selector = '']) =>
      /\.(ladder|rungs|rung-names|years|governments|before-line|line|lead|wedge)\b/.test(selector),
    )
    .map(([, selector = '', body = '']) => `${selector.trim()}{${body.trim().replaceAll(/\s+/g, ' ')}}`)
    .join('')
}

const CHART_STYLE = `${COLOURS}${ladderRules(figures)}${LAYOUT}`

/** The style of a chart is its own and is named by its hash; nothing else may be loaded or run. */
export const CHART_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(CHART_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors *`

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
const GAP = 24
const TOP = 60

/** Whether a chart can be drawn at all: before the first promise there are no years to draw. */
export function renderChart(at: Standpoint, { title, meaning, panels, path }: Chart): string {
  const years = yearsOfPromises(at.state)
  const across = panels.length > 1 ? 2 : 1
  const head = panels.length > 1 ? PANEL.head : 14
  const rows = Math.ceil(panels.length / across)
  const width = GAP + across * (PANEL.width + GAP)
  const height = TOP + rows * (head + PANEL.height + GAP) + 20
  const drawn = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby="title meaning"
      lang="en-GB"
    >
      <title id="title">{title}</title>
      <desc id="meaning">{meaning}</desc>
      <style>{raw(CHART_STYLE)}</style>
      <rect class="ground" width={width} height={height} />
      <text class="chart-title" x={GAP} y="32">
        {title}
      </text>
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
      <text class="chart-source" x={GAP} y={height - 12}>
        {at.settings.title}, {addressOf(at, path)}, as of {sayDay(at.today)}
      </text>
    </svg>
  )
  return cleanXml(`<?xml version="1.0" encoding="UTF-8"?>\n${String(drawn)}\n`)
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
