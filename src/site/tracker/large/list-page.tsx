/** One page of a list of a large record: how many there are, honestly, and a line for each of these. */
import { findRecord, type ListPage, lastChanges, type RecordType } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { kindOf, nameOfRecord } from '../record-title.ts'
import { pathOf, type View } from '../view.ts'
import { sayDate } from '../words.ts'
import { Turning } from './turning.tsx'

interface ListPageProps {
  readonly view: View
  readonly title: string
  readonly list: ListPage
  /** The part that is shown; null for all. */
  readonly show: string | null
  readonly sayPart: (part: string) => string
  /** Whether this is the tracker's first page. */
  readonly isHome?: boolean
}

export function listPage({ view, title, list, show, sayPart, isHome = false }: ListPageProps): string {
  const { records, total, page, pages, counts } = list
  return renderFrame({
    view,
    title: isHome ? view.settings.title : title,
    children: (
      <>
        <h1>{isHome ? `${view.settings.title}: what was promised, and what was done` : title}</h1>
        <p class="lead">{isHome ? view.settings.summary : null}</p>
        {isHome ? <Changed view={view} /> : null}
        {isHome ? <h2>{title}</h2> : null}
        <Parts view={view} counts={counts} show={show} sayPart={sayPart} />
        <p>
          {total.toLocaleString('en-GB')} in all.
          {records.length < Math.min(total - (page - 1) * LIST_PAGE, LIST_PAGE)
            ? ' What was not known by then is left out of each page, though it is counted here.'
            : ''}
        </p>
        {records.length === 0 ? <p class="empty">There is nothing in this list.</p> : null}
        <ul class="two">
          {records.map(({ type, id }) => (
            <li>
              <a href={view.href(pathOf(view, type, id))}>{shorten(nameOfRecord(view, type, id))}</a>
              <span>{detailOf(view, type, id)}</span>
            </li>
          ))}
        </ul>
        <Turning view={view} page={page} pages={pages} show={show} />
      </>
    ),
  })
}

/** As many as a reader gives a page. */
const LIST_PAGE = 25

const LONGEST = 160
const shorten = (text: string): string => {
  if (text.length <= LONGEST) return text
  const cut = text.slice(0, LONGEST)
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || LONGEST).trimEnd()}…`
}

/** The day or the words that tell a record from its neighbours. */
function detailOf(view: View, type: RecordType, id: string): string {
  const body: object = findRecord(view.state, type, id) ?? {}
  const fields = new Map<string, unknown>(Object.entries(body))
  const words = ['summary', 'what', 'plain', 'words', 'publisher'].map((key) => fields.get(key))
  const said = words.find((each) => typeof each === 'string')
  if (typeof said === 'string') return shorten(said)
  const by = fields.get('by')
  const who = typeof by === 'string' ? findRecord(view.state, 'organisation', by)?.name : undefined
  const record = findRecord(view.state, type, id)
  const on = record !== undefined && 'on' in record ? record.on : null
  const when = on === null || typeof on === 'string' ? undefined : sayDate(on)
  const told = [who, when].filter((part) => part !== undefined)
  return told.length > 0 ? shorten(told.join(', ')) : kindOf(type)
}

/** How many of the last happenings stand on the first page. */
const CHANGES = 4

function Changed({ view }: { view: View }) {
  const changes = lastChanges(view.state, CHANGES)
  if (changes.length === 0) return null
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">What changed lately</h2>
      <ul class="two">
        {changes.map(({ on, text, type, id }) => (
          <li>
            <a href={view.href(pathOf(view, type, id))}>{shorten(text)}</a>
            <span>{sayDate(on)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** As many parts as people can choose among; the rest are reached by their pages. */
const MOST_PARTS = 60

interface PartsProps extends Pick<ListPageProps, 'view' | 'show' | 'sayPart'> {
  readonly counts: ListPage['counts']
}

function Parts({ view, counts, show, sayPart }: PartsProps) {
  const parts = Object.entries(counts).filter(([part]) => part !== '')
  if (parts.length < 2) return null
  return (
    <nav aria-label="Parts" class="years-nav">
      {parts
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .slice(0, MOST_PARTS)
        .map(([part, count]) => (
          <a
            href={view.href(`${view.path}?show=${encodeURIComponent(part)}`)}
            aria-current={part === show ? 'page' : undefined}
          >
            {sayPart(part)} ({count.toLocaleString('en-GB')})
          </a>
        ))}
    </nav>
  )
}
