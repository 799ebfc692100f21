/** Columns that many tables have: text, dates with the days they can mean, numbers, where it is read, what it rests on. */
import type { FuzzyDate } from '../../../model/index.ts'
import { type Cite, findRecord, type RecordType } from '../../../tracker/index.ts'
import { pageOf, type Standpoint } from '../standpoint.ts'
import type { Cell, Column, ColumnOf } from './table.ts'

type Read<Entry, Value extends Cell> = (entry: Entry, at: Standpoint) => Value | undefined

const column =
  <Value extends Cell>(datatype: Column['datatype']) =>
  <Entry>(
    key: string,
    title: string,
    read: Read<Entry, Value | null>,
    more: Pick<Column, 'unit' | 'about'> = {},
  ): ColumnOf<Entry> => ({
    key,
    title,
    datatype,
    ...more,
    read: (entry, at) => read(entry, at) ?? null,
  })

export const text = column<string>('string')
export const integer = column<number>('integer')
export const number = column<number>('number')
export const yesNo = column<boolean>('boolean')
export const day = column<string>('date')
export const moment = column<string>('dateTime')
export const address = column<string>('anyURI')

export function list<Entry>(
  key: string,
  title: string,
  read: (entry: Entry, at: Standpoint) => readonly string[],
): ColumnOf<Entry> {
  return { key, title, datatype: 'string', isList: true, read }
}

/** A date as it was said, and the first and last day it can mean: three columns. */
export function dates<Entry>(
  key: string,
  title: string,
  read: (entry: Entry, at: Standpoint) => FuzzyDate | null | undefined,
): ColumnOf<Entry>[] {
  return [
    text(key, `${title}, as said`, (entry, at) => read(entry, at)?.words),
    day(`${key}_from`, `${title}: the first day this can mean`, (entry, at) => read(entry, at)?.from),
    day(`${key}_to`, `${title}: the last day this can mean`, (entry, at) => read(entry, at)?.to),
  ]
}

export const titleOfTopic = ({ state }: Standpoint, id: string): string =>
  findRecord(state, 'topic', id)?.title ?? id

/** Topics by id, and by title for people who read the table. */
export function topics<Entry>(read: (entry: Entry, at: Standpoint) => readonly string[]): ColumnOf<Entry>[] {
  return [
    list('topics', 'Topics, by id', read),
    list('topic_titles', 'Topics, by title', (entry, at) =>
      read(entry, at).map((id) => titleOfTopic(at, id)),
    ),
  ]
}

/** An organisation by id and by name: two columns. */
export function organisation<Entry>(
  key: string,
  title: string,
  read: (entry: Entry, at: Standpoint) => string | null,
): ColumnOf<Entry>[] {
  return [
    text(key, `${title}, by id`, read),
    text(`${key}_name`, title, (entry, at) => {
      const id = read(entry, at)
      return id === null ? null : (findRecord(at.state, 'organisation', id)?.name ?? id)
    }),
  ]
}

interface Ending<Entry> {
  readonly type: (entry: Entry) => RecordType
  readonly id: (entry: Entry) => string
  readonly cites: (entry: Entry, at: Standpoint) => readonly Cite[]
  /** Path of the place where people read it, where that is not the record's own. */
  readonly page?: (entry: Entry, at: Standpoint) => string
}

/** What every row ends with: when it was recorded, what it rests on, where people read it. */
export function ending<Entry>({ type, id, cites, page }: Ending<Entry>): ColumnOf<Entry>[] {
  return [
    moment(
      'recorded_at',
      'When this was recorded, in UTC',
      (entry, { state }) => state.records[type(entry)].get(id(entry))?.recordedAt,
    ),
    list('sources', 'Sources, by id', (entry, at) => [
      ...new Set(cites(entry, at).map(({ source }) => source)),
    ]),
    address('page', 'Where people read it', (entry, at) =>
      page ? page(entry, at) : pageOf(at, type(entry), id(entry)),
    ),
  ]
}
