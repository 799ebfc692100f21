/** Years as printed: calendar years, financial ("2023-24", "FY23/24") and academic years, and spans of them. */
import { monthsSpan, type Span } from './calendar.ts'
import { node, type TimeNode } from './clock.ts'
import type { Token } from './tokens.ts'

/** Four digits from 1900 to 2099. */
export function parseYear(tokens: readonly Token[], at: number): number | undefined {
  const word = tokens[at]?.word
  return word && /^(?:19|20)\d\d$/.test(word) ? Number(word) : undefined
}

export interface YearPair {
  readonly first: number
  readonly last: number
  readonly next: number
}

/** "2023-24", "2023/24", "2023–2024", "23/24" (only where asked for): two years that rise. */
export function parseYearPair(
  tokens: readonly Token[],
  at: number,
  allowShort = false,
): YearPair | undefined {
  const [left, sign, right] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!left || !right || (sign?.word !== '-' && sign?.word !== '/')) return undefined
  if (sign.start !== left.end && sign.word === '/') return undefined
  const first = readYear(left.word, 2000, allowShort)
  const last = first === undefined ? undefined : readYear(right.word, first, true)
  return first === undefined || last === undefined || last <= first
    ? undefined
    : { first, last, next: at + 3 }
}

function readYear(word: string, century: number, allowShort: boolean): number | undefined {
  if (/^(?:19|20)\d\d$/.test(word)) return Number(word)
  return allowShort && /^\d\d$/.test(word) ? Math.floor(century / 100) * 100 + Number(word) : undefined
}

// The government's financial year runs April to March, the tax year from 6 April, the school year from September.
type YearKind = 'financial' | 'academic' | 'tax'
const YEAR_KINDS: ReadonlyMap<string, YearKind> = new Map([
  ['financial', 'financial'],
  ['fiscal', 'financial'],
  ['academic', 'academic'],
  ['school', 'academic'],
  ['tax', 'tax'],
])

export const yearKindAt = (tokens: readonly Token[], at: number): YearKind | undefined =>
  tokens[at + 1]?.word === 'year' || tokens[at + 1]?.word === 'years'
    ? YEAR_KINDS.get(tokens[at]?.word ?? '')
    : undefined

/** The year of that kind which starts in the given calendar year. */
export function yearOfKind(kind: YearKind, first: number, last = first + 1): Span {
  const precision = last - first > 1 ? 'multi-year' : 'year'
  if (kind === 'tax') {
    return { from: { year: first, month: 4, day: 6 }, to: { year: last, month: 4, day: 5 }, precision }
  }
  return monthsSpan(first, kind === 'academic' ? 9 : 4, (last - first) * 12, precision)
}

/** "2023-24 academic year" or "2023-24" alone; without a word two years in a row are a financial year. */
function pairNode(tokens: readonly Token[], pair: YearPair, named: YearKind | undefined): TimeNode {
  const after = yearKindAt(tokens, pair.next)
  const kind = named ?? after
  const next = after ? pair.next + 2 : pair.next
  const isCalendar = !kind && pair.last - pair.first > 1
  return node(next, () =>
    isCalendar
      ? monthsSpan(pair.first, 1, (pair.last - pair.first + 1) * 12, 'multi-year')
      : yearOfKind(kind ?? 'financial', pair.first, pair.last),
  )
}

/** "FY23/24", "FY 2025-26", "FY26" (the year that ends then). */
function parseShortForm(tokens: readonly Token[], at: number): TimeNode | undefined {
  if (tokens[at]?.word !== 'fy') return undefined
  const pair = parseYearPair(tokens, at + 1, true)
  if (pair) return pairNode(tokens, pair, 'financial')
  const word = tokens[at + 1]?.word ?? ''
  if (!/^(?:20)?\d\d$/.test(word)) return undefined
  const last = Number(word.slice(-2)) + 2000
  return node(at + 2, () => yearOfKind('financial', last - 1))
}

/** "financial year 2025-26", "the 2025 to 2026 financial year", "academic year 2026". */
function parseNamedYear(tokens: readonly Token[], at: number): TimeNode | undefined {
  const kind = yearKindAt(tokens, at)
  if (kind) {
    const from = tokens[at + 2]?.word === 'of' || tokens[at + 2]?.word === ',' ? at + 3 : at + 2
    const pair = parseYearPair(tokens, from, true)
    if (pair) return pairNode(tokens, pair, kind)
    const first = parseYear(tokens, from)
    if (first === undefined) return undefined
    const isPair = tokens[from + 1]?.word === 'to' && parseYear(tokens, from + 2) === first + 1
    return node(isPair ? from + 3 : from + 1, () => yearOfKind(kind, first))
  }
  const first = parseYear(tokens, at)
  if (first === undefined) return undefined
  const joined = tokens[at + 1]?.word === 'to' && parseYear(tokens, at + 2) === first + 1
  const after = joined ? at + 3 : at + 1
  const named = yearKindAt(tokens, after)
  return named ? node(after + 2, () => yearOfKind(named, first)) : undefined
}

/** Years that stand as a time by their shape alone. */
export function parseYearSpan(tokens: readonly Token[], at: number): TimeNode | undefined {
  const pair = parseYearPair(tokens, at)
  return (
    parseShortForm(tokens, at) ??
    parseNamedYear(tokens, at) ??
    (pair ? pairNode(tokens, pair, undefined) : undefined)
  )
}

/** "2030s": ten years; the "s" is a token of its own. */
export function parseDecade(tokens: readonly Token[], at: number): TimeNode | undefined {
  const year = parseYear(tokens, at)
  const plural = tokens[at + 1]
  if (
    year === undefined ||
    year % 10 !== 0 ||
    plural?.word !== 's' ||
    plural.start - (tokens[at]?.end ?? 0) > 1
  )
    return undefined
  return node(at + 2, () => monthsSpan(year, 1, 120, 'multi-year'))
}

/** A bare calendar year: only to be asked for after a preposition, as any number may look like one. */
export function parseBareYear(tokens: readonly Token[], at: number): TimeNode | undefined {
  const year = parseYear(tokens, at)
  const sign = tokens[at + 1]
  if (year === undefined || sign?.word === '%' || tokens[at - 1]?.word === '£') return undefined
  // "in 2,500 homes" is read as 2 and 500; "2025.5" and "2025/3" are no years.
  if (
    sign &&
    ['.', ',', '/'].includes(sign.word) &&
    /^\d/.test(tokens[at + 2]?.word ?? '') &&
    sign.end === tokens[at + 2]?.start
  ) {
    return undefined
  }
  return node(at + 1, () => monthsSpan(year, 1, 12, 'year'))
}
