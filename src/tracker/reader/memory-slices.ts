/** The part of a held state that a page needs, so that a page costs as much as what it shows. */
import type { PlainDate } from '../../model/index.ts'
import type { Kept, KeptRecords, TrackerState } from '../fold.ts'
import { commitmentAsAt, stateAsAt } from '../queries/as-at.ts'
import { RECORD_TYPES, type RecordType } from '../record/index.ts'
import { formerKey, keyOf, type RecordKey, targetsOf } from '../record/links.ts'
import { ALWAYS, type RecordGraph, reach, reachNames } from './reach.ts'
import type { Need } from './reader.ts'

type AnyKept = Kept<RecordType>

type Commitment = Kept<'commitment'>

interface Place {
  readonly kept: AnyKept
  readonly type: RecordType
  /** In the order of the whole state. */
  readonly at: number
  /** What it names. */
  readonly targets: readonly RecordKey[]
}

/** What names a record, in the order of their types: thousands may name one, and of some types hardly any. */
interface Naming {
  readonly keys: RecordKey[]
  /** Where the keys of each type begin. */
  readonly types: { readonly type: RecordType; readonly from: number }[]
}

type NamedBy = Map<RecordKey, Naming>

/** The promises at the two ends of time. */
type Ends = readonly [Commitment | null, Commitment | null]

export interface MemorySlices {
  slice(need: Need, asAt: PlainDate | null): Promise<TrackerState>
}

/** As many as the pages that are asked for again and again; each is some maps over records that are held anyway. */
const MOST_KEPT = 2000

export function createMemorySlices(whole: TrackerState, recordedOn: PlainDate): MemorySlices {
  const places = new Map<RecordKey, Place>()
  const namedBy: NamedBy = new Map()
  for (const type of RECORD_TYPES)
    for (const [id, kept] of whole.records[type]) {
      const key = keyOf(type, id)
      const targets = targetsOf(kept.body)
      places.set(key, { kept, type, at: places.size, targets })
      for (const target of targets) {
        const naming = namedBy.get(target)
        if (naming === undefined) namedBy.set(target, { keys: [key], types: [{ type, from: 0 }] })
        else {
          if (naming.types.at(-1)?.type !== type) naming.types.push({ type, from: naming.keys.length })
          naming.keys.push(key)
        }
      }
    }
  const graph = createGraph(places, namedBy)
  const kept = new Map<string, TrackerState>()
  const ends = new Map<PlainDate | null, Ends>()
  const endsOn = (asAt: PlainDate | null): Ends => {
    const found = ends.get(asAt) ?? endsOf(whole.records.commitment.values(), asAt)
    ends.set(asAt, found)
    return found
  }

  async function make(need: Need): Promise<TrackerState> {
    if (need.kind === 'head')
      return { ...sliceOf(whole, places, alwaysOf(whole)), corrections: whole.corrections }
    if (need.kind === 'named') return sliceOf(whole, places, await named(new Set(need.keys)))
    if (need.kind !== 'record') return whole
    const roots = new Set([keyOf(need.type, need.id)])
    if (!places.has(keyOf(need.type, need.id)))
      for (const key of namedBy.get(formerKey(need.id))?.keys ?? [])
        if (key.startsWith(`${need.type} `)) roots.add(key)
    const keys = new Set((await reach(graph, roots)).keys())
    for (const key of alwaysOf(whole)) keys.add(key)
    return sliceOf(whole, places, keys)
  }
  /** The records with what their names need, and what those need in turn. */
  async function named(roots: ReadonlySet<RecordKey>): Promise<Set<RecordKey>> {
    const found = await reachNames(graph, roots)
    const keys = new Set([...found.keys(), ...alwaysOf(whole)])
    for (const key of found.keys()) for (const target of places.get(key)?.targets ?? []) keys.add(target)
    return keys
  }
  return {
    async slice(need, asAt) {
      const name = JSON.stringify([need, asAt])
      const known = kept.get(name)
      if (known) return known
      const state = await make(need)
      // From the day the content was brought up to date on, nothing is left out.
      const past = asAt !== null && asAt < recordedOn ? asAt : null
      const made = past === null ? state : stateAsAt(state, past, recordedOn)
      const shown = need.kind === 'record' ? withEnds(made, endsOn(past)) : made
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(name, shown)
      return shown
    },
  }
}

const alwaysOf = (whole: TrackerState): Set<RecordKey> =>
  new Set(ALWAYS.flatMap((type) => [...whole.records[type].keys()].map((id) => keyOf(type, id))))

/**
 * Pages draw promises on one scale of years for the whole tracker: the promises at its two ends stand in every slice.
 * Only promises are asked, and each by itself, so this needs no state of the day.
 */
export function withWitnesses(
  state: TrackerState,
  all: Iterable<Commitment>,
  asAt: PlainDate | null,
): TrackerState {
  return withEnds(state, endsOf(all, asAt))
}

function withEnds(state: TrackerState, [first, last]: Ends): TrackerState {
  const ends = [first, last].filter((each) => each !== null && !state.records.commitment.has(each.id))
  if (ends.length === 0) return state
  const commitment = new Map(state.records.commitment)
  for (const each of ends) if (each !== null) commitment.set(each.id, each)
  return { ...state, records: { ...state.records, commitment } }
}

function createGraph(places: ReadonlyMap<RecordKey, Place>, namedBy: NamedBy): RecordGraph {
  const naming: RecordGraph['naming'] = async (keys, types) => {
    const found = new Set<RecordKey>()
    for (const key of keys) {
      const naming = namedBy.get(key)
      naming?.types.forEach(({ type, from }, at) => {
        if (types !== null && !types.includes(type)) return
        const end = naming.types[at + 1]?.from ?? naming.keys.length
        for (let each = from; each < end; each += 1) found.add(naming.keys[each] ?? '')
      })
    }
    return found
  }
  return {
    async load(keys) {
      const found = new Map<RecordKey, object>()
      for (const key of keys) {
        const place = places.get(key)
        if (place !== undefined) found.set(key, place.kept.body)
      }
      return found
    },
    targets: (key, body) => places.get(key)?.targets ?? targetsOf(body),
    naming,
    // What is held is shown whole.
    isNamedByMore: async () => false,
    namingMost: (key) => naming(new Set([key]), null),
  }
}

function sliceOf(
  whole: TrackerState,
  places: ReadonlyMap<RecordKey, Place>,
  keys: ReadonlySet<RecordKey>,
): TrackerState {
  const records = Object.fromEntries(RECORD_TYPES.map((type) => [type, new Map<string, AnyKept>()]))
  const there = [...keys].flatMap((key) => places.get(key) ?? []).sort((one, other) => one.at - other.at)
  for (const { type, kept } of there) records[type]?.set(kept.id, kept)
  // Each map was filled with records of its own type only.
  return { ...whole, corrections: [], records: records as unknown as KeptRecords }
}

/** The promises with the first and with the last year that were so on the day; null where none was. */
function endsOf(all: Iterable<Commitment>, asAt: PlainDate | null): Ends {
  let [first, last]: [Commitment | null, Commitment | null] = [null, null]
  let [from, to] = ['9999', '']
  for (const kept of all) {
    const body = asAt === null ? kept.body : commitmentAsAt(kept.body, asAt)
    if (body === null) continue
    for (const { on } of body.versions) {
      if (on.from < from) [from, first] = [on.from, { ...kept, body }]
      if (on.to > to) [to, last] = [on.to, { ...kept, body }]
    }
  }
  return [first, last]
}
