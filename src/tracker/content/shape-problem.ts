/** What a schema says of a record that does not fit it, in words for the person who wrote the record. */
import { z } from 'zod'
import { countEdits } from '../queries/nearest-word.ts'

type Path = readonly PropertyKey[]

/** What is used of zod's issues. */
export interface SchemaIssue {
  readonly code?: string | undefined
  readonly path: Path
  readonly message: string
  readonly expected?: unknown
  readonly values?: readonly unknown[]
  readonly keys?: readonly string[]
  readonly format?: unknown
  readonly origin?: unknown
  readonly minimum?: unknown
  readonly inclusive?: unknown
  readonly maximum?: unknown
}

interface Told {
  readonly message: string
  readonly fix: string
}

const SHAPES = 'docs/model.md gives the shape of each record.'

/** @param whole the record as it was written, and the schema that it does not fit */
export function tellShapeProblem(issue: SchemaIssue, whole: unknown, schema: z.ZodType): Told {
  const value = valueAt(whole, issue.path)
  const field = sayField(issue.path)
  if (issue.code === 'unrecognized_keys') return tellUnknown(issue, schema)
  const isTyped = issue.code === 'invalid_type' || issue.code === 'invalid_union'
  if (isTyped && value === undefined) return { message: `${field} is missing.`, fix: `Add it. ${SHAPES}` }
  if (value === null && (isTyped || issue.code === 'invalid_value'))
    return {
      message: `${field} is empty.`,
      fix: tellChoice(issue) ?? `Fill it, or take the line out. ${SHAPES}`,
    }
  const written = `${field} is ${sayValue(value)}.`
  if (issue.code === 'invalid_value') return { message: written, fix: tellChoice(issue, value) ?? SHAPES }
  if (issue.code === 'invalid_type') return { message: written, fix: HOW[String(issue.expected)] ?? SHAPES }
  if (issue.code === 'too_small' && issue.origin === 'number')
    return {
      message: written,
      fix:
        issue.inclusive === false
          ? `Give a number above ${issue.minimum}.`
          : `Give a number from ${issue.minimum} on.`,
    }
  if (issue.code === 'too_small' && issue.origin === 'string')
    return {
      message: `${written.slice(0, -1)}, which is too short.`,
      fix: `Write at least ${issue.minimum} letters.`,
    }
  // Where the schema says what must be named, in its own words, they stand as they are.
  if (issue.code === 'too_small' && issue.origin === 'array' && issue.message.startsWith('Too small'))
    return {
      message: `${field} is an empty list.`,
      fix: `Name at least ${sayLeast(issue.minimum)}. ${SHAPES}`,
    }
  if (issue.code === 'too_big' && issue.origin === 'string')
    return { message: `${field} is too long.`, fix: `Write ${issue.maximum} letters at most.` }
  if (issue.format === 'url')
    return { message: written, fix: 'Write the whole address, such as https://example.org/report.' }
  return { message: `${field}: ${issue.message}.`, fix: SHAPES }
}

const sayLeast = (minimum: unknown): string => (minimum === 1 ? 'one' : String(minimum))

const HOW: Readonly<Record<string, string>> = {
  number: 'Write a number in digits alone, such as 400000.',
  int: 'Write a whole number, such as 3.',
  boolean: 'Write true or false.',
  string: 'Write words; in quotes where they look like a number or a date ("2026").',
  array: 'Write a list: each entry on a line of its own after "- ", or all between [ and ].',
  object: 'Write fields with their values, such as { source: REPORT, at: p. 3 }.',
}

/** Two letters wrong or left out: what was meant is told where something is that near. */
const MOST_EDITS = 2

function nearestOf(written: string, known: readonly string[]): string | null {
  const [best] = known
    .map((name) => ({ name, edits: countEdits(written.toLowerCase(), name.toLowerCase(), MOST_EDITS) }))
    .filter(({ name, edits }) => edits <= MOST_EDITS && edits < name.length)
    .sort((one, other) => one.edits - other.edits)
  return best?.name ?? null
}

function tellChoice({ values }: SchemaIssue, value?: unknown): string | null {
  if (values === undefined) return null
  const known = values.map(String)
  const nearest = typeof value === 'string' ? nearestOf(value, known) : null
  return `${nearest === null ? '' : `Did you mean "${nearest}"? `}Use one of: ${known.join(', ')}.`
}

function tellUnknown({ keys = [], path }: SchemaIssue, schema: z.ZodType): Told {
  const [first = ''] = keys
  const message = `${keys.map((key) => `"${key}"`).join(', ')} ${keys.length === 1 ? 'is no field' : 'are no fields'} of ${path.length === 0 ? 'this record' : sayField(path)}.`
  // "{ pounds: 400,000 }" is read as pounds of 400, and a field called 000.
  if (keys.some((key) => /^\d+$/.test(key)))
    return { message, fix: 'Write numbers without commas, such as 400000, and texts with commas in quotes.' }
  const known = fieldsAt(schema, path)
  const nearest = nearestOf(first, known)
  return {
    message,
    fix: `${nearest === null ? '' : `Did you mean "${nearest}"? `}${known.length === 0 ? SHAPES : `There are: ${known.join(', ')}.`}`,
  }
}

/** The names of the fields that may stand there; none where there are no fields. */
function fieldsAt(schema: z.ZodType, path: Path): string[] {
  let at = unwrap(schema)
  for (const key of path) {
    if (at instanceof z.ZodArray) at = unwrap(at.element)
    else if (at instanceof z.ZodObject) at = unwrap(at.shape[String(key)])
    else return []
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : []
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return unwrap(schema.unwrap())
  return schema
}

function valueAt(whole: unknown, path: Path): unknown {
  let at = whole
  for (const key of path) {
    if (at === null || typeof at !== 'object') return undefined
    at = Object.entries(at).find(([name]) => name === String(key))?.[1]
  }
  return at
}

/** "versions", 1, "money": entries of lists are counted as people count them. */
export function sayField(path: Path): string {
  if (path.length === 0) return 'this record'
  const steps = path.map((key) => (typeof key === 'number' ? String(key + 1) : String(key)))
  return `"${steps.join(' ')}"`
}

const LONGEST_VALUE = 60

function sayValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (value !== null && typeof value === 'object') return 'a group of fields'
  const text = String(value)
  return typeof value === 'string'
    ? `"${text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text}"`
    : text
}
