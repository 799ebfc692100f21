/** The quiet line under a page: its table, its chart, its dates and its feed, as files. */
import { FEED_FORMATS, findTable } from '../../../api/tracker/index.ts'
import { frameCode } from '../embed/frame-code.ts'
import type { View } from '../view.ts'
import { cardTitleOf, standpointOf } from './page-head.tsx'

interface Offer {
  readonly path: string
  readonly label: string
}

/** Pages with a chart: those whose ladder is drawn, and who is left out. */
const CHARTS = /^\/(promises|left-out|topics\/[^/]+|commitments\/[^/]+)$/
const TOPIC = /^\/topics\/[^/]+$/

function offersOf(view: View): Offer[] {
  const { path } = view
  const isTopic = TOPIC.test(path)
  const files = [
    { path: `${path}.csv`, label: 'table as CSV' },
    { path: `${path}.json`, label: 'table as JSON' },
  ]
  const [atom] = FEED_FORMATS
  return [
    ...files,
    ...(CHARTS.test(path) ? [{ path: `${path}.svg`, label: 'chart as SVG' }] : []),
    ...(isTopic || path === '/deadlines' ? [{ path: `${path}.ics`, label: 'dates for a calendar' }] : []),
    ...(isTopic || path === '/changes'
      ? [{ path: `${path}.${atom?.suffix}`, label: 'feed of changes' }]
      : []),
  ]
}

/** Nothing on a page that has no table. */
export function Downloads({ view }: { view: View }) {
  const at = standpointOf(view)
  if (findTable(at, view.path) === null) return null
  const card = cardTitleOf(view)
  return (
    <aside class="downloads" aria-label="Downloads">
      <p>
        Download:{' '}
        {offersOf(view).map(({ path, label }, index) => (
          <>
            {index === 0 ? '' : ' · '}
            <a href={view.href(path)}>{label}</a>
          </>
        ))}
        {' · '}
        <a href={view.href('/data')}>what these files are</a>
      </p>
      {card === undefined ? null : <EmbedCode view={view} base={at.base} title={card} />}
    </aside>
  )
}

/** Where the site does not know its own address, the reader puts it in. */
const UNKNOWN = 'https://ADDRESS-OF-THIS-SITE'

/** The card of the page, on the same day. */
function EmbedCode({ view, base, title }: { view: View; base: string; title: string }) {
  const source = `${base === '' ? UNKNOWN : base}${view.href(`/embed${view.path}`)}`
  return (
    <details>
      <summary>Show this on your site</summary>
      <p>Put this where it should stand. It loads no script and sets no cookie.</p>
      <pre>
        <code>{frameCode({ source, title, width: '100%', height: '420', style: 'border:0' })}</code>
      </pre>
    </details>
  )
}
