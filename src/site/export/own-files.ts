/** The files that only a copy has: its own pages, the search index, the page for addresses that are not there. */
import { kindOf, pathOf, titleOf } from '../../api/tracker/index.ts'
import type { PlainDate } from '../../model/index.ts'
import { listTopics, type Synonyms, type TrackerSettings, type TrackerState } from '../../tracker/index.ts'
import type { SearchableRecord } from '../../tracker/search/index.ts'
import type { View } from '../tracker/view.ts'
import { fileOf } from './addresses.ts'
import { ABOUT_COPY, type Copy, DAYS, EVERYTHING, SEARCH } from './copy.ts'
import { listEverything } from './everything-list.ts'
import { everythingPage, lettersPage } from './everything-pages.tsx'
import { LIVE_ORIGIN } from './live-origin.ts'
import type { Site } from './maker.ts'
import { makeNotFound } from './not-found.ts'
import type { PageNote as KeptPage } from './notes.ts'
import { copyPage, daysPage, SEARCH_INDEX, SEARCH_SCRIPT, searchCopyPage } from './own-pages.tsx'
import { rewritePage } from './rewrite-page.ts'
import type { SearchData } from './search.client.ts'
import searchScript from './search.client.ts?browser'
import { hashOf } from './sums.ts'

export interface OwnFacts {
  readonly site: Site
  readonly copy: Copy
  readonly state: TrackerState
  readonly settings: TrackerSettings
  readonly on: PlainDate
  readonly checkpoint: string
  readonly hasDocuments: boolean
  readonly synonyms: Synonyms
  /** What a search finds. */
  readonly records: readonly SearchableRecord[]
}

interface OwnFile {
  readonly path: string
  readonly bytes: string
}

type OwnPage = { readonly target: string; readonly key: string } & (
  | { readonly known: KeptPage }
  | {
      readonly file: string
      /** As `writeLink` puts them. */
      readonly links: readonly string[]
      readonly ids: readonly string[]
    }
)

export interface OwnPages {
  /** Of the pages that are to be written. */
  readonly files: readonly OwnFile[]
  readonly pages: readonly OwnPage[]
}

/** A page with all that it is made from beside settings and options: from the same follows the same page. */
interface OwnMaking {
  readonly target: string
  readonly from: unknown
  readonly make: () => string
}

/** `findMade` gives what was noted of a page that was made from the same, and whose file is there. */
export function makeOwnPages(
  facts: OwnFacts,
  findMade: (target: string, key: string) => KeptPage | null,
): OwnPages {
  const pages: OwnPage[] = []
  const files: OwnFile[] = []
  for (const { target, from, make } of ownMakings(facts)) {
    const key = hashOf(JSON.stringify(from))
    const known = findMade(target, key)
    if (known !== null) {
      pages.push({ target, key, known })
      continue
    }
    const file = fileOf(target)
    const page = rewritePage(facts.copy, { html: make(), target, file, days: [] })
    files.push({ path: file, bytes: page.html })
    pages.push({ target, key, file, links: page.links, ids: page.ids })
  }
  return { files, pages }
}

/** What is no page with an address. */
export async function makeOwnFiles(facts: OwnFacts): Promise<OwnFile[]> {
  return [
    { path: fileOf(SEARCH_INDEX), bytes: writeIndex(facts) },
    { path: fileOf(SEARCH_SCRIPT), bytes: searchScript },
    { path: '404.html', bytes: await makeNotFound(facts) },
  ]
}

function ownMakings(facts: OwnFacts): OwnMaking[] {
  const { copy, state, records } = facts
  const found = records.map(([type, id]) => ({ type, id }))
  const everything = listEverything(state, found)
  const letters = everything.map(({ letter, parts }) => ({ letter, path: parts[0]?.path ?? EVERYTHING }))
  const lists = everything.flatMap(({ parts }) => {
    const beside = parts.map(({ label, path }) => ({ label, path }))
    return parts.map((part) => ({ letters, beside, part }))
  })
  return [
    {
      target: SEARCH,
      from: listTopics(state).map(({ id, title }) => [id, title]),
      make: () => searchCopyPage(viewOf(facts, SEARCH)),
    },
    {
      target: EVERYTHING,
      from: everything.map(({ letter, count, parts }) => [letter, count, parts[0]?.path]),
      make: () => everythingPage(viewOf(facts, EVERYTHING), everything),
    },
    ...lists.map((list) => ({
      target: list.part.path,
      from: list,
      make: () => lettersPage(viewOf(facts, list.part.path), list),
    })),
    { target: DAYS, from: copy.days, make: () => daysPage(viewOf(facts, DAYS), copy.days) },
    { target: ABOUT_COPY, from: facts.checkpoint, make: () => aboutCopy(facts) },
  ]
}

const aboutCopy = (facts: OwnFacts): string =>
  copyPage({
    view: viewOf(facts, ABOUT_COPY),
    checkpoint: facts.checkpoint,
    base: facts.copy.base,
    hasDocuments: facts.hasDocuments,
  })

export function viewOf({ state, settings, on }: OwnFacts, path: string): View {
  return {
    state,
    settings,
    today: on,
    asAt: null,
    path,
    address: `${LIVE_ORIGIN}${path}`,
    href: (each) => each,
  }
}

/** A call, because a page on a disk may load a script and nothing else. */
function writeIndex({ copy, state, synonyms, records }: OwnFacts): string {
  const here = fileOf(SEARCH)
  const data: SearchData = {
    synonyms,
    kinds: Object.fromEntries(records.map(([type]) => [type, kindOf(type)])),
    records,
    shown: records.map(([type, id]) => [
      titleOf(state, type, id),
      copy.link(pathOf(state, type, id), SEARCH, here).href,
    ]),
  }
  return `holdfastSearch(${JSON.stringify(data).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')})\n`
}
