/**
 * The rows of a table of a large record, a piece at a time: each piece is a small tracker of its own, and its rows are made
 * as those of a small record are.
 */
import {
  keyOf,
  type MomentPlace,
  type Need,
  RECORD_TYPES,
  type RunPlace,
  type TrackerEvent,
  type TrackerPart,
} from '../../../tracker/index.ts'
import type { Standpoint } from '../standpoint.ts'
import { type FilterValues, makeTable, type Pieces, type Table, type TableKind } from './table.ts'

/** Records in a piece: so few that pages do not wait behind it, so many that queries do not count. */
const AT_ONCE = 200

export interface AskRecord {
  readonly part: (need: Need) => Promise<{ readonly at: Standpoint; readonly part: TrackerPart }>
  /** Events after a sequence, oldest first; by the day asked for. */
  readonly events: (after: number, limit: number) => Promise<readonly TrackerEvent[]>
}

export type TablePiece = Pick<Table, 'cells' | 'cited'>

/** Null where the table is of one record and is made at once. */
export function readPieces<Entry>(
  kind: TableKind<Entry>,
  ask: AskRecord,
  asked: FilterValues,
): AsyncGenerator<TablePiece> | null {
  const { pieces } = kind
  const make: MakePiece<Entry> = (at, entries) => makeTable(kind, at, asked, entries)
  switch (pieces?.by) {
    case 'records':
      return byRecords(pieces, kind, ask, asked, make)
    case 'happenings':
      return byHappenings(pieces, kind, ask, make)
    case 'events':
      return byEvents(kind, ask, make)
    case 'citations':
      return byCitations(pieces, kind, ask, make)
    case undefined:
      return null
  }
}

type MakePiece<Entry> = (at: Standpoint, entries: readonly Entry[]) => TablePiece

type Of<Entry, By extends string> = Extract<Pieces<Entry>, { by: By }>

/** In the order in which the records were found; several rows of one stand together as they were made. */
function inOrder<Entry>(
  entries: readonly Entry[],
  keys: readonly string[],
  keyOfEntry: (entry: Entry) => string,
) {
  const places = new Map(keys.map((key, at) => [key, at]))
  return entries
    .flatMap((entry) => {
      const place = places.get(keyOfEntry(entry))
      return place === undefined ? [] : [{ entry, place }]
    })
    .sort((one, other) => one.place - other.place)
    .map(({ entry }) => entry)
}

async function* byRecords<Entry>(
  { type, order, reach, idOf, atOnce = AT_ONCE }: Of<Entry, 'records'>,
  kind: TableKind<Entry>,
  ask: AskRecord,
  asked: FilterValues,
  make: MakePiece<Entry>,
): AsyncGenerator<TablePiece> {
  const named = (kind.filters ?? []).flatMap(({ key, idOf: of }) =>
    of !== undefined && asked[key] ? [keyOf(of, asked[key])] : [],
  )[0]
  const naming = named === undefined ? {} : { naming: { key: named } }
  for (let after: RunPlace | null = null; ; ) {
    const { at, part } = await ask.part({ kind: 'run', type, order, after, limit: atOnce, reach, ...naming })
    const { records = [], next = null } = part.run ?? {}
    const ids = records.map(({ id }) => id)
    yield make(at, inOrder(kind.entries(at), ids, idOf))
    if (next === null) return
    after = next
  }
}

async function* byHappenings<Entry>(
  { naming, momentOf }: Of<Entry, 'happenings'>,
  kind: TableKind<Entry>,
  ask: AskRecord,
  make: MakePiece<Entry>,
): AsyncGenerator<TablePiece> {
  const narrowed = naming === undefined ? {} : { naming }
  // Those of one record are sorted anew for each piece.
  const limit = naming === undefined ? AT_ONCE : AT_ONCE * 5
  for (let after: MomentPlace | null = null; ; ) {
    const { at, part } = await ask.part({ kind: 'moments', after, limit, ...narrowed })
    const { moments = [], next = null } = part.moments ?? {}
    const keys = moments.map(({ type, id, version }) => `${type} ${id} ${version}`)
    yield make(at, inOrder(kind.entries(at), keys, momentOf))
    if (next === null) return
    after = next
  }
}

async function* byEvents<Entry>(
  kind: TableKind<Entry>,
  ask: AskRecord,
  make: MakePiece<Entry>,
): AsyncGenerator<TablePiece> {
  for (let after = 0; ; ) {
    const events = await ask.events(after, AT_ONCE)
    const keys = [...new Set(events.map(({ type, id }) => keyOf(type, id)))]
    const { at } = await ask.part({ kind: 'named', keys })
    const told = { ...at, events }
    yield make(told, kind.entries(told))
    const last = events.at(-1)
    if (events.length < AT_ONCE || last === undefined) return
    after = last.sequence
  }
}

async function* byCitations<Entry>(
  { source, recordOf }: Of<Entry, 'citations'>,
  kind: TableKind<Entry>,
  ask: AskRecord,
  make: MakePiece<Entry>,
): AsyncGenerator<TablePiece> {
  const naming = { key: keyOf('source', source) }
  for (const type of RECORD_TYPES)
    for (let after: RunPlace | null = null; ; ) {
      const need = {
        kind: 'run',
        type,
        order: 'recorded',
        after,
        limit: AT_ONCE,
        naming,
        reach: 'names',
      } as const
      const { at, part } = await ask.part(need)
      const { records = [], next = null } = part.run ?? {}
      const keys = records.map(({ id }) => keyOf(type, id))
      yield make(at, inOrder(kind.entries(at), keys, recordOf))
      if (next === null) break
      after = next
    }
}
