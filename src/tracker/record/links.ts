/** Which records a record names, so that all that belongs to one can be found from either end. */
import type { EventType } from '../events.ts'
import type { RecordType } from './index.ts'

/** "commitment kinship-allowance": one record among all. */
export type RecordKey = string

export const keyOf = (type: EventType, id: string): RecordKey => `${type} ${id}`

export function splitKey(key: RecordKey): readonly [type: string, id: string] {
  const space = key.indexOf(' ')
  return [key.slice(0, space), key.slice(space + 1)]
}

/** Where a record was under an id that it has no more. */
export const formerKey = (id: string): RecordKey => `former ${id}`

/** Fields that name other records, wherever they stand in a body, and the types that they may name. */
const NAMING: Readonly<Record<string, readonly RecordType[]>> = {
  topics: ['topic'],
  topic: ['topic'],
  by: ['organisation'],
  owner: ['organisation'],
  organisation: ['organisation'],
  decidesFor: ['organisation'],
  answers: ['recommendation', 'ask'],
  commitment: ['commitment'],
  commitments: ['commitment'],
  government: ['government'],
  group: ['group'],
  groups: ['group'],
  support: ['support'],
  comparableWith: ['indicator'],
  source: ['source'],
}

/** Every record that the body names, each once; of a name that can be of several types, all of them. */
export function targetsOf(body: object): RecordKey[] {
  const targets = new Set<RecordKey>()
  collect(body, targets)
  return [...targets]
}

function collect(value: object, targets: Set<RecordKey>): void {
  const body = value as Readonly<Record<string, unknown>> // asked for field by field
  for (const field in body) {
    const read = READ[field]
    if (read !== undefined && body[field] !== null) read(body[field], targets)
  }
}

function addNamed(types: readonly RecordType[], part: unknown, targets: Set<RecordKey>): void {
  for (const id of Array.isArray(part) ? part : [part])
    if (typeof id === 'string') for (const type of types) targets.add(keyOf(type, id))
}

const collectEach = (part: unknown, targets: Set<RecordKey>): void => {
  for (const each of part as readonly object[]) collect(each, targets) // lists of objects, by their schemas
}
const addCapture = (part: unknown, targets: Set<RecordKey>): void => {
  targets.add(`capture ${part}`)
}

/** How each field that names something is read; the others are passed over. */
const READ: Readonly<Record<string, (part: unknown, targets: Set<RecordKey>) => void>> = {
  ...Object.fromEntries(
    Object.entries(NAMING).map(([field, types]) => [
      field,
      (part: unknown, targets: Set<RecordKey>) => addNamed(types, part, targets),
    ]),
  ),
  formerIds(part, targets) {
    for (const id of part as readonly string[]) targets.add(formerKey(id)) // as the schemas have it
  },
  // A passage names its captures and what it supports in its own way.
  capture: addCapture,
  checkedIn: addCapture,
  supports(part, targets) {
    for (const { type, id } of part as readonly { type: RecordType; id: string }[])
      targets.add(keyOf(type, id)) // as the schema of passages has it
  },
  cites: collectEach,
  versions: collectEach,
  series: collectEach,
  qualifies: (part, targets) => collect(part as object, targets), // an object, by its schema
}
