/**
 * Search in a copy that no server answers for: the site's own search, over an index that is loaded as a script because a
 * page on a disk may load nothing else.
 */
import { LONGEST_QUERY, type SearchableRecord, searchRecords } from '../../tracker/search/index.ts'

export interface SearchData {
  readonly synonyms: readonly (readonly string[])[]
  /** What a kind of record is called, by type. */
  readonly kinds: Readonly<Record<string, string>>
  readonly records: readonly SearchableRecord[]
  /** What each record is called, and the file it is on as seen from the search page; in the order of `records`. */
  readonly shown: readonly (readonly [title: string, href: string])[]
}

declare global {
  interface Window {
    holdfastSearch?: (data: SearchData) => void
  }
}

/** As many as the live site shows. */
const SHOWN = 30

function element(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

function headline(query: string, count: number): string {
  if (count === 0) return `Nothing found for “${query}”`
  return `${count} ${count === 1 ? 'place speaks' : 'places speak'} of “${query}”`
}

function show(data: SearchData): void {
  const parameters = new URLSearchParams(location.search)
  const query = (parameters.get('q') ?? '').trim()
  const kind = parameters.get('kind') ?? ''
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name="q"]')) field.value = query
  const place = document.getElementById('found')
  if (place === null || query === '') return
  const heading = document.querySelector('h1')
  if (query.length > LONGEST_QUERY) {
    if (heading) heading.textContent = 'That search is too long'
    place.replaceChildren(
      element('p', `It may have ${LONGEST_QUERY} characters at most. Search for a few words of it.`),
    )
    return
  }
  const answer = searchRecords(data.records, data.synonyms).search(query)
  const { hits } = answer
  if (heading) heading.textContent = headline(query, hits.length)
  document.title = `Search: ${query}`
  place.replaceChildren(...describe(data, query, kind, answer))
}

type Answer = ReturnType<ReturnType<typeof searchRecords>['search']>

function describe(
  data: SearchData,
  query: string,
  kind: string,
  { hits, corrected, missing, isPartial }: Answer,
) {
  const parts: HTMLElement[] = []
  if (corrected.length > 0) {
    const quoted = (at: 0 | 1) => corrected.map((pair) => `“${pair[at]}”`).join(', ')
    parts.push(
      element('p', `Nothing holds ${quoted(0)}; we looked for words like ${quoted(1)}.`, { class: 'lead' }),
    )
  }
  if (hits.length > 0 && missing.length > 0) {
    const words = missing.map((word) => `“${word}”`).join(', ')
    parts.push(element('p', `Nothing here speaks of ${words}. These speak of the rest.`, { class: 'lead' }))
  }
  if (isPartial)
    parts.push(
      element('p', 'Nothing holds all of these words. These hold the most of them.', { class: 'lead' }),
    )
  if (hits.length === 0)
    parts.push(
      element('p', 'Try one word, such as the name of a kind of help or of an organisation.', {
        class: 'lead',
      }),
    )
  const chosen = hits.filter(({ type }) => kind === '' || type === kind)
  parts.push(...facets(data, query, kind, hits), list(data, chosen.slice(0, SHOWN)))
  if (chosen.length > SHOWN)
    parts.push(element('p', `The first ${SHOWN} of ${chosen.length} are shown. Add a word to find fewer.`))
  return parts
}

function facets(data: SearchData, query: string, kind: string, hits: Answer['hits']): HTMLElement[] {
  const counts = new Map<string, number>()
  for (const { type } of hits) counts.set(type, (counts.get(type) ?? 0) + 1)
  if (counts.size < 2) return []
  const nav = element('nav', '', { 'aria-label': 'Kinds', class: 'years-nav' })
  const link = (type: string, label: string) => {
    const search = new URLSearchParams(type === '' ? { q: query } : { q: query, kind: type })
    return element('a', label, { href: `?${search}`, ...(type === kind ? { 'aria-current': 'page' } : {}) })
  }
  nav.append(link('', `All (${hits.length})`))
  for (const [type, count] of counts) nav.append(' ', link(type, `${data.kinds[type] ?? type} (${count})`))
  return [nav]
}

function list(data: SearchData, hits: Answer['hits']): HTMLElement {
  const places = new Map(data.records.map(([type, id], at) => [`${type} ${id}`, at]))
  const made = element('ol', '', { class: 'hits' })
  for (const { type, id, excerpt } of hits) {
    const [title, href] = data.shown[places.get(`${type} ${id}`) ?? -1] ?? [id, '']
    const item = element('li', '')
    item.append(element('a', title, { href }), element('span', excerpt))
    made.append(item)
  }
  return made
}

window.holdfastSearch = show
