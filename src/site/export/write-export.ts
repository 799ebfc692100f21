/** The steps of an export, from what was read to the folder as it is to be. */
import { formerPathsOf } from '../../api/tracker/index.ts'
import { firstDayOf, synonymsOfTracker, type TrackerState } from '../../tracker/index.ts'
import { searchableRecords } from '../../tracker/search/index.ts'
import { findBrokenLinks } from './check-links.ts'
import { type CopyFiles, createCopyFiles } from './copy-files.ts'
import { type Crawled, crawlSite } from './crawl-site.ts'
import { type Crew, createLoneCrew, type Workforce } from './crew.ts'
import { createDestinations, type Destinations } from './destinations.ts'
import type { ExportEffects, Exported } from './export-options.ts'
import type { ExportFolder } from './folder.ts'
import { AMBIENT, compareNoted } from './noted-pages.ts'
import { NOTES_FILE, type Notes, type PageNote, writeNotes } from './notes.ts'
import { makeOwnFiles, makeOwnPages, type OwnFacts } from './own-files.ts'
import { createPageBook, type PageBook } from './page-book.ts'
import type { Given } from './prepare-record.ts'
import { hashOf, SEAL_FILE, SUMS_FILE, writeSeal } from './sums.ts'
import { createTexts, type Texts } from './texts.ts'
import { findUnchanged } from './unchanged.ts'

export async function writeExport(
  options: Given,
  effects: ExportEffects,
  folder: ExportFolder,
  workforce: Workforce,
): Promise<Exported> {
  const { on, base, days, checkpoint, state, making } = options
  const settings = settingsOf(state)
  const edition = hashOf(
    JSON.stringify([options.program, on, base, days, making.texts !== null, settings, firstDayOf(state)]),
  )
  // Numbers are believed as they stand, so only as we wrote them.
  const last = folder.kept.has(NOTES_FILE) ? options.last : null
  const same = await findUnchanged(folder, last, { edition, checkpoint })
  if (same !== null) {
    await folder.commit([], folder.list)
    return { kind: 'exported', ...same, written: 0, removed: 0, left: [] }
  }
  // Another program makes everything again.
  const noted = last?.edition === edition ? last : null
  const texts = noted?.texts ?? createTexts()
  const files = createCopyFiles(folder)
  const book = createPageBook({ texts, noted, folder, files })
  const task: Writing = {
    options,
    edition,
    noted,
    texts,
    files,
    book,
    destinations: createDestinations(texts),
    crew: gatherCrew(options, folder, noted === null ? workforce : null),
  }
  const made = await makePages(task, effects)
  await putFiles(task, made, folder)
  const links = findBrokenLinks({
    ...task,
    ...made,
    pages: book.pages,
    hasFile: (file) => files.has(file) || file === SUMS_FILE,
  })
  if (links.length > 0) {
    await folder.abandon()
    return { kind: 'broken', links }
  }
  return commitAll(task, effects, folder)
}

/** What the steps of one export share. */
interface Writing {
  readonly options: Given
  readonly edition: string
  /** Of the last export, where its pages may stay; its texts are numbered on. */
  readonly noted: Notes | null
  readonly texts: Texts
  readonly files: CopyFiles
  readonly book: PageBook
  readonly destinations: Destinations
  readonly crew: Crew
}

/** Threads where there are any, and everything is to be made. */
function gatherCrew({ making, maker, base }: Given, folder: ExportFolder, force: Workforce | null): Crew {
  const { tree, kept, listed } = folder
  const workers = force?.start() ?? null
  if (workers === null)
    return createLoneCrew(maker, { tree, kept }, (file, bytes, isToMove) =>
      folder.writeLarge(file, bytes, isToMove ? { base } : undefined),
    )
  const known = listed.files.flatMap((file): [string, string][] => {
    const hash = kept.get(file)
    return hash === undefined ? [] : [[file, hash]]
  })
  return workers.begin({ making, place: { tree, kept: new Map(known) } })
}

interface MadePages {
  readonly crawled: Crawled
  /** The pages that only a copy has. */
  readonly own: readonly PageNote[]
  readonly ownFacts: OwnFacts
  /** What `AMBIENT` comes to. */
  readonly ambient: string
  /** Whether the log is the noted one with more at its end. */
  readonly isLonger: boolean
}

async function makePages(
  { options, noted, texts, files, book, destinations, crew }: Writing,
  { signal, onPage }: ExportEffects,
): Promise<MadePages> {
  const { state, maker, base } = options
  const ambient = await maker.traced.keyOf(AMBIENT)
  const isSame = await compareNoted(noted, options, { traced: maker.traced, state, ambient })
  const seen = () => {
    signal.throwIfAborted()
    onPage(book.pages.size)
  }
  const crawled = await crawlSite(
    {
      copy: maker.copy,
      crew,
      texts,
      destinations,
      seeds: seedsOf(state, base),
      saidBefore: book.saidBefore,
      takeOver(target, there) {
        const note = isSame === null ? null : book.noteOf(target)
        return note !== null && isSame?.(note, there) ? note : null
      },
    },
    {
      learn: book.learn,
      keep(target) {
        book.keep(target)
        seen()
      },
      take(page) {
        const links = book.take(page)
        seen()
        return links
      },
    },
  )
  const ownFacts = factsOf(options)
  const own = makeOwnPages(ownFacts, book.findOwn)
  for (const page of own.pages) book.takeOwn(page)
  for (const { path, bytes } of own.files) files.put(path, bytes)
  book.learn(maker.takeParts())
  const notes = own.pages.flatMap(({ target }) => book.pages.get(texts.numberOf(target)) ?? [])
  return { crawled, own: notes, ownFacts, ambient, isLonger: isSame !== null }
}

const factsOf = (options: Given): OwnFacts => ({
  ...options,
  site: options.maker.site,
  copy: options.maker.copy,
  settings: settingsOf(options.state),
  synonyms: [...options.synonyms, ...synonymsOfTracker(options.state)],
  records: searchableRecords(options.state),
})

/** What is no page of the site: notes, search, the record. */
async function putFiles(
  { options, edition, noted, texts, files, book }: Writing,
  { ownFacts, ambient, isLonger }: MadePages,
  folder: ExportFolder,
): Promise<void> {
  const { checkpoint, events } = options
  // The largest of all: what follows is done while it is written.
  const notes = {
    edition,
    size: events.length,
    checkpoint,
    texts,
    pages: book.pages,
    parts: book.close(ambient),
  }
  files.put(NOTES_FILE, writeNotes(notes, noted?.pages))
  for (const { path, bytes } of await makeOwnFiles(ownFacts)) files.put(path, bytes)
  for (const attached of options.attached) {
    const isOfLast = isLonger && attached.last !== undefined && attached.last <= (noted?.size ?? 0)
    if (isOfLast && folder.kept.has(attached.path)) files.keep(attached.path)
    else files.put(attached.path, attached.bytes)
  }
  files.put('export.json', describeExport(options, ownFacts.settings.title, book.pages.size))
}

async function commitAll(
  { files, book }: Writing,
  { signal }: ExportEffects,
  folder: ExportFolder,
): Promise<Exported> {
  const { list, count, written, stale } = await files.settle()
  const seal = hashOf(list)
  folder.stage(SUMS_FILE, list)
  folder.stage(SEAL_FILE, writeSeal(seal))
  signal.throwIfAborted()
  const { removed, left } = await folder.commit(stale, list)
  return {
    kind: 'exported',
    pages: book.pages.size,
    files: count + 2,
    written,
    removed: removed.length,
    left,
    seal,
  }
}

function settingsOf({ settings }: TrackerState) {
  if (settings === null) throw new Error('no event says what tracker this is')
  return settings.body
}

/** What no link leads to: where records used to be, and the cards that other sites show. */
function seedsOf(state: TrackerState, base: string | null): string[] {
  const former = formerPathsOf(state)
  const cards = [...state.records.topic.keys()].map((id) => `/embed/topics/${id}`)
  const promises = [...state.records.commitment.keys()].map((id) => `/embed/commitments/${id}`)
  return ['/', '/topics', ...former, ...(base === null ? [] : [...cards, ...promises])]
}

function describeExport({ on, base, days, checkpoint }: Given, title: string, pages: number): string {
  const described = { schema: 'holdfast/export@1', title, on, base, days, checkpoint, pages }
  return `${JSON.stringify(described, null, 2)}\n`
}
