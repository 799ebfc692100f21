/**
 * How far a page sees: from the records it is about to all that belongs to them. One way of walking for a state that is
 * held and for one in a database, so that both give the same page.
 */
import type { RecordType } from '../record/index.ts'
import { type RecordKey, splitKey, targetsOf } from '../record/links.ts'

/** What can be asked of records wherever they are kept. Keys that lead nowhere are left out of what is loaded. */
export interface RecordGraph {
  /** The bodies of records that are there. */
  load(keys: ReadonlySet<RecordKey>): Promise<ReadonlyMap<RecordKey, object>>
  /** What a record that was loaded names; absent, it is read out of the body each time. */
  targets?(key: RecordKey, body: object): readonly RecordKey[]
  /** Records that name any of these; of `types` only, where they are given. */
  naming(keys: ReadonlySet<RecordKey>, types: readonly RecordType[] | null): Promise<Set<RecordKey>>
  /** The same of one that many name: what matters most of each type, `most` at most. */
  namingMost(key: RecordKey, most: number): Promise<Set<RecordKey>>
  /** Whether more than `many` records name it. */
  isNamedByMore(key: RecordKey, many: number): Promise<boolean>
  /** Loads `wanted`, and tells what of `types` names any of what it loaded or of `found`; absent, one after the other. */
  loadNaming?(
    wanted: ReadonlySet<RecordKey>,
    found: ReadonlySet<RecordKey>,
    types: readonly RecordType[],
  ): Promise<Loaded>
}

export interface Loaded {
  readonly bodies: ReadonlyMap<RecordKey, object>
  readonly naming: ReadonlySet<RecordKey>
}

/** Types whose own parts (replies, delivery, cells) belong to every page that shows them. */
export const WITH_PARTS: ReadonlySet<string> = new Set(['commitment', 'recommendation', 'ask', 'support'])

/** A page that would show more than this shows what matters most of each type, and says so. */
export const MOST_WHOLE = 100
/** So many of each type: about what fits a page that stays light. */
export const MOST_OF_EACH = 8

/** All records that pages about `roots` are made from, the roots included, with their bodies; of roots that many name, what matters most, unless nothing is to be cut. */
export async function reach(
  graph: RecordGraph,
  roots: ReadonlySet<RecordKey>,
  isCut = true,
): Promise<Map<RecordKey, object>> {
  const found = new Map<RecordKey, object>()
  const take = async (keys: ReadonlySet<RecordKey>): Promise<RecordKey[]> => {
    const wanted = new Set([...keys].filter((key) => !found.has(key)))
    if (wanted.size === 0) return []
    const loaded = await graph.load(wanted)
    for (const [key, body] of loaded) found.set(key, body)
    return [...loaded.keys()]
  }
  const targets = () =>
    new Set([...found].flatMap(([key, body]) => graph.targets?.(key, body) ?? targetsOf(body)))
  const own = await take(roots)
  const named = isCut
    ? await Promise.all(own.map((key) => namedBy(graph, key)))
    : [await graph.naming(new Set(own), null)]
  const parts = await take(new Set(named.flatMap((keys) => [...keys])))
  // Which cell holds now is told by the others of the same help.
  const helps = own
    .filter((key) => splitKey(key)[0] === 'coverage')
    .flatMap((key) => targetsOf(found.get(key) ?? {}))
  await take(await graph.naming(new Set(helps.filter((key) => splitKey(key)[0] === 'support')), ['coverage']))
  const whole = parts.filter((key) => WITH_PARTS.has(splitKey(key)[0]))
  await take(await graph.naming(new Set(whole), null))
  // The page of a copy names what its passages support, and that of an organisation what it replied to, with their topics.
  if ([...roots].some((key) => ['capture', 'organisation'].includes(splitKey(key)[0]))) await take(targets())
  // The words of a source that were kept, and the copies they are from.
  const { bodies, naming } = await loadNaming(graph, targets(), found, ['passage', 'capture'])
  for (const [key, body] of bodies) found.set(key, body)
  await take(naming)
  await take(new Set([...targets()].filter((key) => key.startsWith('capture '))))
  return found
}

async function loadNaming(
  graph: RecordGraph,
  keys: ReadonlySet<RecordKey>,
  found: ReadonlyMap<RecordKey, object>,
  types: readonly RecordType[],
): Promise<Loaded> {
  const wanted = new Set([...keys].filter((key) => !found.has(key)))
  const known = new Set(found.keys())
  if (graph.loadNaming !== undefined) return graph.loadNaming(wanted, known, types)
  const bodies = wanted.size === 0 ? new Map<RecordKey, object>() : await graph.load(wanted)
  return { bodies, naming: await graph.naming(new Set([...known, ...bodies.keys()]), types) }
}

const namedBy = async (graph: RecordGraph, key: RecordKey): Promise<Set<RecordKey>> =>
  (await graph.isNamedByMore(key, MOST_WHOLE))
    ? graph.namingMost(key, MOST_OF_EACH)
    : graph.naming(new Set([key]), null)

/** Records and what names and addresses of them need, for lists that show no more of each. */
export async function reachNames(
  graph: RecordGraph,
  roots: ReadonlySet<RecordKey>,
): Promise<Map<RecordKey, object>> {
  const found = new Map(await graph.load(roots))
  const targets = new Set([...found.values()].flatMap(targetsOf).filter((key) => !found.has(key)))
  for (const [key, body] of await graph.load(targets)) found.set(key, body)
  return found
}

/** The same with what those need in turn: a reply is told with the topic of what it answers. */
export async function reachTwice(graph: RecordGraph, roots: ReadonlySet<RecordKey>): Promise<void> {
  const found = await reachNames(graph, roots)
  await graph.load(new Set([...found.values()].flatMap(targetsOf)))
}

/** Types that every page may speak of, and of which no tracker has many. */
export const ALWAYS: readonly RecordType[] = ['group', 'government']
