/** Where a record stands in lists and among what names the same: computed from its body alone, so that it can be kept beside it. */
import type { RecordBody, RecordOf, RecordType } from '../record/index.ts'

export interface Place {
  /** From when on it was so, as far as it says itself; "" where it names no day. */
  readonly day: string
  /** Its place in the list of its type, compared byte by byte. */
  readonly sort: string
  /** The part of the list it stands in: a year, an outcome. */
  readonly facet: string
  /** Its last happening, for what changed lately; null where it is none. */
  readonly latest: string | null
  /** The last day it speaks of. */
  readonly ends: string
  /** Its place among those of its type that name the same record: what matters most has the greatest. */
  readonly rank: string
}

const NEVER = '9999-12-31'
const padded = (value: number): string => String(value).padStart(9, '0')

/** "Part 10" after "Part 9", capitals as small letters. */
const natural = (text: string): string =>
  text.toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(6, '0'))

const plain = { day: '', sort: '', facet: '', latest: null, ends: '', rank: '' } as const

export function placeOf(type: RecordType, body: RecordBody): Place {
  if (type === 'commitment' && 'versions' in body) return placeOfCommitment(body)
  if (type === 'deadline' && 'words' in body) return placeOfDeadline(body)
  if (type === 'topic' && 'order' in body) return { ...plain, sort: padded(body.order) }
  if (type === 'source' && 'published' in body) return placeOfSource(body)
  if (type === 'coverage' && 'support' in body) return dated(body.from.to)
  const on = 'on' in body ? body.on : null
  if (on === null) return plain
  if (typeof on === 'string') return dated(on)
  const happened = type === 'decision' || type === 'deliveryEvent'
  const sort = type === 'recommendation' && 'part' in body ? natural(body.part ?? '~') : ''
  return { ...dated(on.to), sort, latest: happened ? `${on.from} ${on.to}` : null }
}

const dated = (day: string): Place => ({ ...plain, day, ends: day, rank: day })

function placeOfCommitment({ versions, answers }: RecordOf<'commitment'>): Place {
  const starts = versions.map(({ on }) => on.from).sort()
  const ends = versions.map(({ on }) => on.to).sort()
  const moments = versions.map(({ on }) => `${on.from} ${on.to}`).sort()
  return {
    day: versions[0]?.on.to ?? '',
    sort: starts[0] ?? '',
    facet: '',
    latest: moments.at(-1) ?? null,
    ends: ends.at(-1) ?? '',
    // The longest story first, as where a page has room for one promise only.
    rank: `${padded(versions.length * 2 + (answers.length > 0 ? 1 : 0))} ${ends.at(-1) ?? ''}`,
  }
}

function placeOfDeadline({ due, met, outcome, unmetOn }: RecordOf<'deadline'>): Place {
  const sort = due?.to ?? NEVER
  return {
    ...plain,
    sort,
    facet: facetOfDeadline({ due, met, outcome }),
    ends: unmetOn?.from ?? NEVER,
    rank: sort,
  }
}

/** What does not change with the day; "open" is told apart by the clock. */
function facetOfDeadline({
  due,
  met,
  outcome,
}: Pick<RecordOf<'deadline'>, 'due' | 'met' | 'outcome'>): string {
  if (outcome === 'superseded') return 'superseded'
  if (due === null) return 'no-time-named'
  if (met !== null) return met.from > due.to ? 'late' : 'kept'
  return outcome === 'unknown' ? 'not-known' : 'open'
}

function placeOfSource({ published }: RecordOf<'source'>): Place {
  const day = published?.from ?? NEVER
  return { ...plain, sort: day, facet: published?.from.slice(0, 4) ?? 'undated', rank: day }
}
