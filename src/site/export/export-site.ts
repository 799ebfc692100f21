/** The whole tracker as a folder of files: every page, what machines read, search, the record and what checks it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formerPathsOf } from '../../api/tracker/index.ts'
import type { PlainDate } from '../../model/index.ts'
import {
  firstDayOf,
  foldEvents,
  listRecords,
  type Synonyms,
  synonymsOfTracker,
  type TrackerEvent,
  type TrackerState,
} from '../../tracker/index.ts'
import { searchableRecords } from '../../tracker/search/index.ts'
import { type BrokenLink, findBrokenLinks } from './check-links.ts'
import { crawlSite } from './crawl-site.ts'
import { type Batch, createLoneCrew, createWorkforce, LARGE, type Workforce } from './crew.ts'
import { createDestinations } from './destinations.ts'
import { startDisk } from './disk-thread.ts'
import { joinFamilies } from './families.ts'
import { type ExportFolder, explainFolder, openExportFolder, prepareExportFolder } from './folder.ts'
import { createMaker, isUnmoved } from './maker.ts'
import { AMBIENT, compareNoted, OWN_READ, partsOf } from './noted-pages.ts'
import { type Notes, type PageNote, parseNotes, type Read, withReads, writeNotes } from './notes.ts'
import { makeOwnFiles, makeOwnPages } from './own-files.ts'
import type { Said } from './said.ts'
import { hashOf, SEAL_FILE, SUMS_FILE, writeSeal, writeSums } from './sums.ts'
import { createTexts, type Row, rowOf, textsOf } from './texts.ts'
import { findUnchanged } from './unchanged.ts'

/** A file by its place in the export. */
export interface ExportFile {
  readonly path: string
  /** Number of the last event that it tells of, where it stays the same whatever comes after that. */
  readonly last?: number
  readonly bytes: string | Uint8Array
}

/** The record as it stood when it was read. */
export interface ExportRecord {
  readonly events: readonly TrackerEvent[]
  /** "SIZE:ROOT" of the log that the events are. */
  readonly checkpoint: string
  /** The same of the log's first `size` events. */
  readonly checkpointAt: (size: number) => string
  readonly days: readonly PlainDate[]
  /** Files to go in as they are: the log, the verifier, documents. */
  readonly attached: readonly ExportFile[]
}

export interface ExportOptions {
  readonly folder: string
  /** The folder is looked through while the record is read. */
  readonly record: Promise<ExportRecord>
  /** Loaded while the record is read. */
  readonly synonyms: Promise<Synonyms>
  /** The day deadlines are measured on. */
  readonly on: PlainDate
  readonly base: string | null
  /** Tells this program from any other: pages made by another are made again. */
  readonly program: string
  /** Folder that keeps what the files of exports were when they ended, outside of all of them; null where there is none. */
  readonly memory: string | null
  /** Whether every file of the last export is read, although it is as it was seen. */
  readonly isAllRead: boolean
  /** Whether the documents' bytes are among the attached files: then pages show their words, too. */
  readonly hasDocuments: boolean
}

export interface ExportEffects {
  readonly signal: AbortSignal
  /** How many threads to make pages in; 1 for this one alone. */
  readonly threads: number
  /** How many pages were dealt with so far. */
  readonly onPage: (done: number) => void
}

export type Exported =
  | {
      readonly kind: 'exported'
      readonly pages: number
      readonly files: number
      readonly written: number
      readonly removed: number
      /** Files that somebody changed and no page needs any more. */
      readonly left: readonly string[]
      /** Hash of the list of all files. */
      readonly seal: string
    }
  | { readonly kind: 'broken'; readonly links: readonly BrokenLink[] }

const NOTES_FILE = 'export-notes.bin'
/** Stands for the hash of a file that is being written. */
const PENDING = ''

/** Throws `export_folder_foreign`, `export_in_progress`, `output_disk_full`, `output_not_writable`. */
export async function exportSite(options: ExportOptions, effects: ExportEffects): Promise<Exported> {
  options.record.catch(() => undefined) // told below, where it is waited for
  const disk = startDisk()
  const workforce = createWorkforce(effects.threads)
  let opening: Promise<ExportFolder> | undefined
  try {
    await prepareExportFolder(options.folder)
    opening = openExportFolder(options.folder, { ...options, disk })
    opening.then(
      // A folder without an export needs everything made: the threads load while the record is read.
      (folder) => folder.kept.size === 0 && workforce.start(),
      () => undefined, // told below
    )
    // Thousands of files are looked at elsewhere until this is ready.
    const [last, prepared, folder] = await Promise.all([
      readNotes(options.folder),
      prepareRecord(options),
      opening,
    ])
    return await writeExport({ ...options, ...prepared, last }, effects, folder, workforce)
  } catch (error) {
    await workforce.close()
    const folder = await opening?.catch(() => null)
    if (!folder) throw error
    await folder.abandon()
    throw explainFolder(options.folder, error)
  } finally {
    await workforce.close()
    await disk.close()
  }
}

/** What the last export noted, taken apart while the record is read: it is believed where the folder says that nobody touched it. */
const readNotes = async (folder: string): Promise<Notes | null> =>
  parseNotes(await readFile(join(folder, NOTES_FILE)).catch(() => Buffer.alloc(0)))

/** What pages are made of, as far as the folder has no part in it. */
async function prepareRecord(options: ExportOptions) {
  const [record, synonyms] = await Promise.all([options.record, options.synonyms])
  const { events, checkpoint, days } = record
  const { on, base } = options
  const state = foldEvents(events)
  const texts = options.hasDocuments ? findTexts(state, record.attached) : null
  const making = { events, checkpoint, synonyms, on, base, days, texts }
  return { ...record, synonyms, state, making, maker: createMaker(making, state) }
}

type Given = Omit<ExportOptions, 'record' | 'synonyms'> &
  Awaited<ReturnType<typeof prepareRecord>> & { readonly last: Notes | null }

async function writeExport(
  options: Given,
  { signal, onPage }: ExportEffects,
  folder: ExportFolder,
  workforce: Workforce,
): Promise<Exported> {
  const { events, synonyms, on, base, days, checkpoint, state, making, maker } = options
  const place = { tree: folder.tree, kept: folder.kept }
  const settings = settingsOf(state)
  const edition = hashOf(
    JSON.stringify([options.program, on, base, days, making.texts !== null, settings, firstDayOf(state)]),
  )
  // Numbers are believed as they stand, so only as we wrote them.
  const last = folder.kept.has(NOTES_FILE) ? options.last : null
  const same = await findUnchanged(folder, last, { edition, checkpoint })
  if (same !== null) {
    await folder.commit(folder.kept, folder.list)
    return { kind: 'exported', ...same, written: 0, removed: 0, left: [] }
  }
  // Another program makes everything again.
  const isAnew = last?.edition !== edition
  const crewed = isAnew ? workforce.start()?.begin({ making, place }) : undefined
  const crew =
    crewed ??
    createLoneCrew(maker, place, (file, bytes, isToMove) =>
      folder.writeLarge(file, bytes, isToMove ? { base } : undefined),
    )
  const noted = isAnew ? null : last
  const texts = noted?.texts ?? createTexts()
  const destinations = createDestinations(texts)
  const pages = new Map<string, PageNote>()
  const made = new Set<string>()
  const sums = new Map<string, string>()
  let written = 0

  function put(file: string, bytes: string | Uint8Array): void {
    if (bytes.length >= LARGE) {
      sums.set(file, PENDING)
      folder.writeLarge(file, bytes)
      return
    }
    const hash = hashOf(bytes)
    sums.set(file, hash)
    if (folder.kept.get(file) === hash) return
    written += 1
    folder.stage(file, bytes)
  }
  const ambient = await maker.traced.keyOf(AMBIENT)
  const isSame = await compareNoted(noted, options, { traced: maker.traced, state, ambient })
  function takeOver(target: string, there: readonly string[]): PageNote | null {
    const note = isSame === null ? undefined : noted?.pages.get(target)
    if (isSame === null || note === undefined || !folder.kept.has(note.file)) return null
    return isSame(note, there) ? note : null
  }
  function saidBefore(target: string): Said | null {
    const note = noted?.pages.get(target)
    return note !== undefined && folder.kept.has(note.file) ? note.said : null
  }

  const parts = new Map<number, Row>()
  const learn = (learnt: Batch['parts']) => {
    for (const [asked, records] of learnt) parts.set(texts.numberOf(asked), rowOf(texts, records))
  }
  function keepPage(target: string, note: PageNote): void {
    pages.set(target, note)
    sums.set(note.file, folder.kept.get(note.file) ?? '')
  }
  /** A page that was made again and came out as it was. */
  function retake(target: string, reads: readonly Read[]): Row {
    const known = noted?.pages.get(target)
    if (known === undefined) throw new Error(`nobody knows what ${target} said before`)
    keepPage(target, withReads(known, rowOf(texts, reads.flat())))
    made.add(target)
    seen()
    return known.links
  }
  const seen = () => {
    signal.throwIfAborted()
    onPage(pages.size)
  }
  const crawled = await crawlSite(
    { copy: maker.copy, crew, texts, destinations, seeds: seedsOf(state, base), takeOver, saidBefore },
    {
      learn,
      keep(target, note) {
        keepPage(target, note)
        seen()
      },
      take(page) {
        const { target, reads } = page
        if (isUnmoved(page)) return retake(target, reads)
        const { file, hash, isWritten, links, ids, said } = page
        const note = {
          said,
          file,
          targetNumber: texts.numberOf(target),
          fileNumber: texts.numberOf(file),
          reads: rowOf(texts, reads.flat()),
          links: rowOf(texts, links),
          ids: rowOf(texts, ids),
        }
        pages.set(target, note)
        made.add(target)
        sums.set(file, hash ?? PENDING)
        if (isWritten) {
          folder.claim(file)
          written += 1
        }
        seen()
        return note.links
      },
    },
  )
  const ownFacts = {
    site: maker.site,
    copy: maker.copy,
    state,
    settings,
    on,
    checkpoint,
    hasDocuments: options.hasDocuments,
    synonyms: [...synonyms, ...synonymsOfTracker(state)],
    records: searchableRecords(state),
  }
  const own = makeOwnPages(ownFacts, (target, key) => {
    const note = noted?.pages.get(target)
    const isSameKey = note !== undefined && textsOf(texts, note.reads).join() === `${OWN_READ},${key}`
    return isSameKey && folder.kept.has(note.file) ? note : null
  })
  for (const page of own.pages) {
    if ('known' in page) keepPage(page.target, page.known)
    else
      pages.set(page.target, {
        file: page.file,
        targetNumber: texts.numberOf(page.target),
        fileNumber: texts.numberOf(page.file),
        reads: rowOf(texts, [OWN_READ, page.key]),
        links: rowOf(texts, page.links),
        ids: rowOf(texts, page.ids),
        said: null,
      })
  }
  for (const { path, bytes } of own.files) put(path, bytes)
  learn(maker.takeParts())
  joinFamilies(pages, made, texts)
  parts.set(texts.numberOf(AMBIENT), rowOf(texts, [ambient]))
  const used = partsOf(pages, noted, parts, texts)
  // The largest of all: what follows is done while it is written.
  const notes = { edition, size: events.length, checkpoint, texts, pages, parts: used }
  put(NOTES_FILE, writeNotes(notes, noted?.pages))
  for (const { path, bytes } of await makeOwnFiles(ownFacts)) put(path, bytes)
  for (const attached of options.attached) {
    const kept = folder.kept.get(attached.path)
    const isOfLast = isSame !== null && attached.last !== undefined && attached.last <= (noted?.size ?? 0)
    if (isOfLast && kept !== undefined) sums.set(attached.path, kept)
    else put(attached.path, attached.bytes)
  }
  put('export.json', describeExport(options, settings.title, pages.size))
  const hasFile = (file: string) => sums.has(file) || file === SUMS_FILE
  const ownNotes = own.pages.flatMap(({ target }) => pages.get(target) ?? [])
  const links = findBrokenLinks({ pages, crawled, own: ownNotes, texts, destinations, hasFile })
  if (links.length > 0) {
    await folder.abandon()
    return { kind: 'broken', links }
  }
  for (const { file, hash, isWritten } of await folder.largeWritten()) {
    sums.set(file, hash)
    if (isWritten) written += 1
  }
  const list = writeSums(sums, folder.kept)
  const seal = hashOf(list)
  folder.stage(SUMS_FILE, list)
  folder.stage(SEAL_FILE, writeSeal(seal))
  signal.throwIfAborted()
  const { removed, left } = await folder.commit(sums, list)
  return {
    kind: 'exported',
    pages: pages.size,
    files: sums.size + 2,
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

/** The texts of the copies, by the hash that captures name them by: they are among the documents. */
function findTexts(state: TrackerState, attached: readonly ExportFile[]): Map<string, Uint8Array> {
  const wanted = new Set(listRecords(state, 'capture').map(({ textHash }) => `log/documents/${textHash}`))
  return new Map(
    attached.flatMap((file) =>
      wanted.has(file.path) ? [[file.path.slice('log/documents/'.length), Buffer.from(file.bytes)]] : [],
    ),
  )
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
