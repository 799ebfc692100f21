/** `holdfast documents list`, and what the reader finds in a copy. */
import { UsageError } from '../../model/index.ts'
import { findRecord, listRecords, type TrackerState } from '../../tracker/index.ts'
import type { CommandLine } from '../command-line.ts'
import { cleanForTerminal } from '../display-width.ts'
import { createEngine } from '../engine.ts'
import { EXIT_OK } from '../exit-code.ts'
import { writeResult } from '../output.ts'
import { readingText } from '../reading-text.ts'
import { withRecord } from '../record.ts'
import { type Column, renderTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { type Capture, getNewestCopy, getSource, readState, readText } from './kept-copies.ts'

const COLUMNS: readonly Column[] = [
  { title: 'Copy', least: 16, most: 16, share: 0 },
  { title: 'Source', least: 10, most: 24, share: 1 },
  { title: 'File', least: 12, most: 40, share: 1, lines: 2 },
  { title: 'Added', least: 10, most: 10, share: 0 },
  { title: 'Pages', least: 5, most: 5, share: 0, align: 'right' },
  { title: 'Passages', least: 8, most: 24, share: 0 },
]

export async function listDocuments(_line: CommandLine, terminal: Terminal): Promise<number> {
  const told = await withRecord(terminal, async (ledger) => describeCopies(await readState(ledger), terminal))
  await writeResult(told, null, terminal)
  return EXIT_OK
}

function describeCopies(state: TrackerState, { columns, style }: Terminal): string {
  const captures = [...state.records.capture.values()]
  if (captures.length === 0) return 'No copy of any source is held. Add one: holdfast documents add FILE\n'
  const passages = listRecords(state, 'passage')
  const rows = captures.map(({ id, body, recordedAt }) => {
    const own = passages.filter(({ capture }) => capture === id)
    const lost = own.filter(({ standing }) => standing === 'lost').length
    return [
      id,
      body.source,
      cleanForTerminal(body.fileName),
      recordedAt.slice(0, 10),
      body.pages === null ? '' : String(body.pages),
      lost === 0 ? String(own.length) : `${own.length}, ${lost} not in a newer copy`,
    ]
  })
  return `${renderTable(COLUMNS, rows, columns, style).join('\n')}\n`
}

/** `name` is a source or the beginning of a copy's hash. What is found is offered, and never published by itself. */
export async function offerStatements(line: CommandLine, name: string, terminal: Terminal): Promise<number> {
  return withRecord(terminal, async (ledger) => {
    const capture = findCopy(await readState(ledger), name)
    const document = await readText(ledger, capture)
    const reading = await createEngine(null).read({ file: capture.fileName, document })
    const { kinds, isAll } = line
    const text = readingText([reading], { width: terminal.columns, style: terminal.style, kinds, isAll })
    const hint = `\nNothing of this is published. To rest a record on some of these words:\n  holdfast documents anchor RECORD --source ${capture.source} --words "…"\n`
    await writeResult(text + hint, null, terminal)
    return EXIT_OK
  })
}

function findCopy(state: TrackerState, name: string): Capture {
  if (findRecord(state, 'source', name) !== undefined) return getNewestCopy(state, name)
  const copies = listRecords(state, 'capture').filter(({ hash }) => name.length >= 6 && hash.startsWith(name))
  const [copy, ...others] = copies
  if (others.length > 0)
    throw new UsageError('document_not_held', `Several copies begin with ${name}. Give more of the hash.`)
  if (copy !== undefined) return copy
  return getNewestCopy(state, getSource(state, name).id)
}
