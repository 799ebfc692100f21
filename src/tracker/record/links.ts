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

/** Where a topic was under an id that it has no more. */
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
  for (const [field, part] of Object.entries(value)) {
    const types = NAMING[field]
    if (types !== undefined) addNamed(types, part, targets)
    if (field === 'formerIds') for (const id of part as readonly string[]) targets.add(formerKey(id)) // as the schema of topics has it
    // A passage names its captures and what it supports in its own way.
    if (field === 'capture' || field === 'checkedIn') targets.add(`capture ${part}`)
    if (field === 'supports')
      for (const { type, id } of part as readonly { type: RecordType; id: string }[])
        targets.add(keyOf(type, id)) // as the schema of passages has it
    if (NESTED.has(field)) for (const each of part as readonly object[]) collect(each, targets) // lists of objects, by their schemas
    if (field === 'qualifies') collect(part as object, targets) // an object, by its schema
  }
}

const NESTED: ReadonlySet<string> = new Set(['cites', 'versions', 'series'])

function addNamed(types: readonly RecordType[], part: unknown, targets: Set<RecordKey>): void {
  for (const id of Array.isArray(part) ? part : [part])
    if (typeof id === 'string') for (const type of types) targets.add(keyOf(type, id))
}
