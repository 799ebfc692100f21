/** Then and now of a page: what its words said on one day and on another, and what differs. */
import type { FuzzyDate, PlainDate } from '../../../model/index.ts'
import { listRecords } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import type { View } from '../view.ts'
import { sayDay } from '../words.ts'
import type { LineChange } from './compare-lines.ts'
import { WordDiff } from './word-diff.tsx'

/** `so`: by when things were so. `recorded`: by when we recorded them. */
export type DateKind = 'so' | 'recorded'

export interface CompareAsked {
  readonly path: string
  readonly from: string
  readonly to: string
  readonly by: DateKind
}

/** What a page was on a day: its lines, or why there was none. */
export type PageThen =
  | { readonly kind: 'page'; readonly title: string; readonly lines: readonly string[] }
  | { readonly kind: 'none'; readonly why: string }

export interface ComparePageProps {
  readonly view: View
  readonly asked: CompareAsked
  /** A sentence on what is wrong with what was asked; null where all is well. */
  readonly problem: string | null
  /** Null until two days are chosen. */
  readonly result: {
    readonly then: PageThen
    readonly now: PageThen
    readonly changes: readonly LineChange[]
  } | null
}

export function comparePage({ view, asked, problem, result }: ComparePageProps): string {
  const title =
    result?.now.kind === 'page' ? result.now.title : result?.then.kind === 'page' ? result.then.title : null
  return renderFrame({
    view,
    title: 'Then and now',
    robots: 'noindex',
    children: (
      <>
        <p class="above">
          <a href={view.href('/changes')}>What changed</a>
        </p>
        <h1 class="long">{title === null ? 'A page on two days' : `Then and now: ${title}`}</h1>
        {problem === null ? null : (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {result === null ? null : <Result view={view} asked={asked} result={result} />}
        <DaysForm view={view} asked={asked} />
        <Moments view={view} asked={asked} />
      </>
    ),
  })
}

function DaysForm({ view, asked }: { view: View; asked: CompareAsked }) {
  return (
    <form class="compare-form" action="/compare">
      <h2 id="days">Choose the page and the days</h2>
      <p>
        <label for="compare-path">Page</label>{' '}
        <input id="compare-path" name="path" value={asked.path} maxlength={300} required />
      </p>
      <p>
        <label for="compare-from">The earlier day</label>{' '}
        <input id="compare-from" name="from" type="date" value={asked.from} max={view.today} required />
      </p>
      <p>
        <label for="compare-to">The later day</label>{' '}
        <input id="compare-to" name="to" type="date" value={asked.to} max={view.today} required />
      </p>
      <fieldset>
        <legend>Which days are meant</legend>
        <p>
          <input id="by-so" type="radio" name="by" value="so" checked={asked.by === 'so'} />{' '}
          <label for="by-so">
            <strong>When it was so.</strong> What was true by that day, as we know it now.
          </label>
        </p>
        <p>
          <input id="by-recorded" type="radio" name="by" value="recorded" checked={asked.by === 'recorded'} />{' '}
          <label for="by-recorded">
            <strong>When we recorded it.</strong> What this page showed readers on that day.
          </label>
        </p>
      </fieldset>
      <button type="submit">Compare</button>
    </form>
  )
}

const addressOf = ({ path, from, to, by }: CompareAsked): string =>
  `/compare?${new URLSearchParams({ path, from, to, ...(by === 'so' ? {} : { by }) })}`

/** Days worth choosing: the ends of years, the changes of government. */
function Moments({ view, asked }: { view: View; asked: CompareAsked }) {
  const governments = listRecords(view.state, 'government').filter(
    ({ from }) => from > '2000' && from < view.today,
  )
  const first = firstYear(view)
  const years = Array.from(
    { length: Math.max(0, Number(view.today.slice(0, 4)) - first) },
    (_, at) => first + at,
  )
  return (
    <section aria-labelledby="moments">
      <h2 id="moments">Years, and new governments</h2>
      <ul>
        {governments.map(({ name, from }) => (
          <li>
            <a href={addressOf({ ...asked, by: 'so', from: dayBefore(from), to: view.today })}>
              Since the {name} began, {sayDay(from)}
            </a>
          </li>
        ))}
        {years.map((year) => (
          <li>
            <a
              href={addressOf({
                ...asked,
                by: 'so',
                from: `${year}-12-31`,
                to: `${year + 1}-12-31` > view.today ? view.today : `${year + 1}-12-31`,
              })}
            >
              From the end of {year} to{' '}
              {`${year + 1}-12-31` > view.today ? 'today' : `the end of ${year + 1}`}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function firstYear({ state, today }: View): number {
  const on = listRecords(state, 'commitment').flatMap(({ versions }) =>
    versions.map((version): FuzzyDate => version.on),
  )
  const years = on.map(({ from }) => Number(from.slice(0, 4)))
  return Math.max(Math.min(...years, Number(today.slice(0, 4))), Number(today.slice(0, 4)) - 10)
}

const dayBefore = (day: PlainDate): string =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

interface ResultProps {
  readonly view: View
  readonly asked: CompareAsked
  readonly result: NonNullable<ComparePageProps['result']>
}

/** Lines that differ on one page; a page that has nothing in common with itself is told and not shown whole. */
const MOST_CHANGES = 60

function Result({ view, asked, result: { then, now, changes } }: ResultProps) {
  const differing = changes.filter(({ kind }) => kind !== 'same')
  const same = changes.reduce((sum, change) => sum + (change.kind === 'same' ? change.count : 0), 0)
  const said = asked.by === 'so' ? 'as things stood on each day' : 'as we had recorded it by each day'
  let left = MOST_CHANGES
  const shown = changes.filter((change) => change.kind === 'same' || left-- > 0)
  return (
    <section aria-labelledby="differs">
      <p class="lead" id="differs">
        <a href={dated(asked, asked.from)}>{sayDay(asked.from)}</a> and{' '}
        <a href={dated(asked, asked.to)}>{sayDay(asked.to)}</a>, {said}:{' '}
        {differing.length === 0
          ? 'no word differs.'
          : `${count(differing.length, 'line')} differ${differing.length === 1 ? 's' : ''}, ${same} ${same === 1 ? 'is' : 'are'} the same.`}
      </p>
      {[then, now].map((page, at) =>
        page.kind === 'none' ? (
          <p class="empty">
            {sayDay(at === 0 ? asked.from : asked.to)}: {page.why}
          </p>
        ) : null,
      )}
      {differing.length === 0 ? null : (
        <p class="mark">
          <del>Words that went</del>, <ins>words that came</ins>.
        </p>
      )}
      <ul class="line-changes">
        {shown.map((change) => (
          <Line change={change} />
        ))}
      </ul>
      {differing.length > MOST_CHANGES ? (
        <p>
          And {differing.length - MOST_CHANGES} more lines. Open the page on each day to read all of it, or
          choose days that lie closer.
        </p>
      ) : null}
      <p class="mark">
        Sources, charts and forms are left out of this comparison. Asked on {sayDay(view.today)}.
      </p>
    </section>
  )
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

/** The page itself as it stood on a day, by the same kind of date. */
export function dated({ path, by }: CompareAsked, day: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${by === 'so' ? 'as_at' : 'recorded_by'}=${day}`
}

function Line({ change }: { change: LineChange }) {
  if (change.kind === 'same') return <li class="same">{count(change.count, 'line')} the same</li>
  if (change.kind === 'changed')
    return (
      <li>
        <WordDiff before={change.before} after={change.after} />
      </li>
    )
  return <li>{change.kind === 'gone' ? <del>{change.text}</del> : <ins>{change.text}</ins>}</li>
}
