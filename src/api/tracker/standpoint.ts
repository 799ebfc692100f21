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
  /** By when it was recorded, as it was asked for; null for all that is recorded. */
  readonly recordedBy: string | null
  /** What comes before every path in an answer that leaves the site: "https://example.org", without a slash at its end. */
  readonly base: string
  /** What was recorded, oldest first; empty where the answer is not about that. */
  readonly events: readonly TrackerEvent[]
}

/** What is asked with every address that keeps to the same tracker. */
export const keptParameters = ({ asAt, recordedBy }: Pick<Standpoint, 'asAt' | 'recordedBy'>) => ({
  ...(asAt === null ? {} : { as_at: asAt }),
  ...(recordedBy === null ? {} : { recorded_by: recordedBy }),
})

/** A path of the site as a whole address, of the tracker on the same day and as it was recorded by then. */
export function addressOf(at: Pick<Standpoint, 'base' | 'asAt' | 'recordedBy'>, path: string): string {
  // So it is nearly always, and a long table asks for every row.
  if (at.asAt === null && at.recordedBy === null) return `${at.base}${path}`
  const query = new URLSearchParams(keptParameters(at)).toString()
  const [own = '', fragment] = path.split('#')
  const joined = `${at.base}${own}${own.includes('?') ? '&' : '?'}${query}`
  return fragment === undefined ? joined : `${joined}#${fragment}`
}

/** The whole address of the place where people read a record. */
export const pageOf = (at: Standpoint, type: Parameters<typeof pathOf>[1], id: string): string =>
  addressOf(at, pathOf(at.state, type, id))
