/** What was recorded, corrected and withdrawn, in order, since a place in the record. */
import type { PlainDate } from '../../../model/index.ts'
import { keyOf, type TrackerEvent } from '../../../tracker/index.ts'
import { type AnswerOptions, type AskPart, clip, reading } from '../http/asked.ts'
import { Problem } from '../http/problem.ts'
import { addressOf, keptParameters, pageOf, type Standpoint } from '../standpoint.ts'
import {
  ADDRESS,
  type JsonSchema,
  listOf,
  MOMENT,
  object,
  oneOfWords,
  orNull,
  ref,
  TEXT,
  WHOLE,
} from './json-schema.ts'
import { readLimit } from './paging.ts'
import { findPresented, REACH } from './present-record.ts'

export const CHANGE: JsonSchema = object({
  sequence: WHOLE,
  recordedAt: MOMENT,
  by: TEXT,
  action: oneOfWords(['recorded', 'corrected', 'withdrawn']),
  type: TEXT,
  id: TEXT,
  reason: orNull(TEXT),
  page: orNull(ADDRESS),
  record: {
    description: 'The record as it is now; null where it was withdrawn since.',
    ...orNull({ type: 'object' }),
  },
})

export const CHANGES: JsonSchema = object({
  changes: listOf(ref('Change')),
  head: { ...WHOLE, description: 'The last place in the record: ask again after it.' },
  next: orNull(ADDRESS),
})

/** Throws `parameter_invalid`. */
function readAfter(asked: string | undefined): number {
  if (asked === undefined || asked === '') return 0
  if (!/^\d{1,15}$/.test(asked))
    throw new Problem(
      'parameter_invalid',
      `after is "${clip(asked)}". Give the sequence of the last change you have, or 0 for all.`,
    )
  return Number(asked)
}

/** With `as_at`, only what had been recorded by the end of that day. */
export async function listChanges(
  options: AnswerOptions,
  asked: Readonly<Record<string, string>>,
  ask: AskPart,
  asAt: PlainDate | null,
) {
  const limit = readLimit(asked.limit)
  const after = readAfter(asked.after)
  const { size } = await reading(() => options.reader.readHead())
  const events =
    after >= size ? [] : await reading(() => options.reader.readEvents({ after, limit: limit + 1 }))
  const own = events.filter(({ recordedAt }) => asAt === null || recordedAt.slice(0, 10) <= asAt)
  const shown = own.slice(0, limit)
  const keys = [...new Set(shown.map(({ type, id }) => keyOf(type, id)))]
  const { at } = await ask({ kind: 'named', keys, reach: REACH })
  const last = shown.at(-1)?.sequence
  const more = new URLSearchParams({
    after: String(last),
    limit: String(limit),
    ...keptParameters(at),
  })
  return {
    changes: shown.map((event) => presentChange(event, at)),
    head: size,
    next: own.length > limit ? `${at.base}/api/v1/changes?${more}` : null,
  }
}

function presentChange({ sequence, recordedAt, by, action, type, id, reason }: TrackerEvent, at: Standpoint) {
  const isTracker = type === 'tracker'
  const record = isTracker ? null : findPresented(at, type, id)
  const page = isTracker ? addressOf(at, '/about') : record === null ? null : pageOf(at, type, id)
  return { sequence, recordedAt, by, action, type, id, reason, page, record }
}
