/** Plain access to the records of a state, typed by kind. */
import type { TrackerState } from '../fold.ts'
import type { RecordOf, RecordType } from '../record/index.ts'

/** All records of a type, in the order they were first recorded. */
export function listRecords<T extends RecordType>(state: TrackerState, type: T): RecordOf<T>[] {
  return [...state.records[type].values()].map((kept) => kept.body)
}

export function findRecord<T extends RecordType>(
  state: TrackerState,
  type: T,
  id: string,
): RecordOf<T> | undefined {
  return state.records[type].get(id)?.body
}

/** What an organisation is called; its id where it is not recorded. */
export function nameOf(state: TrackerState, organisation: string): string {
  return findRecord(state, 'organisation', organisation)?.name ?? organisation
}

/** Topics in the order their editors gave them. */
export function listTopics(state: TrackerState): RecordOf<'topic'>[] {
  return listRecords(state, 'topic').sort((one, other) => one.order - other.order)
}

/** The topic with this id, or the one that used to have it. */
export function findTopic(state: TrackerState, id: string): RecordOf<'topic'> | undefined {
  return (
    findRecord(state, 'topic', id) ??
    listRecords(state, 'topic').find(({ formerIds }) => formerIds.includes(id))
  )
}
