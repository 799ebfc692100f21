/** The whole tracker as a folder of files: every page, what machines read, search, the record and what checks it. */
import type { PlainDate } from '../../model/index.ts'
import {
  firstDayOf,
  foldEvents,
  listRecords,
  listTopics,
  type Synonyms,
  synonymsOfTracker,
  type TrackerEvent,
  type TrackerState,
} from '../../tracker/index.ts'
import { findTouched, mayDiffer } from './changed-parts.ts'
import { type BrokenLink, findBrokenLinks } from './check-links.ts'
import { crawlSite } from './crawl-site.ts'
import { createLoneCrew, createWorkforce, type Workforce } from './crew.ts'
import { joinFamilies } from './families.ts'
import { type ExportFolder, explainFolder, openExportFolder } from './folder.ts'
import { createMaker, type Maker } from './maker.ts'
import { type Notes, type PageNote, parseNotes, peekNotes, writeNotes } from './notes.ts'
import { makeOwnFiles } from './own-files.ts'
import { hashOf, SEAL_FILE, SUMS_FILE, writeSeal, writeSums } from './sums.ts'
import { findUnchanged } from './unchanged.ts'

/** A file by its place in the export. */
export interface ExportFile {
  readonly path: string
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
  readonly synonyms: Synonyms
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

const NOTES_FILE = 'export-notes.json'

/** Throws `export_folder_foreign`, `export_in_progress`, `output_disk_full`, `output_not_writable`. */
export async function exportSite(options: ExportOptions, effects: ExportEffects): Promise<Exported> {
  options.record.catch(() => undefined) // told below, where it is waited for
  const folder = await openExportFolder(options.folder, options)
  const workforce = createWorkforce(effects.threads)
  // A folder without an export needs everything made: the threads load while the record is read.
  if (folder.kept.size === 0) workforce.start()
  try {
    const record = await options.record
    return await writeExport({ ...options, ...record }, effects, folder, workforce)
  } catch (error) {
    await workforce.close()
    await folder.abandon()
    throw explainFolder(options.folder, error)
  } finally {
    await workforce.close()
  }
}

type Given = Omit<ExportOptions, 'record'> & ExportRecord

async function writeExport(
  options: Given,
  { signal, onPage }: ExportEffects,
  folder: ExportFolder,
  workforce: Workforce,
): Promise<Exported> {
  const { events, synonyms, on, base, days, checkpoint } = options
  const state = foldEvents(events)
  const texts = options.hasDocuments ? findTexts(state, options.attached) : null
  const making = { events, checkpoint, synonyms, on, base, days, texts }
  const place = { tree: folder.tree, kept: folder.kept }
  const settings = settingsOf(state)
  const edition = hashOf(
    JSON.stringify([options.program, on, base, days, texts !== null, settings, firstDayOf(state)]),
  )
  const notes = (await folder.read(NOTES_FILE))?.toString() ?? ''
  const same = await findUnchanged(folder, notes, { edition, checkpoint })
  if (same !== null) {
    await folder.commit(folder.kept)
    return { kind: 'exported', ...same, written: 0, removed: 0, left: [] }
  }
  // Another program makes everything again.
  const isAnew = peekNotes(notes)?.edition !== edition
  const crewed = isAnew ? workforce.start()?.begin({ making, place }) : undefined
  const maker = createMaker(making)
  const crew = crewed ?? createLoneCrew(maker, place)
  const noted = isAnew ? null : parseNotes(notes)
  const pages = new Map<string, PageNote>()
  const sums = new Map<string, string>()
  let written = 0

  function put(file: string, bytes: string | Uint8Array): void {
    const hash = hashOf(bytes)
    sums.set(file, hash)
    if (folder.kept.get(file) === hash) return
    written += 1
    folder.stage(file, bytes)
  }
  const ambient = await maker.traced.keyOf(AMBIENT)
  const unchanged = comparer(noted, options, { maker, state, ambient })
  async function takeOver(target: string): Promise<PageNote | null> {
    const note = unchanged === null ? undefined : noted?.pages.get(target)
    if (unchanged === null || note === undefined || !folder.kept.has(note.file)) return null
    for (const [asked, key] of note.reads) if (!(await unchanged(asked, key))) return null
    return note
  }

  const parts = new Map<string, readonly string[]>()
  const seen = () => {
    signal.throwIfAborted()
    onPage(pages.size)
  }
  await crawlSite(
    { copy: maker.copy, crew, seeds: seedsOf(state, base), takeOver },
    {
      learn: (learnt) => {
        for (const [asked, records] of learnt) parts.set(asked, records)
      },
      keep(target, note) {
        pages.set(target, note)
        sums.set(note.file, folder.kept.get(note.file) ?? '')
        seen()
      },
      take({ target, file, hash, isWritten, reads, links, ids }) {
        pages.set(target, { file, reads, links, ids })
        sums.set(file, hash)
        if (isWritten) {
          folder.claim(file)
          written += 1
        }
        seen()
      },
    },
  )
  const own = await makeOwnFiles({
    site: maker.site,
    copy: maker.copy,
    state,
    settings,
    on,
    checkpoint,
    hasDocuments: options.hasDocuments,
    synonyms: [...synonyms, ...synonymsOfTracker(state)],
  })
  for (const [target, note] of own.pages) pages.set(target, note)
  for (const { path, bytes } of [...own.files, ...options.attached]) put(path, bytes)
  const links = findBrokenLinks(pages, (file) => sums.has(file) || file === SUMS_FILE)
  if (links.length > 0) {
    await folder.abandon()
    return { kind: 'broken', links }
  }
  for (const [asked, records] of maker.takeParts()) parts.set(asked, records)
  joinFamilies(pages)
  const used = new Map([...partsOf(pages, noted, parts), [AMBIENT, [ambient]]])
  put(NOTES_FILE, writeNotes({ edition, size: events.length, checkpoint, pages, parts: used }))
  put('export.json', describeExport(options, settings.title, pages.size))
  const list = writeSums(sums)
  folder.stage(SUMS_FILE, list)
  folder.stage(SEAL_FILE, writeSeal(list))
  signal.throwIfAborted()
  const { removed, left } = await folder.commit(sums)
  return {
    kind: 'exported',
    pages: pages.size,
    files: sums.size + 2,
    written,
    removed: removed.length,
    left,
    seal: hashOf(list),
  }
}

function settingsOf({ settings }: TrackerState) {
  if (settings === null) throw new Error('no event says what tracker this is')
  return settings.body
}

/** What stands in every part, asked by way of a record that is not there. */
const AMBIENT = 'record topic - now'

/** Whether what was asked still comes to the same; null where nothing of the last export can be taken over. */
function comparer(
  noted: Notes | null,
  { events, checkpoint, checkpointAt }: Given,
  { maker, state, ambient }: { maker: Maker; state: TrackerState; ambient: string },
): ((asked: string, key: string) => Promise<boolean>) | null {
  if (noted === null || noted.size > events.length || checkpointAt(noted.size) !== noted.checkpoint)
    return null
  const touched = findTouched(events.slice(noted.size), state)
  const isAmbient = noted.parts.get(AMBIENT)?.[0] === ambient
  return async (asked, key) => {
    if (asked === 'days' || noted.checkpoint === checkpoint) return true
    if (isAmbient && !mayDiffer(asked, noted.parts, touched)) return true
    return (await maker.traced.keyOf(asked)) === key
  }
}

/** The texts of the copies, by the hash that captures name them by: they are among the documents. */
function findTexts(state: TrackerState, attached: readonly ExportFile[]): Map<string, Uint8Array> {
  const wanted = new Set(listRecords(state, 'capture').map(({ textHash }) => `log/documents/${textHash}`))
  return new Map(
    attached.flatMap(({ path, bytes }) =>
      wanted.has(path) ? [[path.slice('log/documents/'.length), Buffer.from(bytes)]] : [],
    ),
  )
}

/** The parts that the pages rest on: those read now, and of the rest what was noted. */
function partsOf(
  pages: ReadonlyMap<string, PageNote>,
  noted: Notes | null,
  parts: ReadonlyMap<string, readonly string[]>,
) {
  const asked = new Set([...pages.values()].flatMap(({ reads }) => reads.map(([each]) => each)))
  return [...asked].flatMap((each) => {
    const records = parts.get(each) ?? noted?.parts.get(each)
    return records === undefined ? [] : [[each, records] as const]
  })
}

/** What no link leads to: where topics used to be, and the cards that other sites show. */
function seedsOf(state: TrackerState, base: string | null): string[] {
  const former = listTopics(state).flatMap(({ formerIds }) => formerIds.map((id) => `/topics/${id}`))
  const cards = [...state.records.topic.keys()].map((id) => `/embed/topics/${id}`)
  const promises = [...state.records.commitment.keys()].map((id) => `/embed/commitments/${id}`)
  return ['/', ...former, ...(base === null ? [] : [...cards, ...promises])]
}

function describeExport({ on, base, days, checkpoint }: Given, title: string, pages: number): string {
  const described = { schema: 'holdfast/export@1', title, on, base, days, checkpoint, pages }
  return `${JSON.stringify(described, null, 2)}\n`
}
