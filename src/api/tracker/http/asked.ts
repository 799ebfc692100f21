/** What a request asks for: the day, the parameters it may name, and the tracker as it stood then. */
import { HoldfastError, type PlainDate, parsePlainDate } from '../../../model/index.ts'
import { foldEvents, type Need, type TrackerPart, type TrackerReader } from '../../../tracker/index.ts'
import type { Standpoint } from '../standpoint.ts'
import { Problem } from './problem.ts'

export interface AnswerOptions {
  readonly reader: TrackerReader
  /** The clock: deadlines are overdue or not on this day. */
  readonly today: () => PlainDate
  /** The address the site is known by, where it is not the one that requests name: behind a proxy, or in an export. */
  readonly address?: string
  /** Set with a reader of what was recorded by then: every address in an answer keeps to it. */
  readonly recordedBy?: string
}

/** Longer than any value that is meant. */
const LONGEST_VALUE = 200

/**
 * The query as one value a name. Throws `parameter_unknown` for a name that is not in `known` (`as_at` and `recorded_by` always are) and
 * `parameter_invalid` for one given twice or with far too long a value.
 */
export function readParameters(url: URL, known: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {}
  const all = [...known, 'as_at', 'recorded_by']
  for (const [key, value] of url.searchParams) {
    if (!all.includes(key))
      throw new Problem(
        'parameter_unknown',
        `"${clip(key)}" is not a parameter here. Use any of: ${all.join(', ')}.`,
      )
    if (Object.hasOwn(values, key))
      throw new Problem('parameter_invalid', `"${key}" is given twice. Give it once.`)
    if (value.length > LONGEST_VALUE)
      throw new Problem(
        'parameter_invalid',
        `"${key}" has ${value.length} characters, and ${LONGEST_VALUE} are the most. Shorten it.`,
      )
    values[key] = value
  }
  return values
}

/** So much of what was sent that an answer can name it and stays small. */
export const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** Null for the tracker as it is. Throws `day_invalid`, also for a day that has not come: nothing is known of it yet, as pages say. */
export function readDay(
  asked: string | undefined | null,
  { today }: Pick<AnswerOptions, 'today'>,
): PlainDate | null {
  if (asked === undefined || asked === null || asked === '') return null
  const day = parsePlainDate(asked)
  if (day === null)
    throw new Problem('day_invalid', `as_at is "${clip(asked)}", which is no day. Write it as 2024-06-30.`)
  const last = today()
  if (day > last)
    throw new Problem(
      'day_invalid',
      `as_at is ${day}, which has not come yet. Ask for a day up to ${last}; what is promised for later days is among the deadlines.`,
    )
  return day
}

/** "https://example.org", from what is set or else from the request itself. */
export function baseOf({ address }: AnswerOptions, url: URL): string {
  return (address ?? url.origin).replace(/\/+$/, '')
}

/**
 * The tracker as it stood on the day, with as much of it as the answer needs. Before its beginning it is empty. Throws
 * `record_unreachable` where the record cannot be read or is too large to be read whole.
 */
export async function readStandpoint(
  options: AnswerOptions,
  { url, asAt, need }: { url: URL; asAt: PlainDate | null; need: Need },
): Promise<Standpoint> {
  const part = await reading(() => options.reader.readPart(need, asAt))
  return standpointOf(options, url, asAt, part)
}

/** Reads a part of the tracker on the day asked for, as often as an answer needs one. */
export type AskPart = (need: Need) => Promise<{ readonly at: Standpoint; readonly part: TrackerPart }>

export function askPart(
  options: AnswerOptions,
  { url, asAt }: { url: URL; asAt: PlainDate | null },
): AskPart {
  return async (need) => {
    const part = await reading(() => options.reader.readPart(need, asAt))
    return { part, at: standpointOf(options, url, asAt, part) }
  }
}

export function standpointOf(
  options: AnswerOptions,
  url: URL,
  asAt: PlainDate | null,
  { head, state }: TrackerPart,
): Standpoint {
  const isBefore = asAt !== null && (head.firstDay === null || asAt < head.firstDay)
  return {
    state: isBefore ? foldEvents([]) : state,
    settings: head.settings,
    today: asAt ?? options.today(),
    asAt,
    recordedBy: options.recordedBy ?? null,
    base: baseOf(options, url),
    events: [],
  }
}

/** A record that cannot be read is told to the caller; a bug goes on to the top. */
export async function reading<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error
    if (error.code === 'record_too_large') throw new Problem('record_too_large', error.message)
    throw new Problem('record_unreachable', `${error.message} Try again in a minute.`, {
      'Retry-After': '60',
    })
  }
}
