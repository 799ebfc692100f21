/** `holdfast documents add FILE|FOLDER`: keeps copies of sources, and finds the words that records quote from them. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { readSourceFile, type SourceFile } from '../../documents/index.ts'
import type { Change, Ledger } from '../../ledger/index.ts'
import { type DocumentText, parsePlainDate, UsageError } from '../../model/index.ts'
import {
  listRecords,
  matchSource,
  type PassageRow,
  planPassages,
  quotedSources,
  type RecordOf,
  splitParts,
  type TrackerState,
} from '../../tracker/index.ts'
import type { CommandLine } from '../command-line.ts'
import { cleanForTerminal } from '../display-width.ts'
import { createEngine } from '../engine.ts'
import { EXIT_OK, exitCodeOf } from '../exit-code.ts'
import { checkInterrupted, type Loading, startLoading } from '../load-documents.ts'
import { writeResult } from '../output.ts'
import { printNotices } from '../read-command.ts'
import { withRecord } from '../record.ts'
import { describeError } from '../report-error.ts'
import type { Terminal } from '../terminal.ts'
import { findFiles } from './find-files.ts'
import { type Capture, getSource, readState } from './kept-copies.ts'
import { countMissing, countPassages, passagesText } from './passages-text.ts'
import { refuseLost } from './refuse-lost.ts'

interface Adding {
  readonly ledger: Ledger
  readonly line: CommandLine
  readonly loading: Loading
  readonly terminal: Terminal
}

/** Resolves to the exit code of the first file that failed; throws `passage_lost` after everything else went well. */
export async function addDocuments(
  line: CommandLine,
  names: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const { files, passedOver, hasFolder } = await findFiles(names)
  const { source, taken } = line.evidence
  if (source !== null && (hasFolder || files.length > 1))
    throw new UsageError(
      'option_invalid',
      '--source goes with one file: which of several is of that source cannot be told.',
    )
  if (taken !== null && parsePlainDate(taken) === null)
    throw new UsageError('option_invalid', `--taken ${taken} is not a day. Write it as 2026-02-27.`)
  for (const message of passedOver) terminal.stderr.write(`holdfast: note: ${cleanForTerminal(message)}\n`)
  return withRecord(terminal, async (ledger) => {
    const loading = startLoading(line, terminal, createEngine(null))
    return addAll(files, { ledger, line, loading, terminal })
  })
}

async function addAll(files: readonly string[], adding: Adding): Promise<number> {
  const { terminal, loading, ledger } = adding
  let state = await readState(ledger)
  if (adding.line.evidence.source !== null) getSource(state, adding.line.evidence.source)
  let exitCode = EXIT_OK
  let missing = 0
  const counts = { added: 0, known: 0, failed: 0 }
  for (const [at, file] of files.entries()) {
    checkInterrupted(terminal.signal)
    if (files.length > 1) loading.progress.show(file, { phase: 'file', done: at + 1, total: files.length })
    try {
      const added = await addOne(file, state, adding)
      loading.progress.clear()
      await writeResult(added.told, null, terminal)
      counts[added.kind]++
      missing += countMissing(added.rows)
      if (added.kind === 'added') state = await readState(ledger)
    } catch (error) {
      loading.progress.clear()
      checkInterrupted(terminal.signal)
      terminal.stderr.write(describeError(error, file))
      counts.failed++
      if (exitCode === EXIT_OK) exitCode = exitCodeOf(error)
    }
  }
  if (files.length !== 1)
    await writeResult(
      `${counts.added} added, ${counts.known} held already, ${counts.failed} not added. ${files.length === 0 ? 'The folder holds no files.' : ''}`.trim() +
        '\n',
      null,
      terminal,
    )
  if (exitCode === EXIT_OK) refuseLost(missing)
  return exitCode
}

interface Added {
  readonly kind: 'added' | 'known'
  readonly told: string
  readonly rows: readonly PassageRow[]
}

async function addOne(file: string, state: TrackerState, adding: Adding): Promise<Added> {
  const { line, loading, terminal } = adding
  const source = await readSourceFile(file, loading.limits)
  const hash = createHash('sha256').update(source.bytes).digest('hex')
  const known = listRecords(state, 'capture').find((capture) => capture.hash === hash)
  if (known !== undefined) return tellKnown(file, known, line)
  const document = await loading.engine.parse(source, {
    limits: loading.limits,
    signal: terminal.signal,
    onProgress: (step) => loading.progress.show(file, step),
  })
  loading.progress.clear()
  if (!loading.isQuiet) printNotices(file, document.notices, terminal)
  const matched = matchOne(file, { source, document, state, line })
  const text = new TextEncoder().encode(JSON.stringify(document))
  const capture = describeCapture({ file, source, document, text, of: matched.source, line })
  const { changes, rows } = planPassages(state, { id: capture.id, source: matched.source.id, document })
  const by = line.evidence.by ?? 'the operator'
  const kept: Change = {
    by,
    action: 'recorded',
    type: 'capture',
    id: capture.id,
    reason: null,
    body: capture,
    seen: null,
    documents: [source.bytes, text],
  }
  const passages = changes.map((change): Change => ({ ...change, by, seen: lastSeen(state, change.id) }))
  await adding.ledger.append([kept, ...passages])
  const lead = `${cleanForTerminal(file)}: a copy of ${matched.source.id} (${matched.why}). ${countPassages(rows)}.\n`
  return { kind: 'added', told: lead + passagesText(rows, terminal), rows }
}

function tellKnown(file: string, known: Capture, line: CommandLine): Added {
  const other = line.evidence.source !== null && line.evidence.source !== known.source
  const more = other ? ` One copy belongs to one source: it was not added to ${line.evidence.source}.` : ''
  return {
    kind: 'known',
    told: `${cleanForTerminal(file)}: held already, as a copy of ${known.source}.${more} Nothing was recorded.\n`,
    rows: [],
  }
}

export function lastSeen(state: TrackerState, passage: string): number | null {
  return state.records.passage.get(passage)?.events.at(-1)?.sequence ?? null
}

interface Matching {
  readonly source: SourceFile
  readonly document: DocumentText
  readonly state: TrackerState
  readonly line: CommandLine
}

/** Throws `source_unclear` with what is like it. */
function matchOne(file: string, { source, document, state, line }: Matching) {
  if (line.evidence.source !== null)
    return { source: getSource(state, line.evidence.source), why: 'as you said' }
  const facts = {
    fileName: basename(file),
    addresses: addressesIn(source.bytes, document.mediaType),
    document,
    quoted: quotedSources(state, document.text),
  }
  const match = matchSource(listRecords(state, 'source'), facts)
  if (match.kind === 'sure') return match
  const named = match.candidates.map(({ source: { id, title }, why }) => `${id} (${title}: ${why})`)
  throw new UsageError(
    'source_unclear',
    named.length === 0
      ? `Nothing in ${file} says which source it is a copy of. Name it: --source ID. It was not added.`
      : `${file} may be a copy of ${named.join(', or of ')}. Name the one it is: --source ID. It was not added.`,
  )
}

const OWN_ADDRESS =
  /<link[^>]+rel=["']?canonical["']?[^>]*>|<meta[^>]+property=["']og:url["'][^>]*>|<!-- saved from url=\(\d+\)[^ ]+/gi
/** What a page says of itself stands in its head. */
const HEAD = 200_000

/** The addresses a page gives as its own. */
function addressesIn(bytes: Uint8Array, mediaType: string): string[] {
  if (mediaType !== 'text/html') return []
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  return (head.match(OWN_ADDRESS) ?? []).flatMap((tag) => /https?:\/\/[^"'\s>]+/.exec(tag)?.[0] ?? [])
}

interface Described {
  readonly file: string
  readonly source: SourceFile
  readonly document: DocumentText
  readonly text: Uint8Array
  readonly of: RecordOf<'source'>
  readonly line: CommandLine
}

function describeCapture({ file, source, document, text, of, line }: Described): Capture {
  const { taken, from } = line.evidence
  return {
    id: document.sha256.slice(0, 16),
    source: of.id,
    hash: document.sha256,
    textHash: createHash('sha256').update(text).digest('hex'),
    bytes: source.bytes.length,
    mediaType: document.mediaType,
    // Control characters in a name would reach pages and terminals.
    fileName: cleanForTerminal(basename(file)).slice(0, 255) || 'document',
    takenOn: taken === null ? null : parsePlainDate(taken),
    from: from ?? null,
    title: document.title,
    pages: document.pages?.length ?? null,
    characters: document.text.length,
    parts: splitParts(document),
  }
}
