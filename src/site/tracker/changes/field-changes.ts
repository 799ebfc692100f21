/** Which fields of a record differ between two recordings, each in words that people read. */
import { sayDate, sentenceCase } from '../words.ts'

export interface FieldChange {
  readonly field: string
  readonly before: string
  readonly after: string
}

const isDate = (value: object): value is { words: string; from: never; to: never } =>
  'words' in value && 'from' in value && 'to' in value

/** "SEED1, p. 2: “…”": a citation as a person would write it. */
const sayCite = (cite: Record<string, unknown>): string =>
  [cite.source, cite.at, cite.quote === undefined ? undefined : `“${String(cite.quote)}”`, cite.note]
    .filter((part) => part !== undefined)
    .join(', ')

const isCite = (value: object): boolean => 'source' in value && !('id' in value)

function sayValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map(sayValue).join('; ')
  if (isDate(value)) return sayDate(value)
  const fields = value as Record<string, unknown> // any object of a record is plain
  if (isCite(value)) return sayCite(fields)
  return Object.entries(fields)
    .map(([name, part]) => `${sayField(name)}: ${sayValue(part)}`)
    .join(', ')
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  cites: 'Sources',
  on: 'When',
  by: 'Who',
  whyItMatters: 'Why it matters',
  isInferred: 'Inferred by us',
  statedAs: 'Its own word',
}

/** "Leaves out" for "leavesOut". */
export function sayField(name: string): string {
  return FIELD_NAMES[name] ?? sentenceCase(name.replace(/([A-Z])/g, ' $1').toLowerCase())
}

/** In the order of the fields; lists of versions and figures are compared one by one. Empty where nothing differs. */
export function changedFields(before: object | null, after: object | null): FieldChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? '', after: now.get(field) ?? '' }))
    .filter((change) => change.before !== change.after)
}

function fieldsOf(body: object | null): Map<string, string> {
  const fields = Object.entries(body ?? {}).flatMap(([name, value]): [string, string][] => {
    const isList = (name === 'versions' || name === 'series') && Array.isArray(value)
    if (!isList) return [[sayField(name), sayValue(value)]]
    return value.map((each, at) => [`${sayField(name)} ${at + 1}`, sayValue(each)])
  })
  return new Map(fields.filter(([name]) => name !== 'Id'))
}
