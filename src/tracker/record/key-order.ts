/**
 * One order of keys for every body, however it came to us: files give the order of their schema, the log gives the
 * order of canonical JSON. What is read from either must look and be searched the same.
 */

/** The same value with all keys sorted and absent ones left out. */
export function sortKeys<T>(value: T): T {
  return sorted(value) as T // the same keys with the same values
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const members = Object.entries(value).filter(([, part]) => part !== undefined)
  members.sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(members.map(([key, part]) => [key, sorted(part)]))
}
