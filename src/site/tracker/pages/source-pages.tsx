/** The sources: all of them by year, and each with every claim that rests on it. */
import {
  type Citation,
  citationsOf,
  countCitations,
  listRecords,
  type RecordOf,
  sortSources,
} from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { titleOf } from '../record-title.ts'
import { pathOf, type View } from '../view.ts'
import { sayAsked, sayCount, sayDate, sayTimes } from '../words.ts'

const UNDATED = 'undated'
const yearOf = ({ published }: RecordOf<'source'>): string => published?.from.slice(0, 4) ?? UNDATED

export function sourcesPage(view: View, asked: string | undefined): string {
  const all = sortSources(listRecords(view.state, 'source'))
  const years = [...new Set(all.map(yearOf))]
  const year = years.find((each) => each === asked) ?? years.findLast((each) => each !== UNDATED) ?? UNDATED
  const counts = countCitations(view.state)
  return renderFrame({
    view,
    title: 'Sources',
    children: (
      <>
        <h1>{all.length === 0 ? 'Sources' : sayCount(all.length, 'source', 'sources')}</h1>
        <p class="lead">
          Everything in this tracker rests on these pages and documents. Where only a part of one was read,
          its page says so.
        </p>
        {all.length === 0 ? (
          <p class="empty">No source has been recorded yet, so nothing is claimed here.</p>
        ) : (
          <>
            <nav aria-label="Years" class="years-nav">
              {years.map((each) => (
                <a
                  href={view.href(`/sources?year=${each}`)}
                  aria-current={each === year ? 'page' : undefined}
                >
                  {each} ({all.filter((source) => yearOf(source) === each).length})
                </a>
              ))}
            </nav>
            {asked && asked !== year ? (
              <p>
                <strong>No source here is of “{sayAsked(asked)}”.</strong> Those of another year are shown.
              </p>
            ) : null}
            <section aria-labelledby="year">
              <h2 id="year">{year === UNDATED ? 'Without a date' : `Published in ${year}`}</h2>
              <ol class="source-list">
                {all
                  .filter((source) => yearOf(source) === year)
                  .map((source) => (
                    <li>
                      <a href={view.href(`/sources/${source.id}`)}>{source.title}</a>{' '}
                      <span>
                        {source.publisher}, {source.published ? sayDate(source.published) : UNDATED}.{' '}
                        {sayCited(counts.get(source.id) ?? 0)}
                      </span>
                    </li>
                  ))}
              </ol>
            </section>
          </>
        )}
      </>
    ),
  })
}

const sayCited = (count: number): string => (count === 0 ? 'Not cited' : `Cited ${sayTimes(count)}`)

/** A source that half the tracker rests on is cited very often; the rest is counted. */
const SHOWN = 60

export function sourcePage(view: View, source: RecordOf<'source'>): string {
  const citations = citationsOf(view.state, source.id)
  return renderFrame({
    view,
    title: source.title,
    children: (
      <>
        <p class="above">
          <a href={view.href('/sources')}>Source</a> {source.id}
        </p>
        <h1 class="long">{source.title}</h1>
        <p class="lead">
          {source.publisher}, {source.published ? sayDate(source.published) : 'without a date'}
        </p>
        <p>
          <a href={source.address} rel="external">
            Open it where it was published
          </a>
          <CopyLink view={view} source={source.id} />
        </p>
        <p class="mark">
          Kind: {source.kind}.{' '}
          {source.seen === 'whole' ? 'The whole of it was read.' : 'Only a part of it was read.'}
          {source.publishedNote === undefined ? null : ` ${source.publishedNote}`}
        </p>
        <section aria-labelledby="cited">
          <h2 id="cited">What rests on it</h2>
          {citations.length === 0 ? <p class="empty">Nothing rested on it on that day.</p> : null}
          <ul class="citations">
            {citations.slice(0, SHOWN).map((citation) => (
              <CitedBy view={view} citation={citation} />
            ))}
          </ul>
          {citations.length > SHOWN ? (
            <p>And {sayCount(citations.length - SHOWN, 'more place', 'more places')}.</p>
          ) : null}
        </section>
      </>
    ),
  })
}

function CopyLink({ view, source }: { view: View; source: string }) {
  const copy = view.passages?.newestCopy(source)
  if (!copy) return null
  return (
    <>
      {' · '}
      <a href={view.href(`/documents/${copy.id}`)}>Read the copy we hold, with the words marked</a>
    </>
  )
}

function CitedBy({ view, citation: { type, id, cite } }: { view: View; citation: Citation }) {
  return (
    <li>
      <a href={view.href(pathOf(view, type, id))}>{titleOf(view, type, id)}</a>
      {cite.at === undefined && cite.quote === undefined && cite.note === undefined ? null : (
        <span>
          {cite.at} {cite.quote === undefined ? null : <q>{cite.quote}</q>} {cite.note}
        </span>
      )}
    </li>
  )
}
