/** What is around a chart that is a file of its own: its title, its meaning, its colours and its source. */
import { createHash } from 'node:crypto'
import { addressOf, cleanXml, type Standpoint } from '../../../api/tracker/index.ts'
import { type Child, raw } from '../../markup/jsx-runtime.ts'
import figures from '../style/figures.css?raw'
import { sayDay } from '../words.ts'

/** Paper and ink by day; a file that is printed or pasted must not follow the dark mode of who looks at it. */
const COLOURS =
  ':root{--paper:#faf8f2;--ink:#1d201d;--quiet:#55594f;--line:#d9d4c5;--edge:#828377;--accent:#0b5a50;--tint:#e6eee7;--strong-tint:#bfe0d4;--yes:#1c6b3c;--part:#7d5200;--no:#96291c;--serif:Charter,"Iowan Old Style",Georgia,"Liberation Serif",serif;--sans:system-ui,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}'
const LAYOUT =
  '.ground{fill:var(--paper)}.chart-title{font:600 17px var(--serif)}.panel-title{font:600 12px var(--serif)}.panel-note,.chart-source{font:9.5px var(--sans);fill:var(--quiet)}text{fill:var(--ink)}'
const MATRIX =
  '.grid{stroke:var(--line)}.who,.cell{font:10px var(--sans)}.help{font:600 11px var(--sans)}.in{fill:var(--strong-tint)}.if{fill:var(--tint)}.yes{fill:var(--yes)}.part{fill:var(--part)}.ring{fill:none;stroke:var(--part);stroke-width:1.4}.no{fill:none;stroke:var(--no);stroke-width:1.6}.bar{stroke:var(--ink);stroke-width:1.6}.dots{stroke:var(--ink);stroke-width:1.6;stroke-dasharray:2 2}'

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

const CHART_STYLE = `${COLOURS}${ladderRules(figures)}${LAYOUT}${MATRIX}`

/** The style of a chart is its own and is named by its hash; nothing else may be loaded or run. */
export const CHART_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(CHART_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors *`

/** Room at the sides, and over the drawing for its title. */
export const CHART_GAP = 24
export const CHART_TOP = 60

interface Framed {
  readonly title: string
  /** What the drawing shows and how to read it, for those who do not see it. */
  readonly meaning: string
  /** The page the chart is from. */
  readonly path: string
  readonly width: number
  readonly height: number
}

export function writeChart(
  at: Standpoint,
  { title, meaning, path, width, height }: Framed,
  drawing: Child,
): string {
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
      <text class="chart-title" x={CHART_GAP} y="32">
        {title}
      </text>
      {drawing}
      <text class="chart-source" x={CHART_GAP} y={height - 12}>
        {at.settings.title}, {addressOf(at, path)}, as of {sayDay(at.today)}
      </text>
    </svg>
  )
  return cleanXml(`<?xml version="1.0" encoding="UTF-8"?>\n${String(drawn)}\n`)
}
