/** The whole tracker as a folder of files: every page, what machines read, search, the record and what checks it. */
import type { PlainDate } from '../../model/index.ts'
import {
  createMemoryReader,
  foldEvents,
  listTopics,
  type Synonyms,
  synonymsOfOrganisations,
  type TrackerEvent,
  type TrackerState,
} from '../../tracker/index.ts'
import { createTrackerSite } from '../tracker/app.tsx'
import { findTouched, mayDiffer } from './changed-parts.ts'
import { type BrokenLink, findBrokenLinks } from './check-links.ts'
import { createCopy } from './copy.ts'
import { crawlSite, type LostTarget } from './crawl-site.ts'
import { type ExportFolder, openExportFolder } from './folder.ts'
import { type Notes, type PageNote, parseNotes, writeNotes } from './notes.ts'
import { makeOwnFiles } from './own-files.ts'
import { hashOf, SEAL_FILE, SUMS_FILE, writeSeal, writeSums } from './sums.ts'
import { keepDays, type TracedReader, traceReader } from './traced-reader.ts'

/** A file by its place in the export. */
export interface ExportFile {
  readonly path: string
  readonly bytes: string | Uint8Array
}

export interface ExportOptions {
  readonly folder: string
  readonly events: readonly TrackerEvent[]
  /** "SIZE:ROOT" of the log that the events are. */
  readonly checkpoint: string
  /** The same of the log's first `size` events. */
  readonly checkpointAt: (size: number) => string
  readonly synonyms: Synonyms
  /** The day deadlines are measured on. */
  readonly on: PlainDate
  readonly base: string | null
  readonly days: readonly PlainDate[]
  /** Tells this program from any other: pages made by another are made again. */
  readonly program: string
  /** Whether the documents' bytes are among the attached files. */
  readonly hasDocuments: boolean
  /** Files to go in as they are: the log, the verifier, documents. */
  readonly attached: readonly ExportFile[]
}

export interface ExportEffects {
  readonly signal: AbortSignal
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
  const folder = await openExportFolder(options.folder)
  try {
    return await writeExport(options, effects, folder)
  } catch (error) {
    await folder.abandon()
    throw error
  }
}

async function writeExport(
  options: ExportOptions,
  { signal, onPage }: ExportEffects,
  folder: ExportFolder,
): Promise<Exported> {
  const { events, synonyms, on, base, days } = options
  const state = foldEvents(events)
  const copy = createCopy({ base, days })
  const root = options.checkpoint.split(':')[1] ?? null
  const memory = keepDays(createMemoryReader({ events, synonyms, root }))
  const { settings, firstDay } = await memory.readHead()
  const traced = traceReader(memory, options.checkpoint)
  const edition = hashOf(JSON.stringify([options.program, on, base, days, settings, firstDay]))
  const noted = parseNotes((await folder.read(NOTES_FILE))?.toString() ?? '')
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
  const ambient = await traced.keyOf(AMBIENT)
  const unchanged = comparer(edition === noted?.edition ? noted : null, options, { traced, state, ambient })
  async function takeOver(target: string): Promise<PageNote | null> {
    const note = unchanged === null ? undefined : noted?.pages.get(target)
    if (unchanged === null || note === undefined || !folder.kept.has(note.file)) return null
    for (const [asked, key] of note.reads) if (!(await unchanged(asked, key))) return null
    return note
  }

  const lost: LostTarget[] = []
  const site = createTrackerSite({
    reader: traced.reader,
    today: () => on,
    ...(base === null ? {} : { address: base }),
  })
  const seeds = seedsOf(state, base)
  for await (const { target, note, bytes } of crawlSite({ site, traced, copy, seeds, takeOver }, lost)) {
    signal.throwIfAborted()
    pages.set(target, note)
    onPage(pages.size)
    if (bytes === null) sums.set(note.file, folder.kept.get(note.file) ?? '')
    else put(note.file, bytes)
  }
  const own = await makeOwnFiles({
    site,
    copy,
    state,
    settings,
    on,
    checkpoint: options.checkpoint,
    hasDocuments: options.hasDocuments,
    synonyms: [...synonyms, ...synonymsOfOrganisations(state)],
  })
  for (const [target, note] of own.pages) pages.set(target, note)
  for (const { path, bytes } of [...own.files, ...options.attached]) put(path, bytes)
  const links = findBrokenLinks(pages, (file) => sums.has(file) || file === SUMS_FILE)
  if (links.length > 0) {
    await folder.abandon()
    return { kind: 'broken', links }
  }
  const parts = new Map([...partsOf(pages, noted, traced), [AMBIENT, [ambient]]])
  put(NOTES_FILE, writeNotes({ edition, size: events.length, checkpoint: options.checkpoint, pages, parts }))
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

/** What stands in every part, asked by way of a record that is not there. */
const AMBIENT = 'record topic - now'

/** Whether what was asked still comes to the same; null where nothing of the last export can be taken over. */
function comparer(
  noted: Notes | null,
  { events, checkpoint, checkpointAt }: ExportOptions,
  { traced, state, ambient }: { traced: TracedReader; state: TrackerState; ambient: string },
): ((asked: string, key: string) => Promise<boolean>) | null {
  if (noted === null || noted.size > events.length || checkpointAt(noted.size) !== noted.checkpoint)
    return null
  const touched = findTouched(events.slice(noted.size), state)
  const isAmbient = noted.parts.get(AMBIENT)?.[0] === ambient
  return async (asked, key) => {
    if (asked === 'days' || noted.checkpoint === checkpoint) return true
    if (isAmbient && !mayDiffer(asked, noted.parts, touched)) return true
    return (await traced.keyOf(asked)) === key
  }
}

/** The parts that the pages rest on: those read now, and of the rest what was noted. */
function partsOf(pages: ReadonlyMap<string, PageNote>, noted: Notes | null, { parts }: TracedReader) {
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

function describeExport({ on, base, days, checkpoint }: ExportOptions, title: string, pages: number): string {
  const described = { schema: 'holdfast/export@1', title, on, base, days, checkpoint, pages }
  return `${JSON.stringify(described, null, 2)}\n`
}
