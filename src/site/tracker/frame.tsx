/** The frame of the tracker's pages: name, ways in, the page, and what stands under every page. */

import type { RecordType } from '../../tracker/index.ts'
import type { Child } from '../markup/jsx-runtime.ts'
import { renderPage, Sign } from '../page.tsx'
import { Kept, KeptInputs } from './kept-inputs.tsx'
import { Downloads } from './machines/downloads.tsx'
import { PageHead } from './machines/page-head.tsx'
import { restsOnRulebook } from './rulebook-paths.ts'
import { ShareHead } from './share/share-head.tsx'
import type { View } from './view.ts'
import { sayDay, sayTimes } from './words.ts'

export const STYLE_PATH = '/tracker.css'

interface FrameProps {
  readonly view: View
  /** Of the page; the tracker's own title follows it in the window's title. */
  readonly title: string
  /** What stands in the search field. */
  readonly query?: string
  /** Address of the page's one script, and the policy that it lives under. */
  readonly script?: string
  readonly policy?: string
  /** For pages that search engines should leave out: texts that are not ours. */
  readonly robots?: 'noindex'
  readonly children?: Child
}

const WAYS: readonly (readonly [path: string, label: string])[] = [
  ['/what-applies', 'What applies to me'],
  ['/', 'Topics'],
  ['/deadlines', 'Deadlines'],
  ['/promises', 'Promises over time'],
  ['/left-out', 'Who is left out'],
]

const MORE: readonly (readonly [path: string, label: string])[] = [
  ['/recommendations', 'Recommendations'],
  ['/who-gains', 'Who gains, simulated'],
  ['/organisations', 'Organisations'],
  ['/programmes', 'Schemes and services'],
  ['/indicators', 'Figures'],
  ['/conflicts', 'Where sources disagree'],
  ['/sources', 'Sources'],
  ['/documents', 'Copies we hold'],
  ['/changes', 'What changed'],
  ['/data', 'Data'],
  ['/method', 'How we work'],
  ['/about', 'About'],
  ['/accessibility', 'Accessibility'],
]

export function renderFrame({ view, title, query, script, policy, robots, children }: FrameProps): string {
  const { settings } = view
  return renderPage({
    title: title === settings.title ? title : `${title} · ${settings.title}`,
    style: { kind: 'linked', href: STYLE_PATH },
    className: 'tracker',
    ...(script === undefined ? {} : { script }),
    ...(policy === undefined ? {} : { policy }),
    head: (
      <>
        {robots === undefined ? null : <meta name="robots" content={robots} />}
        <PageHead view={view} query={query} />
        <ShareHead view={view} title={title} />
      </>
    ),
    children: (
      <>
        <a class="skip" href="#content">
          Skip to the page
        </a>
        <header class="top">
          <p class="brand">
            <a href={view.href('/')}>
              <Sign />
              <span>{settings.title}</span>
            </a>
          </p>
          <Imprint view={view} />
          <details class="find-box" open={query !== undefined}>
            <summary>Search</summary>
            <search>
              <form class="find" action="/search">
                <label for="q" class="unseen">
                  Search this tracker
                </label>
                <input id="q" name="q" type="search" value={query} maxlength={200} />
                <KeptInputs view={view} />
                <button type="submit">Search</button>
              </form>
            </search>
          </details>
          <nav aria-label="Main">
            <ul>
              <Ways view={view} of={WAYS} />
            </ul>
          </nav>
        </header>
        <main id="content">
          {view.asAt === null ? null : <PastNotice view={view} asAt={view.asAt} />}
          {view.recordedBy === undefined ? null : <RecordedNotice view={view} recordedBy={view.recordedBy} />}
          {children}
          <Downloads view={view} />
        </main>
        <Colophon view={view} />
      </>
    ),
  })
}

/** Heads the first sheet of paper: at the end it would now and then take a sheet of its own. */
function Imprint({ view: { settings, address, today } }: { view: View }) {
  return (
    <p class="printed">
      {address} as of {sayDay(today)}. Brought up to date on {sayDay(settings.recordedOn)}. Who keeps it:{' '}
      {settings.keeper}
    </p>
  )
}

interface WaysProps {
  readonly view: View
  readonly of: typeof WAYS
}

/** The same on all pages but those that they lead to. */
function Ways({ view, of }: WaysProps) {
  const { settings, pieces, path: here } = view
  const make = () =>
    of
      .filter(([path]) => settings.rulebook !== undefined || !restsOnRulebook(path))
      .map(([path, label]) => <Way view={view} path={path} label={label} />)
  if (pieces === undefined || of.some(([path]) => path === here)) return <>{make()}</>
  return <>{pieces.write(of, [settings], make)}</>
}

function Way({ view, path, label }: { view: View; path: string; label: string }) {
  const isHere = view.path === path
  return (
    <li>
      <a href={view.href(path)} aria-current={isHere ? 'page' : undefined}>
        {label}
      </a>
    </li>
  )
}

function PastNotice({ view, asAt }: { view: View; asAt: string }) {
  return (
    <p class="past">
      You are looking at this tracker <strong>as it stood on {sayDay(asAt)}</strong>. What we wrote later of
      that time is in it, in today’s words. <a href={view.path}>See it as it is now</a>
    </p>
  )
}

/** Apart from the day when things were so: this is what readers saw, mistakes included. */
function RecordedNotice({ view, recordedBy }: { view: View; recordedBy: string }) {
  const by = recordedBy.includes('-') ? sayDay(recordedBy) : `number ${recordedBy} in the record`
  return (
    <p class="past">
      You are looking at this page <strong>as it was recorded by {by}</strong>. What was corrected since is
      not in it. <a href={view.path}>See it as it is now</a>
    </p>
  )
}

/** Pages about one record, and the record. */
const RECORD_PAGES: readonly (readonly [RegExp, RecordType])[] = [
  [/^\/topics\/([^/]+)$/, 'topic'],
  [/^\/commitments\/([^/]+)$/, 'commitment'],
  [/^\/recommendations\/([^/]+)$/, 'recommendation'],
  [/^\/organisations\/([^/]+)$/, 'organisation'],
  [/^\/sources\/([^/]+)$/, 'source'],
  [/^\/indicators\/([^/]+)$/, 'indicator'],
]

/** Where the record that the page is about was recorded more than once. */
function History({ view }: { view: View }) {
  for (const [pattern, type] of RECORD_PAGES) {
    const id = pattern.exec(view.path)?.[1]
    const kept = id === undefined ? undefined : view.state.records[type].get(id)
    if (kept !== undefined && kept.events.length > 1)
      return (
        <p>
          <a href={view.href(`/changes/${type}/${id}`)}>
            This record was changed {sayTimes(kept.events.length - 1)}: see how
          </a>
        </p>
      )
  }
  return null
}

/** Pages whose words come from the record. The page for comparing has a form of its own. */
const hasPast = (path: string): boolean =>
  !restsOnRulebook(path) && path !== '/compare' && path !== '/accessibility'

/** The same page on a day, or that day beside today. */
function AsAtForm({ view }: { view: View }) {
  const narrowedBy = view.narrowedBy ?? []
  const query = new URLSearchParams(narrowedBy.map(([name, value]) => [name, value])).toString()
  return (
    <form class="as-at" action={view.path}>
      <label for="as-at">See this page as it stood on</label>{' '}
      <input
        id="as-at"
        name="as_at"
        type="date"
        value={view.asAt ?? undefined}
        max={view.latest ?? view.today}
        required
      />{' '}
      {narrowedBy.map(([name, value]) => (
        <Kept name={name} value={value} />
      ))}
      {view.recordedBy === undefined ? null : <Kept name="recorded_by" value={view.recordedBy} />}
      <button type="submit">Show</button>{' '}
      <button type="submit" formaction="/compare" name="path" value={`${view.path}${query && `?${query}`}`}>
        Compare with today
      </button>
    </form>
  )
}

function Colophon({ view }: { view: View }) {
  const { settings } = view
  return (
    <footer class="foot">
      <nav aria-label="More">
        <ul>
          <Ways view={view} of={MORE} />
        </ul>
      </nav>
      {hasPast(view.path) ? <AsAtForm view={view} /> : null}
      <History view={view} />
      <p>
        {settings.title}, kept with Holdfast. Brought up to date on {sayDay(settings.recordedOn)}. Who keeps
        it: {settings.keeper}
      </p>
    </footer>
  )
}
