/** A reader over a state that is held whole: of content files, or of a small record. */
import type { PlainDate } from '../../model/index.ts'
import type { TrackerEvent } from '../events.ts'
import { foldEvents, type TrackerState } from '../fold.ts'
import { firstDayOf, stateAsAt } from '../queries/as-at.ts'
import { oncePerObject } from '../queries/once.ts'
import { createSearchIndex, type SearchIndex } from '../queries/search.ts'
import { type Synonyms, synonymsOfTracker } from '../queries/synonyms.ts'
import { keyOf, type RecordKey } from '../record/links.ts'
import { pageOfLog } from './log-page.ts'
import { createMemorySlices } from './memory-slices.ts'
import type { Need, TrackerHead, TrackerReader } from './reader.ts'

export interface HeldTracker {
  readonly events: readonly TrackerEvent[]
  /** What the events come to, where that is known already. */
  readonly state?: TrackerState
  /** Phrases that mean the same in a search, besides the short names of organisations. */
  readonly synonyms?: Synonyms | (() => Promise<Synonyms>)
  readonly root?: string | null
}

/** Folds the events once; they must hold the tracker's settings. The search index of the tracker as it is, is made at the first search. */
export function createMemoryReader({
  events,
  state,
  synonyms = [],
  root = null,
}: HeldTracker): TrackerReader {
  const whole = state ?? foldEvents(events)
  const settings = whole.settings?.body
  if (settings === undefined) throw new Error('no event says what tracker this is')
  const head: TrackerHead = {
    settings,
    size: whole.head,
    root,
    firstDay: firstDayOf(whole),
    isLarge: false,
    staleSince: null,
  }
  const stateOn = (asAt: PlainDate | null): TrackerState =>
    asAt === null ? whole : stateAsAt(whole, asAt, settings.recordedOn)
  async function makeIndex(state: TrackerState): Promise<SearchIndex> {
    const told = typeof synonyms === 'function' ? await synonyms() : synonyms
    return createSearchIndex(state, [...told, ...synonymsOfTracker(state)])
  }
  const slices = createMemorySlices(whole, settings.recordedOn)
  let present: Promise<SearchIndex> | null = null

  return {
    readHead: async () => head,
    peekHead: () => head,
    readPart: async (need, asAt) => ({
      head,
      state: isOfPart(need) ? await slices.slice(need, asAt) : stateOn(asAt),
    }),
    async search(query, asAt) {
      const state = stateOn(asAt)
      if (state !== whole) return { head, state, answer: (await makeIndex(state)).search(query) }
      present ??= makeIndex(state)
      return { head, state, answer: (await present).search(query) }
    },
    readEvents: async ({ after, limit }) => events.slice(after, after + limit),
    readLog: async (asked) => pageOfLog(events, asked),
    readHistory: async (type, id) => eventsByRecord(events).get(keyOf(type, id)) ?? [],
  }
}

/** Of each record, oldest first. */
const eventsByRecord = oncePerObject((events: readonly TrackerEvent[]) => {
  const known = new Map<RecordKey, TrackerEvent[]>()
  for (const event of events) {
    const key = keyOf(event.type, event.id)
    const own = known.get(key)
    if (own === undefined) known.set(key, [event])
    else own.push(event)
  }
  return known
})

/** Whether a part is given of what is held. */
export const isOfPart = (need: Need): boolean =>
  need.kind === 'record' || need.kind === 'head' || (need.kind === 'named' && need.reach === undefined)
