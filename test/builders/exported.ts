/** Trackers exported into folders for tests, from events alone: the log is made as the ledger makes it. */
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkpointAt, type HeldLog, logFiles } from '../../src/ledger/index.ts'
import { START, type WrittenEntry, writeEntry } from '../../src/ledger/log/entry.ts'
import { merkleRoot } from '../../src/ledger/log/merkle.ts'
import { type DocumentText, parsePlainDate } from '../../src/model/index.ts'
import { type Exported, exportSite, VERIFIER } from '../../src/site/index.ts'
import type { TrackerEvent } from '../../src/tracker/index.ts'

export function logOf(events: readonly TrackerEvent[]): HeldLog {
  const written: WrittenEntry[] = []
  for (const event of events)
    written.push(writeEntry({ event, documents: [], previous: written.at(-1)?.hash ?? START }))
  const hashes = written.map(({ hash }) => hash)
  const checkpoint = { size: hashes.length, root: merkleRoot(hashes) }
  const rootAt = (size: number) => merkleRoot(hashes.slice(0, size))
  return { checkpoint, rootAt, events, lines: written.map(({ text }) => text), hashes, documents: [] }
}

export interface ExportGiven {
  readonly on?: string
  readonly base?: string | null
  readonly days?: readonly string[]
  readonly program?: string
  readonly signal?: AbortSignal
  /** Folder that keeps what files were when an export ended. */
  readonly memory?: string | null
  readonly isAllRead?: boolean
  /** Texts of the copies that the events tell of, to be published with them. */
  readonly documents?: readonly DocumentText[]
}

export const dayOf = (text: string) => parsePlainDate(text)!

export function exportTo(
  folder: string,
  events: readonly TrackerEvent[],
  given: ExportGiven = {},
): Promise<Exported> {
  const log = logOf(events)
  const {
    on = '2026-02-15',
    base = null,
    days = [],
    program = 'test',
    signal,
    documents,
    memory = null,
    isAllRead = false,
  } = given
  return exportSite(
    {
      folder,
      record: Promise.resolve({
        events,
        checkpoint: `${log.checkpoint.size}:${log.checkpoint.root}`,
        checkpointAt: (size) => `${size}:${checkpointAt(log, size).root}`,
        days: days.map(dayOf),
        attached: [
          ...logFiles(log, 'holdfast').map(({ path, last, bytes }) => ({ path: `log/${path}`, last, bytes })),
          { path: 'verify.mjs', bytes: VERIFIER },
          ...(documents ?? []).map((document) => ({
            path: `log/documents/${document.sha256}`,
            bytes: JSON.stringify(document),
          })),
        ],
      }),
      synonyms: Promise.resolve([['sgo', 'special guardianship order']]),
      on: dayOf(on),
      base,
      program,
      hasDocuments: documents !== undefined,
      memory,
      isAllRead,
    },
    { signal: signal ?? new AbortController().signal, threads: 1, onPage: () => undefined },
  )
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'holdfast-export-'))

/** Every file below the folder with its bytes, by its path. */
export function filesIn(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  )
  return new Map(paths.sort().map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))]))
}

/** The events, and one more about a record that is there: its body changed by `change`, or withdrawn. */
export function withCorrection(
  events: readonly TrackerEvent[],
  type: TrackerEvent['type'],
  id: string,
  change: object | null,
): TrackerEvent[] {
  const last = events.findLast((event) => event.type === type && event.id === id)
  if (!last?.body) throw new Error(`no ${type} ${id}`)
  const body = change === null ? null : ({ ...last.body, ...change } as TrackerEvent['body'])
  const action = change === null ? 'withdrawn' : 'corrected'
  return [...events, { ...last, sequence: events.length + 1, action, reason: 'A test', body }]
}

/** The events, and one more that records a body again that was there before, or one like it under another id. */
export function recordedAgain(
  events: readonly TrackerEvent[],
  type: TrackerEvent['type'],
  id: string,
  change: { readonly id: string; readonly [field: string]: unknown } = { id },
): TrackerEvent[] {
  const last = events.findLast((event) => event.type === type && event.id === id && event.body !== null)
  if (!last) throw new Error(`no ${type} ${id}`)
  const body = { ...last.body, ...change } as TrackerEvent['body']
  return [
    ...events,
    { ...last, id: change.id, sequence: events.length + 1, action: 'recorded', reason: null, body },
  ]
}
