/**
 * One spelling for each JSON value (RFC 8785): keys sorted by UTF-16 code units, no spaces, numbers and strings as
 * ECMAScript writes them. What is hashed is this text, so any program in any language can hash it again.
 */

/** Nesting that no record needs; deeper input would exhaust the stack. */
const MOST_LEVELS = 200

/**
 * Throws a TypeError on what JSON cannot say the same everywhere: undefined, functions, NaN and infinities, half of a
 * surrogate pair, objects of a class. Keys whose value is undefined are left out, as JSON.stringify does.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0)
}

function write(value: unknown, level: number): string {
  if (level > MOST_LEVELS) throw new TypeError(`nested deeper than ${MOST_LEVELS} levels`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'string') return writeString(value)
  if (Array.isArray(value)) return `[${value.map((item) => write(item, level + 1)).join(',')}]`
  if (typeof value === 'object') return writeObject(value, level)
  throw new TypeError(`a ${typeof value} has no place in JSON`)
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no place in JSON`)
  return JSON.stringify(value)
}

function writeString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('a text holds half of a surrogate pair')
  return JSON.stringify(value)
}

function writeObject(value: object, level: number): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('an object of a class has no place in JSON')
  const members = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([key, item]) => `${writeString(key)}:${write(item, level + 1)}`).join(',')}}`
}
