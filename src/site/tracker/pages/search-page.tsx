/** What a search found, by kind, and what to do when it found nothing. */
import {
  FOUND,
  listTopics,
  type RecordType,
  type SearchAnswer,
  type SearchHit,
} from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { kindOf, titleOf } from '../record-title.ts'
import { pathOf, type View } from '../view.ts'
import { placesFor } from './search-places.ts'

/** Longer than any question; more is a mistake of pasting. */
export const LONGEST_QUERY = 200
/** As many as fit a page that stays small; facets narrow the rest. */
const SHOWN = 30

interface SearchPage {
  readonly view: View
  readonly query: string
  readonly answer: SearchAnswer
  /** Show only this kind. */
  readonly kind: RecordType | undefined
}

export function searchPage({ view, query, answer, kind }: SearchPage): string {
  if (query.length > LONGEST_QUERY) return tooLongPage(view, query.length)
  const { hits } = answer
  const counts = countKinds(answer)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const chosen = hits.filter(({ type }) => kind === undefined || type === kind)
  const there = kind === undefined ? total : (counts.get(kind) ?? 0)
  return renderFrame({
    view,
    title: query === '' ? 'Search' : `Search: ${query}`,
    query,
    children: (
      <>
        <h1>{headline(query, total, answer)}</h1>
        {sayHowMeant(answer, total).map((sentence) => (
          <p class="lead">{sentence}</p>
        ))}
        <Places view={view} query={query} />
        {total === 0 ? (
          <Nothing view={view} />
        ) : (
          <Facets view={view} query={query} counts={counts} total={total} kind={kind} />
        )}
        <ol class="hits">
          {chosen.slice(0, SHOWN).map((hit) => (
            <Hit view={view} hit={hit} />
          ))}
        </ol>
        {there > SHOWN ? (
          <p>
            The first {SHOWN} of {sayPlaces(there)} are shown. Add a word
            {kind === undefined && counts.size > 1 ? ', or choose a kind above,' : ''} to find fewer.
          </p>
        ) : null}
      </>
    ),
  })
}

/** Where it was not looked for as it was typed, in what way. */
function sayHowMeant({ corrected, missing, isPartial }: SearchAnswer, total: number): string[] {
  const quote = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ')
  const sentences: string[] = []
  if (corrected.length > 0)
    sentences.push(
      `Nothing holds ${quote(corrected.map(([typed]) => typed))}; we looked for words like ${quote(corrected.map(([, taken]) => taken))}.`,
    )
  if (missing.length > 0 && total > 0)
    sentences.push(`Nothing here speaks of ${quote(missing)}. These speak of the rest.`)
  if (isPartial) sentences.push('Nothing holds all of these words. These hold the most of them.')
  return sentences
}

/** In a large record places are counted so far, and no further. */
const MOST_COUNTED = 1000

/** How many places of each kind there are, the kinds always in the same order. */
function countKinds({ hits, kinds = {} }: SearchAnswer): Map<RecordType, number> {
  const counts = new Map<RecordType, number>()
  for (const { type } of hits) counts.set(type, (counts.get(type) ?? 0) + 1)
  const all = FOUND.map((type): [RecordType, number] => [type, kinds[type] ?? counts.get(type) ?? 0])
  return new Map(all.filter(([, count]) => count > 0))
}

/** "1,000 or more": places of a large record are counted so far. */
const sayPlaces = (count: number): string =>
  `${count.toLocaleString('en-GB')}${count >= MOST_COUNTED ? ' or more' : ''}`

function headline(query: string, count: number, { corrected, missing, isPartial }: SearchAnswer): string {
  if (query.trim() === '') return 'What are you looking for?'
  if (count === 0) return `Nothing found for “${query}”`
  const isNear = isPartial || missing.length > 0 || corrected.length > 0
  if (isNear) return `${sayPlaces(count)} ${count === 1 ? 'place comes' : 'places come'} near “${query}”`
  if (count >= MOST_COUNTED) return `${sayPlaces(count)} places speak of “${query}”`
  return `${count} ${count === 1 ? 'place speaks' : 'places speak'} of “${query}”`
}

function Places({ view, query }: { view: View; query: string }) {
  const places = placesFor(query)
  if (places.length === 0) return null
  return (
    <ul class="hits">
      {places.map(({ path, title, about }) => (
        <li>
          <a href={view.href(path)}>This site: {title}</a>
          <span>{about}</span>
        </li>
      ))}
    </ul>
  )
}

function Nothing({ view }: { view: View }) {
  return (
    <>
      <p class="lead">
        Try one word, such as the name of a kind of help or of an organisation. Or begin with a topic:
      </p>
      <ul class="two">
        {listTopics(view.state).map(({ id, title }) => (
          <li>
            <a href={view.href(`/topics/${id}`)}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

interface FacetsProps {
  readonly view: View
  readonly query: string
  readonly counts: ReadonlyMap<RecordType, number>
  readonly total: number
  readonly kind: RecordType | undefined
}

function Facets({ view, query, counts, total, kind }: FacetsProps) {
  if (counts.size < 2) return null
  const address = `/search?q=${encodeURIComponent(query)}`
  return (
    <nav aria-label="Kinds" class="years-nav">
      <a href={view.href(address)} aria-current={kind ? undefined : 'page'}>
        All ({sayPlaces(total)})
      </a>
      {[...counts].map(([type, count]) => (
        <a href={view.href(`${address}&kind=${type}`)} aria-current={kind === type ? 'page' : undefined}>
          {kindOf(type)} ({sayPlaces(count)})
        </a>
      ))}
    </nav>
  )
}

/** The excerpt without the words that its title says already: of what has no name the title is its text. */
export function besideTitle(title: string, excerpt: string): string {
  const said = title.replace(/^[^:]*: /, '').replace(/…$/, '')
  if (said === '' || !excerpt.startsWith(said)) return excerpt
  const rest = excerpt.slice(said.length).replace(/^[\s·]+/, '')
  return rest !== '' && title.endsWith('…') ? `…${rest}` : rest
}

function Hit({ view, hit: { type, id, excerpt } }: { view: View; hit: SearchHit }) {
  const title = titleOf(view, type, id)
  const beside = besideTitle(title, excerpt)
  return (
    <li>
      <a href={view.href(pathOf(view, type, id))}>{title}</a>
      {beside === '' ? null : <span>{beside}</span>}
    </li>
  )
}

function tooLongPage(view: View, length: number): string {
  return renderFrame({
    view,
    title: 'That search is too long',
    children: (
      <>
        <h1>That search is too long</h1>
        <p class="lead">
          It has {length.toLocaleString('en-GB')} characters, and {LONGEST_QUERY} are the most. Search for a
          few words of it.
        </p>
      </>
    ),
  })
}
