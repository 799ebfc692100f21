/** Plain access to the records of a state, typed by kind. */
import type { TrackerState } from '../fold.ts'
import type { RecordOf, RecordType } from '../record/index.ts'
import { oncePerObject } from './once.ts'

/** All records of a type, in the order they were first recorded. */
export function listRecords<T extends RecordType>(state: TrackerState, type: T): RecordOf<T>[] {
  return [...bodiesOf(state.records[type])] as RecordOf<T>[] // a type's map holds bodies of that type
}

const bodiesOf = oncePerObject((records: ReadonlyMap<string, { readonly body: object }>) =>
  Array.from(records.values(), ({ body }) => body),
)

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

/** The id that a record has now which used to have this one; undefined where none did. */
export function findMoved(state: TrackerState, type: RecordType, id: string): string | undefined {
  for (const { id: now, body } of state.records[type].values())
    if ('formerIds' in body && body.formerIds?.includes(id)) return now
  return undefined
}

/** The topic with this id, or the one that used to have it. */
export function findTopic(state: TrackerState, id: string): RecordOf<'topic'> | undefined {
  return (
    findRecord(state, 'topic', id) ??
    listRecords(state, 'topic').find(({ formerIds }) => formerIds.includes(id))
  )
}
