/** Long lists in pages that stay light: as many entries on each as it can carry. */
import type { Context } from 'hono'
import { oncePerObject } from '../../tracker/index.ts'
import { type Child, raw, writeMarkup } from '../markup/jsx-runtime.ts'
import type { View } from './view.ts'

/** Bytes of entries on one page: what the frame around them leaves of the 30,000 that a page may weigh, on any day. */
const MOST_BYTES = 22_000

/** An entry of a list, under the heading that it stands under. */
export interface Entry {
  readonly group: string
  readonly markup: Child
  /** The place on the list's address that other pages lead to, where they do. */
  readonly id?: string
}

export interface OnePage {
  /** In their order, gathered by heading. */
  readonly groups: ReadonlyMap<string, readonly Child[]>
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** On the first page, the places of entries on later ones: links know no page, and lead to where one can turn. */
  readonly elsewhere: readonly string[]
}

/** The page that is asked for; the first where that is no number. */
export function pageAsked(context: Context): number {
  const asked = Number(context.req.query('page') ?? 1)
  return Number.isSafeInteger(asked) && asked > 1 ? asked : 1
}

/** All entries on one page, for a list that is known to be light: nothing is written to be weighed. */
export const allOnOne = (entries: readonly Entry[]): OnePage => {
  return { groups: gather(entries), page: 1, pages: 1, elsewhere: [] }
}

interface Written extends Entry {
  readonly bytes: number
}

/**
 * Page `asked` of the entries, or the last where there are fewer. An entry too heavy for any page has one of its own.
 * `taken` are the bytes of what stands over them on the first page alone.
 */
export const pageOf = (entries: readonly Entry[], asked: number, taken = 0): OnePage =>
  choose(splitList(entries, taken), asked)

/** The same of a list that a view shows: it is written and split once for all its pages. `name` tells the view's lists apart. */
export function pageOfList(
  { state, asAt, recordedBy }: View,
  { name, entries }: { readonly name: string; readonly entries: () => readonly Entry[] },
  asked: number,
): OnePage {
  const lists = listsOf(state)
  // What links lead to is another page on another day, though the state may be the same.
  const key = JSON.stringify([name, asAt, recordedBy])
  const pages = lists.get(key) ?? splitList(entries())
  lists.set(key, pages)
  return choose(pages, asked)
}

const listsOf = oncePerObject((_: View['state']) => new Map<string, readonly (readonly Written[])[]>())

function splitList(entries: readonly Entry[], taken = 0): readonly (readonly Written[])[] {
  const written = entries.map((entry): Written => {
    const text = writeMarkup(entry.markup)
    return { ...entry, markup: raw(text), bytes: Buffer.byteLength(text) }
  })
  const onOne = split(written, taken)
  return onOne.length === 1
    ? onOne
    : split(written, taken + writeMarkup(<Places of={idsOf(written)} />).length)
}

function choose(pages: readonly (readonly Written[])[], asked: number): OnePage {
  const page = Math.min(asked, pages.length)
  return {
    groups: gather(pages[page - 1] ?? []),
    page,
    pages: pages.length,
    elsewhere: page === 1 ? idsOf(pages.slice(1).flat()) : [],
  }
}

/** `taken` are bytes of the first page that its entries cannot have. */
function split(entries: readonly Written[], taken: number): Written[][] {
  const pages: Written[][] = [[]]
  let weight = taken
  for (const entry of entries) {
    if (pages.at(-1)?.length !== 0 && weight + entry.bytes > MOST_BYTES) {
      pages.push([])
      weight = 0
    }
    weight += entry.bytes
    pages.at(-1)?.push(entry)
  }
  return pages
}

function gather(entries: readonly Entry[]): ReadonlyMap<string, readonly Child[]> {
  const groups = new Map<string, Child[]>()
  for (const { group, markup } of entries) {
    const own = groups.get(group)
    if (own === undefined) groups.set(group, [markup])
    else own.push(markup)
  }
  return groups
}

const idsOf = (entries: readonly Entry[]): string[] => entries.flatMap(({ id }) => id ?? [])

/** Places that links lead to, where what they are about is one step away. */
export const Places = ({ of }: { readonly of: readonly string[] }) => (
  <>
    {of.map((id) => (
      <span id={id} />
    ))}
  </>
)

interface TurnProps {
  readonly view: View
  readonly list: OnePage
  /** What else was asked of the address, where the list is split by it. */
  readonly asked?: Readonly<Record<string, string | undefined>>
}

/** Ways to the pages beside this one; nothing where there is but one. */
export function Turn({ view, list, asked = {} }: TurnProps) {
  const { page, pages, elsewhere } = list
  if (pages < 2) return null
  const to = (number: number) => {
    const given = Object.entries({ ...asked, page: number === 1 ? undefined : String(number) })
    const query = new URLSearchParams(given.flatMap(([key, value]) => (value ? [[key, value]] : [])))
    return view.href(query.size === 0 ? view.path : `${view.path}?${query}`)
  }
  return (
    <nav aria-label="Pages of this list" class="years-nav">
      <Places of={elsewhere} />
      {page > 1 ? <a href={to(page - 1)}>Page before</a> : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? <a href={to(page + 1)}>Next page</a> : null}
    </nav>
  )
}
