/** What was noted of pages beside what is so now: which of them rest on nothing that changed. */
import type { TrackerEvent, TrackerState } from '../../tracker/index.ts'
import { findTouched, mayDiffer } from './changed-parts.ts'
import { DAYS_READ, daysRead } from './maker.ts'
import type { Notes, PageNote } from './notes.ts'
import { createMarks, type Row, type Texts } from './texts.ts'
import type { TracedReader } from './traced-reader.ts'

/** What stands in every part, asked by way of a record that is not there. */
export const AMBIENT = 'record topic - now'

/** A page that only a copy has says what it was made from. */
export const OWN_READ = 'own'

interface NotedRecord {
  readonly events: readonly TrackerEvent[]
  /** "SIZE:ROOT" of the log that the events are. */
  readonly checkpoint: string
  /** The same of the log's first `size` events. */
  readonly checkpointAt: (size: number) => string
}

interface NotedNow {
  readonly traced: TracedReader
  readonly state: TrackerState
  /** What `AMBIENT` comes to. */
  readonly ambient: string
}

/** Tells whether all that a page rests on is the same; null where nothing of the last export can be taken over. */
export async function compareNoted(
  noted: Notes | null,
  { events, checkpoint, checkpointAt }: NotedRecord,
  { traced, state, ambient }: NotedNow,
): Promise<((note: PageNote, days: readonly string[]) => boolean) | null> {
  if (noted === null || noted.size > events.length || checkpointAt(noted.size) !== noted.checkpoint)
    return null
  const { texts } = noted
  /** By the number of what was asked: not 0 where it would be answered otherwise now. */
  const stale = new Uint8Array(texts.size)
  if (noted.checkpoint !== checkpoint) {
    const { held, named } = findTouched(events.slice(noted.size), state)
    const touched = { held: new Set([...held].map(texts.numberOf)), named }
    const [now] = noted.parts.get(texts.numberOf(AMBIENT)) ?? []
    const isAmbient = now !== undefined && texts.textOf(now) === ambient
    for (const [asked, key] of allAsked(noted)) {
      if (isAmbient && !mayDiffer(asked, noted, touched)) continue
      if ((await traced.keyOf(texts.textOf(asked))) !== texts.textOf(key)) stale[asked] = 1
    }
  }
  const onDays = texts.numberOf(DAYS_READ)
  return ({ reads }, days) => {
    let isThere = false
    for (let at = 0; at < reads.length; at += 2) {
      const asked = reads.at(at)
      if (asked === onDays) isThere = texts.textOf(reads.at(at + 1)) === daysRead(days)[1]
      else if (stale[asked] === 1) return false
    }
    return isThere
  }
}

/** What pages asked with what it came to, each once: all rest on the same record. Not the days that they were there on. */
function allAsked({ pages, texts }: Notes): Map<number, number> {
  const asked = new Map<number, number>()
  const met = createMarks(texts.size)
  for (const none of [DAYS_READ, OWN_READ]) met.add(texts.numberOf(none))
  for (let place = 0; place < pages.size; place += 1) {
    const { reads } = pages.at(place)
    for (let at = 0; at < reads.length; at += 2) {
      const each = reads.at(at)
      if (met.add(each)) asked.set(each, reads.at(at + 1))
    }
  }
  return asked
}

/** The parts that the pages rest on: those read now, and of the rest what was noted. */
export function partsOf(
  pages: Iterable<PageNote>,
  noted: Notes | null,
  parts: ReadonlyMap<number, Row>,
  texts: Texts,
): Map<number, Row> {
  const used = new Map<number, Row>()
  const met = createMarks(texts.size)
  const take = (asked: number) => {
    const records = met.add(asked) ? (parts.get(asked) ?? noted?.parts.get(asked)) : undefined
    if (records !== undefined) used.set(asked, records)
  }
  take(texts.numberOf(AMBIENT))
  for (const { reads } of pages) for (let at = 0; at < reads.length; at += 2) take(reads.at(at))
  return used
}
