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
  /** Records that name any of these; of `types` only, where they are given; the newest `most` of each type for one hub. */
  naming(
    keys: ReadonlySet<RecordKey>,
    types: readonly RecordType[] | null,
    most: number,
  ): Promise<Set<RecordKey>>
}

/** Types that have a part in thousands of records: their pages show the newest. */
const HUBS: ReadonlySet<string> = new Set(['organisation', 'source', 'government', 'group', 'indicator'])
/** Types whose own parts (replies, delivery, cells) belong to every page that shows them. */
const WITH_PARTS: ReadonlySet<string> = new Set(['commitment', 'recommendation', 'ask', 'support'])

/** As many of each type as a page about a hub shows; what it says of their number is counted apart. */
export const MOST_OF_A_HUB = 60
/** A topic is read whole, up to a number that no page could show. */
const MOST_OF_A_TOPIC = 20_000

/** All records that pages about `roots` are made from, the roots included, with their bodies. */
export async function reach(
  graph: RecordGraph,
  roots: ReadonlySet<RecordKey>,
): Promise<Map<RecordKey, object>> {
  const found = new Map<RecordKey, object>()
  const take = async (keys: ReadonlySet<RecordKey>): Promise<RecordKey[]> => {
    const wanted = new Set([...keys].filter((key) => !found.has(key)))
    if (wanted.size === 0) return []
    const loaded = await graph.load(wanted)
    for (const [key, body] of loaded) found.set(key, body)
    return [...loaded.keys()]
  }
  const own = await take(roots)
  const isHub = (key: RecordKey) => HUBS.has(splitKey(key)[0])
  const ofHubs = await graph.naming(new Set(own.filter(isHub)), null, MOST_OF_A_HUB)
  const ofOthers = await graph.naming(new Set(own.filter((key) => !isHub(key))), null, MOST_OF_A_TOPIC)
  const parts = await take(new Set([...ofHubs, ...ofOthers]))
  const whole = parts.filter((key) => WITH_PARTS.has(splitKey(key)[0]))
  await take(await graph.naming(new Set(whole), null, MOST_OF_A_TOPIC))
  await take(new Set([...found.values()].flatMap(targetsOf)))
  // The page of a copy names what its passages support, and their names tell of topics and organisations.
  if ([...roots].some((key) => splitKey(key)[0] === 'capture'))
    await take(new Set([...found.values()].flatMap(targetsOf)))
  // The words of a source that were kept, and the copies they are from.
  await take(await graph.naming(new Set(found.keys()), ['passage', 'capture'], MOST_OF_A_TOPIC))
  await take(new Set([...found.values()].flatMap(targetsOf).filter((key) => splitKey(key)[0] === 'capture')))
  return found
}

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

/** Types that every page may speak of, and of which no tracker has many. */
export const ALWAYS: readonly RecordType[] = ['group', 'government']
