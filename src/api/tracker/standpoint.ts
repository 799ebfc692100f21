/** Where an answer is given from: the tracker as it stands on a day, and the address that the reader knows it by. */
import type { PlainDate } from '../../model/index.ts'
import type { TrackerEvent, TrackerSettings, TrackerState } from '../../tracker/index.ts'
import { pathOf } from './page-path.ts'

export interface Standpoint {
  /** Already as it stood on `asAt`, where a day was asked for. */
  readonly state: TrackerState
  readonly settings: TrackerSettings
  /** The day deadlines are measured on: `asAt`, or the clock's. */
  readonly today: PlainDate
  /** Null for the tracker as it is. */
  readonly asAt: PlainDate | null
  /** What comes before every path in an answer that leaves the site: "https://example.org", without a slash at its end. */
  readonly base: string
  /** What was recorded, oldest first; empty where the answer is not about that. */
  readonly events: readonly TrackerEvent[]
}

/** A path of the site as a whole address, on the same day. */
export function addressOf({ base, asAt }: Standpoint, path: string): string {
  if (asAt === null) return `${base}${path}`
  const [own = '', fragment] = path.split('#')
  const dated = `${base}${own}${own.includes('?') ? '&' : '?'}as_at=${asAt}`
  return fragment === undefined ? dated : `${dated}#${fragment}`
}

/** The whole address of the place where people read a record. */
export const pageOf = (at: Standpoint, type: Parameters<typeof pathOf>[1], id: string): string =>
  addressOf(at, pathOf(at.state, type, id))
