/** Reads the values of a situation's JSON, collecting everything that is wrong with its place. */
import { findNearest } from './nearest-name.ts'
import { parseDay } from './plain-date.ts'

export interface SituationProblem {
  /** As in "children[0].born". */
  readonly path: string
  readonly message: string
  /** Of answers that contradict each other: the place of the other one. */
  readonly against?: string
}

/** Long enough for any slip of the pen; what is longer is no answer, and nobody reads it in a message. */
const MOST_SHOWN = 60

/** A value as it was written, or its beginning. A number too large for JSON is infinite, which JSON calls null. */
function shown(value: unknown): string {
  const written = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))
  return written.length > MOST_SHOWN
    ? `${written.slice(0, MOST_SHOWN)}… (${written.length} characters)`
    : written
}

/** Reads values of JSON, collecting what is wrong. An absent or null value is "not known" and never wrong. */
export class JsonReader {
  readonly problems: SituationProblem[] = []
  readonly notices: SituationProblem[] = []

  record(value: unknown, path: string, keys: readonly string[]): Record<string, unknown> {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      this.problems.push({ path, message: 'this should be an object with keys' })
      return {}
    }
    for (const key of Object.keys(value)) {
      if (keys.includes(key)) continue
      const near = findNearest(key, keys)
      const hint = near ? ` Did you mean "${near}"?` : ''
      this.notices.push({ path: `${path}.${key}`, message: `This key is not known and was not used.${hint}` })
    }
    return value as Record<string, unknown>
  }

  list(value: unknown, path: string): unknown[] {
    if (Array.isArray(value)) return value
    this.problems.push({ path, message: 'this should be a list' })
    return []
  }

  text(value: unknown, path: string): string | null {
    if (value == null || typeof value === 'string') return value ?? null
    this.problems.push({ path, message: `${shown(value)} should be text` })
    return null
  }

  yesNo(value: unknown, path: string): boolean | null {
    if (value == null || typeof value === 'boolean') return value ?? null
    this.problems.push({ path, message: `${shown(value)} should be true, false or null` })
    return null
  }

  number(value: unknown, path: string, most: number): number | null {
    if (value == null) return null
    if (typeof value === 'number' && value >= 0 && value <= most) return value
    this.problems.push({ path, message: `${shown(value)} should be a number from 0 to ${most}` })
    return null
  }

  wholeNumber(value: unknown, path: string, most: number): number | null {
    const number = this.number(value, path, most)
    if (number === null || Number.isInteger(number)) return number
    this.problems.push({ path, message: `${number} should be a whole number` })
    return null
  }

  day(value: unknown, path: string): string | null {
    if (value == null) return null
    if (typeof value === 'string' && parseDay(value) !== null) return value
    this.problems.push({ path, message: `${shown(value)} is not a day: write it as 2024-04-06` })
    return null
  }

  choice<T extends string>(value: unknown, path: string, values: readonly T[]): T | null {
    if (value == null) return null
    const found = values.find((candidate) => candidate === value)
    if (found !== undefined) return found
    const near = typeof value === 'string' ? findNearest(value.slice(0, MOST_SHOWN), values) : null
    const hint = near ? ` Did you mean "${near}"?` : ''
    this.problems.push({
      path,
      message: `${shown(value)} is not known.${hint} Use one of: ${values.join(', ')}`,
    })
    return null
  }
}
