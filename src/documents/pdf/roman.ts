/** Roman numerals, as pages, lists and parts are counted in. */

const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }
const WELL_FORMED = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/

/** The value of a well-formed numeral in either case; null for anything else. */
export function readRoman(text: string): number | null {
  const lower = text.toLowerCase()
  if (lower === '' || !WELL_FORMED.test(lower)) return null
  let total = 0
  for (let i = 0; i < lower.length; i++) {
    const value = VALUES[lower[i] ?? ''] ?? 0
    total += value < (VALUES[lower[i + 1] ?? ''] ?? 0) ? -value : value
  }
  return total
}
