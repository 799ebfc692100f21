/** Reading YAML content of unknown shape: each function gives the value typed, or throws a plain Error naming the place
 * (the lexicon is part of the program, so a fault in it is a bug). */

export function record(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (!isMapping(value)) throw new Error(`${where}: a mapping is expected.`)
  return value
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function entries(value: unknown, where: string): readonly (readonly [string, unknown])[] {
  return Object.entries(record(value, where))
}

export function array(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${where}: a list is expected.`)
  return value
}

export function text(value: unknown, where: string): string {
  if (typeof value !== 'string') throw new Error(`${where}: text is expected.`)
  return value
}

/** A line of words apart by spaces. */
export function words(value: unknown, where: string): readonly string[] {
  return text(value, where).trim().split(/\s+/u)
}

export function optionalStrings(value: unknown, where: string): readonly string[] | undefined {
  return value === undefined ? undefined : array(value, where).map((item) => text(item, where))
}

export function oneOf<T extends string>(allowed: readonly T[], value: unknown, where: string): T {
  const found = allowed.find((item) => item === value)
  if (found === undefined) throw new Error(`${where}: ${String(value)} is not one of ${allowed.join(', ')}.`)
  return found
}
