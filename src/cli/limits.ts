/** The limit options and the parser's limits they set. */
import type { ParseLimits } from '../documents/index.ts'

const LIMITS: Readonly<Record<string, keyof ParseLimits>> = {
  'max-bytes': 'bytes',
  'max-pages': 'pages',
  'max-unpacked-bytes': 'unpackedBytes',
  'max-entries': 'entries',
  'max-nesting': 'nesting',
  'max-memory': 'memoryMegabytes',
  'max-seconds': 'seconds',
}

/** Limits given on the command line, by the parser's names; the ones not given stay away. */
export function toParseLimits(given: Readonly<Record<string, number>>): Partial<ParseLimits> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([option, value]) => {
      const limit = LIMITS[option]
      return limit === undefined ? [] : [[limit, value]]
    }),
  )
}
