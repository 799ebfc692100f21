/** The tracker as it was recorded by a day, or by its n-th change: what readers saw then, mistakes included. */
import { parsePlainDate } from '../../../model/index.ts'
import { createMemoryReader, type TrackerEvent } from '../../../tracker/index.ts'
import { type AnswerOptions, clip, reading } from './asked.ts'
import { Problem } from './problem.ts'

/** As pages have it: folding more would take the memory that a reader of a large record spares. */
const MOST_EVENTS = 100_000

/** The options with a reader of what was recorded by then, where `recorded_by` is asked for. Throws Problems. */
export async function asRecorded(options: AnswerOptions, url: URL): Promise<AnswerOptions> {
  const asked = url.searchParams.get('recorded_by') ?? ''
  if (asked === '') return options
  const holds = readRecordedBy(asked)
  const { reader } = options
  const { size } = await reading(() => reader.readHead())
  if (size > MOST_EVENTS)
    throw new Problem(
      'record_too_large',
      `The record has ${size} changes, and answers as they were recorded are made of ${MOST_EVENTS} at most. Leave recorded_by out, and use /api/v1/changes.`,
    )
  const events = await reading(() => reader.readEvents({ after: 0, limit: size }))
  const held = events.filter(holds)
  if (!held.some(({ type, body }) => type === 'tracker' && body !== null))
    throw new Problem(
      'address_unknown',
      `Nothing had been recorded by ${clip(asked)}. /api/v1/changes tells when.`,
    )
  return { ...options, reader: createMemoryReader({ events: held }), recordedBy: asked }
}

function readRecordedBy(asked: string): (event: TrackerEvent) => boolean {
  if (parsePlainDate(asked) !== null) return ({ recordedAt }) => recordedAt.slice(0, 10) <= asked
  if (/^[1-9]\d{0,11}$/.test(asked)) return ({ sequence }) => sequence <= Number(asked)
  throw new Problem(
    'day_invalid',
    `recorded_by is "${clip(asked)}", which is neither a day nor a place in the record. Write it as 2024-06-30, or as a number.`,
  )
}
