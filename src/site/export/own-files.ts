/** The files that only a copy has: its own pages, the search index, the page for addresses that are not there. */
import { kindOf, pathOf, titleOf } from '../../api/tracker/index.ts'
import type { PlainDate } from '../../model/index.ts'
import type { Synonyms, TrackerSettings, TrackerState } from '../../tracker/index.ts'
import { searchableRecords } from '../../tracker/search/index.ts'
import type { View } from '../tracker/view.ts'
import { fileOf, LIVE_ORIGIN } from './addresses.ts'
import { ABOUT_COPY, type Copy, DAYS, EVERYTHING, SEARCH } from './copy.ts'
import type { Site } from './maker.ts'
import { makeNotFound } from './not-found.ts'
import type { PageNote } from './notes.ts'
import {
  copyPage,
  daysPage,
  everythingPage,
  lettersPage,
  listEverything,
  SEARCH_INDEX,
  SEARCH_SCRIPT,
  searchCopyPage,
} from './own-pages.tsx'
import { rewritePage } from './rewrite-page.ts'
import type { SearchData } from './search.client.ts'
import searchScript from './search.client.ts?browser'

export interface OwnFacts {
  readonly site: Site
  readonly copy: Copy
  readonly state: TrackerState
  readonly settings: TrackerSettings
  readonly on: PlainDate
  readonly checkpoint: string
  readonly hasDocuments: boolean
  readonly synonyms: Synonyms
}

interface OwnFile {
  readonly path: string
  readonly bytes: string
}

export interface OwnFiles {
  readonly files: readonly OwnFile[]
  readonly pages: ReadonlyMap<string, PageNote>
}

export async function makeOwnFiles(facts: OwnFacts): Promise<OwnFiles> {
  const { copy, state } = facts
  const records = searchableRecords(state)
  const found = records.map(([type, id]) => ({ type, id }))
  const parts = listEverything(viewOf(facts, EVERYTHING), found)
  const made: (readonly [target: string, html: string])[] = [
    [SEARCH, searchCopyPage(viewOf(facts, SEARCH))],
    [EVERYTHING, everythingPage(viewOf(facts, EVERYTHING), parts)],
    ...parts.map((part) => [part.path, lettersPage(viewOf(facts, part.path), parts, part)] as const),
    [DAYS, daysPage(viewOf(facts, DAYS), copy.days)],
    [ABOUT_COPY, aboutCopy(facts)],
  ]
  const pages = new Map<string, PageNote>()
  const files: OwnFile[] = []
  for (const [target, html] of made) {
    const file = fileOf(target)
    const page = rewritePage(copy, { html, target, file, days: [] })
    files.push({ path: file, bytes: page.html })
    pages.set(target, {
      file,
      reads: [],
      links: page.links,
      ids: page.ids,
    })
  }
  files.push({ path: fileOf(SEARCH_SCRIPT), bytes: searchScript })
  files.push({ path: fileOf(SEARCH_INDEX), bytes: writeIndex(facts, records) })
  files.push({ path: '404.html', bytes: await makeNotFound(facts) })
  return { files, pages }
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
function writeIndex(
  { copy, state, synonyms }: OwnFacts,
  records: ReturnType<typeof searchableRecords>,
): string {
  const data: SearchData = {
    synonyms,
    kinds: Object.fromEntries(records.map(([type]) => [type, kindOf(type)])),
    records,
    shown: records.map(([type, id]) => [
      titleOf(state, type, id),
      copy.link(pathOf(state, type, id), SEARCH, fileOf(SEARCH)).href,
    ]),
  }
  return `holdfastSearch(${JSON.stringify(data).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')})\n`
}
