// The record that the start of its commands is rehearsed on (built to dist/, where scripts/keep-record-start.mjs finds it): a
// small invented tracker with every kind of record, as the rows that PostgreSQL would give of it.
import { MIGRATIONS } from '../src/ledger/database/migrations.ts'
import { START, type WrittenEntry, writeEntry } from '../src/ledger/log/entry.ts'
import { sha256 } from '../src/ledger/log/hash.ts'
import { merkleRoot } from '../src/ledger/log/merkle.ts'
import { entryFiles, TILE_WIDTH } from '../src/ledger/log/tiles.ts'
import { PROJECTION_VERSION } from '../src/ledger/store/project-events.ts'
import { changesFromContent, describeProblem, parseContent, type TrackerEvent } from '../src/tracker/index.ts'
import { CONTENT } from './rehearsal-content.ts'

type Row = Readonly<Record<string, string | number | boolean | null>>

/** A record in which one promise was corrected `corrections` times. */
export function makeRecord(corrections: number) {
  const content = parseContent([{ path: 'rehearsal.yaml', text: CONTENT }])
  const [problem] = content.problems
  if (problem !== undefined) throw new Error(describeProblem(problem))
  const recorded = changesFromContent(content, new Map(), '')
  const promise = recorded.find(({ type }) => type === 'commitment')
  const corrected = Array.from({ length: promise === undefined ? 0 : corrections }, (_, at) => ({
    ...promise!,
    action: 'corrected' as const,
    body: { ...promise!.body!, title: `Said again ${at + 1} times` } as TrackerEvent['body'], // as it was, but for its title
  }))
  const entries: WrittenEntry[] = []
  for (const { action, type, id, body } of [...recorded, ...corrected]) {
    const head = { sequence: entries.length + 1, recordedAt: '2026-01-31T00:00:00.000Z', by: 'A rehearsal' }
    const event = { ...head, action, type, id, body, reason: action === 'corrected' ? 'Rehearsed.' : null }
    entries.push(writeEntry({ event, documents: [], previous: entries.at(-1)?.hash ?? START }))
  }
  const [settings] = recorded
  const tracker: Row = {
    type: 'tracker',
    id: settings?.id ?? '',
    sequence: 1,
    body: JSON.stringify(settings?.body),
  }
  return {
    answer: (text: string, parameters: readonly string[]) => answer(text, parameters, entries, tracker),
  }
}

/** The questions of a start, told by the tables they read; there are no rows for any other. */
function answer(
  text: string,
  parameters: readonly string[],
  entries: readonly WrittenEntry[],
  tracker: Row,
): readonly Row[] {
  const asks = (words: string) => text.includes(words)
  if (asks('to_regclass')) return [{ there: true }]
  if (asks('max(version)')) return [{ version: MIGRATIONS.length }]
  if (asks('from "projection"')) return [{ version: PROJECTION_VERSION }]
  if (asks('from "checkpoints"'))
    return [{ size: entries.length, root: merkleRoot(entries.map(({ hash }) => hash)) }]
  if (asks('what the log comes to')) return runsOf(entries)
  const later = entries.slice(Number(parameters[0] ?? 0))
  if (asks('page of the log')) return [joined(later)]
  if (asks('from "entries"')) return later.map(({ sequence, text }) => ({ sequence, entry: text }))
  return asks('from "records"') ? [tracker] : []
}

/** As the ledger asks for many entries at once (src/ledger/verify/walk-log.ts). */
const joined = (entries: readonly WrittenEntry[]): Row => ({
  size: entries.length,
  sequences: entries.map(({ sequence }) => sequence).join('\n'),
  hashes: entries.map(({ hash }) => hash).join('\n'),
  entries: entries.map(({ text }) => text).join('\n'),
})

/** What the entries come to by file of entries, as the ledger asks for it (src/ledger/verify/find-copied.ts). */
const runsOf = (entries: readonly WrittenEntry[]): Row[] =>
  entryFiles(entries.map(({ text }) => text)).map(({ bytes, last }, file) => {
    const own = entries.slice(file * TILE_WIDTH, last)
    const hashes = own.map(({ hash }) => hash).join('\n')
    return { file, size: own.length, last, digest: sha256(bytes), hashes, isSound: true }
  })
