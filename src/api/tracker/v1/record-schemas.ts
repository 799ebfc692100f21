/** The schema of every record of the API, made from the model's own, so that the two cannot disagree. */
import { z } from 'zod'
import {
  fuzzyDate,
  plainDate,
  RECORD_SCHEMAS,
  RECORD_TYPES,
  type RecordType,
} from '../../../tracker/index.ts'
import { ADDITIONS } from './additions.ts'
import {
  ADDRESS,
  DAY,
  type JsonSchema,
  listOf,
  MOMENT,
  object,
  oneOfWords,
  orNull,
  ref,
  TEXT,
} from './json-schema.ts'

const FUZZY_DATE = object(
  { words: TEXT, from: DAY, to: DAY },
  { about: 'A date as it was said, and the first and last day it can mean.' },
)

const EVIDENCE = object(
  {
    source: TEXT,
    title: TEXT,
    publisher: TEXT,
    address: ADDRESS,
    published: orNull(ref('FuzzyDate')),
    at: orNull(TEXT),
    quote: orNull(TEXT),
    note: orNull(TEXT),
    page: ADDRESS,
  },
  { about: 'A source, the place in it, and words of it that find the place.' },
)

/** The names of drift.ts; `strength` values are rungs, the others are worded for people. */
const DRIFT = object(
  {
    field: oneOfWords(['strength', 'money', 'places', 'reach', 'starts', 'dueBy', 'qualifies', 'text']),
    name: oneOfWords(
      'strengthened weakened increased reduced widened narrowed changed brought-forward delayed restated dropped'.split(
        ' ',
      ),
    ),
    before: orNull(TEXT),
    after: orNull(TEXT),
  },
  { about: 'How a statement differs from all that was said before it, field by field, computed.' },
)

/** "DeliveryEvent" for `deliveryEvent`: the name of its schema in the description. */
export const schemaName = (type: RecordType): string => type.charAt(0).toUpperCase() + type.slice(1)

/** The model's schema with dates named, citations told as evidence, and no word on keys that may come later. */
function modelSchema(type: RecordType): JsonSchema {
  const made = z.toJSONSchema(RECORD_SCHEMAS[type], {
    io: 'output',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === fuzzyDate) replace(jsonSchema, ref('FuzzyDate'))
      if (zodSchema === plainDate) replace(jsonSchema, DAY)
      delete jsonSchema.additionalProperties
      delete jsonSchema.default
      delete jsonSchema.$schema
    },
  })
  return renameCites(made) as JsonSchema // an object schema stays one
}

function replace(schema: object, by: JsonSchema): void {
  for (const key of Object.keys(schema)) Reflect.deleteProperty(schema, key)
  Object.assign(schema, by)
}

function renameCites(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => (each === 'cites' ? 'evidence' : renameCites(each)))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) =>
      key === 'cites' ? ['evidence', listOf(ref('Evidence'))] : [key, renameCites(part)],
    ),
  )
}

interface ObjectSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>
  readonly required: readonly string[]
}

function recordSchema(type: RecordType): JsonSchema {
  const own = modelSchema(type) as unknown as ObjectSchema // every record is an object
  const head: Record<string, JsonSchema> = {
    type: { const: type },
    self: ADDRESS,
    page: ADDRESS,
    so: { ...orNull(ref('FuzzyDate')), description: 'When it was so; null for what has no day of its own.' },
    recordedAt: { ...MOMENT, description: 'When this form of it was recorded.' },
    firstRecordedAt: MOMENT,
    id: TEXT,
  }
  const added = ADDITIONS[type]?.schema ?? {}
  return {
    type: 'object',
    properties: { ...head, ...own.properties, ...withDrifts(type, own), ...added },
    required: [...new Set([...Object.keys(head), ...own.required, ...Object.keys(added)])],
  }
}

function withDrifts(type: RecordType, { properties }: ObjectSchema): Record<string, JsonSchema> {
  if (type !== 'commitment') return {}
  const { items, ...versions } = properties.versions as unknown as { items: ObjectSchema } // a list of statements
  return {
    versions: {
      ...versions,
      items: {
        ...items,
        properties: { ...items.properties, drifts: listOf(ref('Drift')) },
        required: [...items.required, 'drifts'],
      },
    },
  }
}

/** Every schema that answers refer to, by name. */
export const recordSchemas = (): Record<string, JsonSchema> => ({
  FuzzyDate: FUZZY_DATE,
  Evidence: EVIDENCE,
  Drift: DRIFT,
  ...Object.fromEntries(RECORD_TYPES.map((type) => [schemaName(type), recordSchema(type)])),
})
