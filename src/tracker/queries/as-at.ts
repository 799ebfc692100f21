/**
 * The tracker as it stood on a day, by when things were so (not by when we recorded them). A date that can mean several
 * days counts from its last one, so that nothing is shown before it was so; it may be shown a little late.
 */
import type { FuzzyDate, PlainDate } from '../../model/index.ts'
import type { Kept, KeptRecords, TrackerState } from '../fold.ts'
import type { RecordOf, RecordType } from '../record/index.ts'
import { oncePerObject } from './once.ts'
import { findRecord, listRecords } from './records.ts'

type Keep<T extends RecordType> = (body: RecordOf<T>) => RecordOf<T> | null

function keepOf<T extends RecordType>(
  records: ReadonlyMap<string, Kept<T>>,
  keep: Keep<T>,
): ReadonlyMap<string, Kept<T>> {
  const kept = new Map<string, Kept<T>>()
  for (const [id, record] of records) {
    const body = keep(record.body)
    if (body !== null) kept.set(id, body === record.body ? record : { ...record, body })
  }
  return kept
}

const onlyIf =
  <T extends RecordType>(holds: (body: RecordOf<T>) => boolean): Keep<T> =>
  (body) =>
    holds(body) ? body : null

/** The first day on which a source that was cited had come out; null where none of them is dated. */
function firstPublished(state: TrackerState, body: { cites?: readonly { source: string }[] | undefined }) {
  const days = (body.cites ?? []).flatMap(({ source }) => {
    const published = findRecord(state, 'source', source)?.published
    return published ? [published.to] : []
  })
  return days.reduce<PlainDate | null>((first, day) => (first === null || day < first ? day : first), null)
}

/** A deadline was known once a version of its promise named it, or else once one of its sources had come out. */
function deadlineKnownFrom(state: TrackerState, deadline: RecordOf<'deadline'>): PlainDate | null {
  const versions = findRecord(state, 'commitment', deadline.commitment ?? '')?.versions ?? []
  const named = versions.find(
    ({ starts, dueBy, dueWords }) =>
      dueWords === deadline.words ||
      [starts, dueBy].some((date) => deadline.due !== null && date?.to === deadline.due.to),
  )
  return named?.on.to ?? firstPublished(state, deadline)
}

/** What became of a deadline is forgotten where it was not yet so. */
function deadlineAsAt(deadline: RecordOf<'deadline'>, day: PlainDate): RecordOf<'deadline'> {
  const isMet = deadline.met !== null && deadline.met.from <= day
  if (isMet) return deadline
  const { unmetOn, ...rest } = deadline
  if (unmetOn !== undefined && unmetOn.from > day) return deadlineAsAt(rest, day)
  const isAhead = deadline.due !== null && day <= deadline.due.to
  return { ...deadline, met: null, outcome: isAhead || deadline.met !== null ? 'open' : deadline.outcome }
}

/** The promise with the versions that were said by `day`; null where none was. */
export function commitmentAsAt(
  commitment: RecordOf<'commitment'>,
  day: PlainDate,
): RecordOf<'commitment'> | null {
  // Versions stand in the order they were said, so what stands before one that was said was said too.
  const last = commitment.versions.findLastIndex(({ on }) => on.to <= day)
  if (last < 0) return null
  if (last === commitment.versions.length - 1) return commitment
  return { ...commitment, versions: commitment.versions.slice(0, last + 1) }
}

function askAsAt(ask: RecordOf<'ask'>, isSo: (on: FuzzyDate) => boolean): RecordOf<'ask'> | null {
  if (!isSo(ask.on)) return null
  if (ask.stateOn === undefined || isSo(ask.stateOn)) return ask
  const { stateOn: _on, stateReason: _reason, ...asked } = ask
  return { ...asked, state: 'open' }
}

/**
 * The state with only what was so by `day`. `recordedOn` is the day the content was brought up to date: what it holds
 * was so by then, even where its date ("2026") can mean a later day. From that day on nothing is left out.
 */
export function stateAsAt(state: TrackerState, day: PlainDate, recordedOn: PlainDate): TrackerState {
  if (day >= recordedOn) return state
  const isSo = (on: FuzzyDate) => on.to <= day
  const dated = onlyIf<'decision'>(({ on }) => isSo(on)) as never // every type below has `on`, a fuzzy date
  const { records } = state
  const kept: KeptRecords = {
    ...records,
    government: keepOf(
      records.government,
      onlyIf(({ from }) => from <= day),
    ),
    recommendation: keepOf(records.recommendation, dated),
    ask: keepOf(records.ask, (ask) => askAsAt(ask, isSo)),
    decision: keepOf(records.decision, dated),
    commitment: keepOf(records.commitment, (commitment) => commitmentAsAt(commitment, day)),
    inheritance: keepOf(records.inheritance, dated),
    deliveryEvent: keepOf(records.deliveryEvent, dated),
    look: keepOf(
      records.look,
      onlyIf(({ on }) => on <= day),
    ),
    assessment: keepOf(records.assessment, dated),
    position: keepOf(records.position, dated),
    coverage: keepOf(
      records.coverage,
      onlyIf(({ from }) => isSo(from)),
    ),
    deadline: keepOf(records.deadline, (deadline) => {
      const known = deadlineKnownFrom(state, deadline)
      return known !== null && known <= day ? deadlineAsAt(deadline, day) : null
    }),
    indicator: keepOf(records.indicator, (indicator) => {
      const series = indicator.series.filter(({ period }) => isSo(period))
      return series.length === 0 ? null : { ...indicator, series }
    }),
    programme: keepOf(
      records.programme,
      onlyIf((body) => (firstPublished(state, body) ?? '9999') <= day),
    ),
    conflict: keepOf(
      records.conflict,
      onlyIf((body) => (firstPublished(state, body) ?? '9999') <= day),
    ),
  }
  return { ...state, records: kept }
}

/** The first day on which anything was so; null for an empty tracker. */
export const firstDayOf = oncePerObject((state: TrackerState): PlainDate | null => {
  const days = [
    ...listRecords(state, 'commitment').flatMap(({ versions }) => versions.map(({ on }) => on.to)),
    ...(['recommendation', 'ask', 'decision', 'deliveryEvent', 'assessment', 'position'] as const).flatMap(
      (type) => listRecords(state, type).map(({ on }) => on.to),
    ),
  ]
  return days.reduce<PlainDate | null>((first, day) => (first === null || day < first ? day : first), null)
})
