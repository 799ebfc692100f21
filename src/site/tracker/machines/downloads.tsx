/** The quiet line under a page: its table, its chart, its dates and its feed, as files. */
import { FEED_FORMATS, findTable } from '../../../api/tracker/index.ts'
import type { View } from '../view.ts'
import { hasCard, standpointOf } from './page-head.tsx'

interface Offer {
  readonly path: string
  readonly label: string
}

/** Pages with a chart: those whose ladder is drawn. */
const CHARTS = /^\/(promises|topics\/[^/]+|commitments\/[^/]+)$/
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
      {hasCard(view) ? <EmbedCode view={view} base={at.base} /> : null}
    </aside>
  )
}

/** Where the site does not know its own address, the reader puts it in. */
const UNKNOWN = 'https://ADDRESS-OF-THIS-SITE'

function EmbedCode({ view, base }: { view: View; base: string }) {
  const source = `${base === '' ? UNKNOWN : base}/embed${view.path}`
  return (
    <details>
      <summary>Show this on your site</summary>
      <p>Put this where it should stand. It loads no script and sets no cookie.</p>
      <pre>
        <code>{`<iframe src="${source}" width="100%" height="420" style="border:0" title="${view.settings.title.replaceAll('"', '')}" loading="lazy"></iframe>`}</code>
      </pre>
    </details>
  )
}
