/** What every page is made from: the tracker as it stands on a day, and how to link to the other pages. */
import { pathOf as pathIn, type Standpoint } from '../../api/tracker/index.ts'
import type { PlainDate } from '../../model/index.ts'
import type { PassageFinder, RecordType, TrackerSettings, TrackerState } from '../../tracker/index.ts'
import type { KeptPieces } from './kept-pieces.ts'

export interface View {
  /** Already as it stood on `asAt`, where a day was asked for. */
  readonly state: TrackerState
  readonly settings: TrackerSettings
  /** The day deadlines are measured on: `asAt`, or the clock's. */
  readonly today: PlainDate
  /** Null for the tracker as it is. */
  readonly asAt: PlainDate | null
  /** The last day that can be asked for: the clock's; absent where the page's own is. */
  readonly latest?: PlainDate
  /** What the page was narrowed by, as name and value: another day of it is narrowed by the same. */
  readonly narrowedBy?: readonly (readonly [name: string, value: string])[]
  /** The day, or the number of events, by which all that is shown was recorded; absent for the record as it is. */
  readonly recordedBy?: string | undefined
  /** Path of this page. */
  readonly path: string
  /** The page's whole address, for paper; its path where the site's own address is not known. */
  readonly address: string
  /** The words that are held for citations; absent where the texts of copies cannot be shown. */
  readonly passages?: PassageFinder | undefined
  /** Pieces that were written before; absent for a day in the past, whose links and words are its own. */
  readonly pieces?: KeptPieces | undefined
  /** Made of a part of a large record, read for this page alone: nothing that follows from it is asked for again. */
  readonly isPart?: boolean
  /** Whether pages have pictures that stand for them where they are shared. */
  readonly hasShareImages?: boolean
  /** Whether other sites can show a card of the page. */
  readonly hasCards?: boolean
  /** The same place in the tracker as it stands on the same day. */
  readonly href: (path: string) => string
}

/** Adds the day asked for to an address, before its fragment. */
export function linkAsAt(asAt: PlainDate | null): View['href'] {
  return (path) => {
    if (asAt === null) return path
    const [address = '', fragment] = path.split('#')
    const joined = `${address}${address.includes('?') ? '&' : '?'}as_at=${asAt}`
    return fragment === undefined ? joined : `${joined}#${fragment}`
  }
}

/** Adds by when things were recorded, beside a day that `link` may add. */
export function linkRecordedBy(recordedBy: string | undefined, link: View['href']): View['href'] {
  if (recordedBy === undefined) return link
  return (path) => {
    const [address = '', fragment] = link(path).split('#')
    const joined = `${address}${address.includes('?') ? '&' : '?'}recorded_by=${encodeURIComponent(recordedBy)}`
    return fragment === undefined ? joined : `${joined}#${fragment}`
  }
}

/** The address of the page (and the place on it) where a record is shown. */
export const pathOf = ({ state }: View, type: RecordType, id: string): string => pathIn(state, type, id)

/** For what is drawn outside a page (a card, a chart as a file): marks ask for a view, but only for its tracker, day and links. */
export const viewAt = ({ state, settings, today, asAt, base }: Standpoint, href: View['href']): View => ({
  state,
  settings,
  today,
  asAt,
  path: '',
  address: base,
  href,
})
