/**
 * A table of a large record as a file that is made while it is read: no more of it is held than a piece. What is recorded
 * meanwhile may or may not be in it; a row is never in it twice.
 */
import { createHash } from 'node:crypto'
import { type RunPlace, sortSources, type TrackerHead } from '../../../tracker/index.ts'
import type { Standpoint } from '../standpoint.ts'
import type { AskRecord, TablePiece } from '../tables/piecewise.ts'
import type { Table } from '../tables/table.ts'
import { moreCsv, tableCsv } from '../tables/table-csv.ts'
import { jsonRows, presentSource, presentTable } from '../tables/table-json.ts'

/** Sources in a piece of their list. */
const AT_ONCE = 500

export async function* streamCsv(table: Table, pieces: AsyncIterable<TablePiece>): AsyncGenerator<string> {
  yield tableCsv(table)
  for await (const { cells } of pieces) yield moreCsv(cells)
}

/** The same text as of a table that is made at once. */
export async function* streamJson(
  table: Table,
  at: Standpoint,
  pieces: AsyncIterable<TablePiece>,
  ask: AskRecord,
): AsyncGenerator<string> {
  const { rows: _rows, sources: _sources, ...head } = presentTable(table, at)
  const cited = new Set<string>()
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`
  let separator = ''
  for await (const piece of pieces) {
    for (const source of piece.cited) cited.add(source)
    if (piece.cells.length === 0) continue
    yield separator + jsonRows({ columns: table.columns, cells: piece.cells })
    separator = ','
  }
  yield '],"sources":['
  separator = ''
  for await (const text of listCited(cited, ask)) {
    yield separator + text
    separator = ','
  }
  yield ']}'
}

async function* listCited(cited: ReadonlySet<string>, ask: AskRecord): AsyncGenerator<string> {
  if (cited.size === 0) return
  for (let after: RunPlace | null = null; ; ) {
    const need = {
      kind: 'run',
      type: 'source',
      order: 'sorted',
      after,
      limit: AT_ONCE,
      reach: 'names',
    } as const
    const { at, part } = await ask.part(need)
    const { records = [], next = null } = part.run ?? {}
    const own = records.flatMap(({ id }) =>
      cited.has(id) ? (at.state.records.source.get(id)?.body ?? []) : [],
    )
    if (own.length > 0)
      yield sortSources(own)
        .map((source) => JSON.stringify(presentSource(source)))
        .join(',')
    if (next === null) return
    after = next
  }
}

/** Pieces are asked for as fast as they are taken, and no more once nobody takes them. */
export function bodyOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      for (;;) {
        const { value, done } = await texts.next()
        if (done) return controller.close()
        if (value !== '') return controller.enqueue(encoder.encode(value))
      }
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}

/** Weak: the same rows of the same record, whatever the bytes. Known without making the file. */
export function tagOf({ size, root }: TrackerHead, at: Standpoint, address: string): string {
  const told = JSON.stringify([size, root, at.today, at.asAt, address])
  return `W/"${createHash('sha256').update(told).digest('base64url').slice(0, 22)}"`
}
