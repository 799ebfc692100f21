/** Sums of money as printed, with their amount and the period they are for. */
import type { Money, Range } from '../model/index.ts'

type Currency = Money['currency']
type Period = Money['per']

const MAY_HOLD_MONEY = /[£$€]|\b(?:GBP|EUR|USD)\b|pound|pence|penn(?:y|ies)|euro|dollar|\dp\b/

// The digit of "60p" stands in a word of its own.
const MAY_BELONG_TO_SUM = /[£$€]|GBP|EUR|USD|pound|pence|penn(?:y|ies)|euro|dollar|\dp\b|^p\b/

/** False only for words, as printed, that no text with a sum of money needs. */
export const mayBelongToSum = (printed: string): boolean => MAY_BELONG_TO_SUM.test(printed)

const SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mil', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['billion', 1e9],
  ['billions', 1e9],
  ['tn', 1e12],
  ['trillion', 1e12],
])
const SCALE = '(?:thousand|millions?|billions?|trillion|mil|mn|bn|tn|[mkb])(?![\\p{L}\\d])'
// Fifteen digits keep every amount exact; a longer run is no sum of money.
const NUMBER = '\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,4})?|\\d{1,15}(?:\\.\\d{1,4})?'

/** "£9 million", "US$3bn", "GBP 5m", "€20m". "A$", "C$" are other currencies. */
const SIGNED = new RegExp(
  `(?<![\\p{L}])(?<sign>US\\$|[£€$]|(?:GBP|EUR|USD)(?=[ \\d]))\\s{0,2}(?<number>${NUMBER})(?!\\d|,\\d)(?:[\\s-]{0,2}(?<scale>${SCALE}))?`,
  'giu',
)
/** The second sum of "£10-15 million" and "£10 to 15m", directly after a signed one. */
const SECOND = new RegExp(
  `\\s?(?:-|–|—|to|and)\\s?(?<number>${NUMBER})(?!\\d|,\\d|%)\\s?(?<scale>${SCALE})`,
  'yiu',
)

const WORD_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['half a', 0.5],
  ['quarter of a', 0.25],
  ['a quarter of a', 0.25],
  ['three quarters of a', 0.75],
  ['one and a half', 1.5],
  ['a', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['twenty', 20],
  ['fifty', 50],
])
const WORDED = [...WORD_NUMBERS.keys()].sort((left, right) => right.length - left.length).join('|')
/** "2.4 billion pounds", "half a million pounds", "40 pence", "five euros", "60p". */
const NAMED = new RegExp(
  `(?<![\\p{L}\\d.,£€$])(?:(?<number>${NUMBER})(?:[\\s-]{0,2}(?<scale>${SCALE}))?|(?<worded>${WORDED})(?:\\s(?<wordScale>thousand|million|billion|trillion))?)\\s?(?:(?:British |US )?(?<unit>pounds?|pence|penn(?:y|ies)|euros?|dollars?)(?! weight)(?!\\p{L})|(?<=\\d)p(?![\\p{L}\\d]))`,
  'giu',
)

const CURRENCIES: ReadonlyMap<string, Currency> = new Map([
  ['£', 'GBP'],
  ['gbp', 'GBP'],
  ['€', 'EUR'],
  ['eur', 'EUR'],
  ['$', 'USD'],
  ['us$', 'USD'],
  ['usd', 'USD'],
])

interface Sum extends Range {
  readonly number: number
  readonly scale: number | null
  readonly currency: Currency
}

const parseNumber = (printed: string): number => Number(printed.replaceAll(',', ''))

/** A trailing "b" or "m" in another case than the usual ("£3M", "£1B") is read alike. */
const parseScale = (printed: string | undefined): number | null =>
  printed === undefined ? null : (SCALES.get(printed.toLowerCase()) ?? null)

function findSigned(text: string): Sum[] {
  const sums: Sum[] = []
  for (const match of text.matchAll(SIGNED)) {
    const { sign = '', number = '', scale } = match.groups ?? {}
    const currency = CURRENCIES.get(sign.toLowerCase()) ?? 'GBP'
    const start = match.index
    const end = start + match[0].length
    sums.push({ start, end, number: parseNumber(number), scale: parseScale(scale), currency })
    SECOND.lastIndex = end
    const second = SECOND.exec(text)
    if (!second) continue
    const digits = second.groups?.number ?? ''
    const last = SECOND.lastIndex
    const first = second.index + second[0].indexOf(digits)
    sums.push({
      start: first,
      end: last,
      number: parseNumber(digits),
      scale: parseScale(second.groups?.scale),
      currency,
    })
  }
  return sums
}

function findNamed(text: string): Sum[] {
  const sums: Sum[] = []
  for (const match of text.matchAll(NAMED)) {
    const { number, scale, worded, wordScale, unit = 'p' } = match.groups ?? {}
    const isPence = /^p(?:$|e)/i.test(unit)
    // "a pound" and "a dollar" are mostly figures of speech; a scale or a number makes a sum of them.
    if (worded === 'a' && wordScale === undefined) continue
    const count =
      number === undefined ? (WORD_NUMBERS.get((worded ?? '').toLowerCase()) ?? 0) : parseNumber(number)
    const currency = /^e/i.test(unit) ? 'EUR' : /^d/i.test(unit) ? 'USD' : 'GBP'
    const start = match.index
    sums.push({
      start,
      end: start + match[0].length,
      number: isPence ? count / 100 : count,
      scale: parseScale(scale ?? wordScale) ?? (isPence ? 1 : null),
      currency,
    })
  }
  return sums
}

const JOIN = /^\s{0,2}(?:-|–|—|to|and|or)\s{0,2}$/i

/** "£10 to £15 million": the first takes the second's scale where that makes them rise. */
function shareScale(text: string, sums: readonly Sum[]): Sum[] {
  return sums.map((sum, index) => {
    const next = sums[index + 1]
    if (!next || sum.scale !== null || next.scale === null || next.scale < 1e3) return sum
    const joins = next.start - sum.end < 8 && JOIN.test(text.slice(sum.end, next.start))
    return joins && sum.number < next.number && sum.number < 1000 ? { ...sum, scale: next.scale } : sum
  })
}

const PERIOD_WORDS: ReadonlyMap<string, Period> = new Map([
  ['hour', 'hour'],
  ['hourly', 'hour'],
  ['day', 'day'],
  ['daily', 'day'],
  ['week', 'week'],
  ['weekly', 'week'],
  ['month', 'month'],
  ['monthly', 'month'],
  ['pcm', 'month'],
  ['year', 'year'],
  ['yearly', 'year'],
  ['annum', 'year'],
  ['annual', 'year'],
  ['annually', 'year'],
  ['p.a', 'year'],
  ['pa', 'year'],
])
// "per week", "a year", "per child per week", "for each eligible child each month", "/week", "annually".
const PERIOD_AFTER =
  /^(?:\s{0,2}(?:\(|in )?(?:(?:per|a|an|each|every|for each|for every|\/)\s{0,2}(?:[\p{L}-]{1,20}\s(?:[\p{L}-]{1,20}\s)?(?:per|a|an|each|every)\s)?(hour|day|week|month|year|annum)(?!\p{L})|(annually|weekly|monthly|hourly|daily|yearly|pcm|p\.a|pa)(?!\p{L})))/iu
const PERIOD_BEFORE =
  /(hourly|daily|weekly|monthly|yearly|annual)\s(?:[\p{L}-]{1,20}\s){0,4}(?:of |to |at |about |around |up |by ){0,3}$/iu
const AFTER_WINDOW = 60
const BEFORE_WINDOW = 70

function periodOf(text: string, sum: Range): Period {
  const after = PERIOD_AFTER.exec(text.slice(sum.end, sum.end + AFTER_WINDOW))
  const word =
    after?.[1] ??
    after?.[2] ??
    PERIOD_BEFORE.exec(text.slice(Math.max(0, sum.start - BEFORE_WINDOW), sum.start))?.[1]
  return word === undefined ? null : (PERIOD_WORDS.get(word.toLowerCase()) ?? null)
}

/** Products of a decimal and a scale carry binary dust ("1.1" times a million); pence are the finest sum printed. */
const tidy = (amount: number): number => Math.round(amount * 1e4) / 1e4

/** Sums in reading order, without overlaps; offsets are relative to `text`, amounts in whole units of the currency. */
export function findMoney(text: string): Money[] {
  if (!MAY_HOLD_MONEY.test(text)) return []
  const signed = findSigned(text)
  const named = findNamed(text).filter(
    (sum) => !signed.some((other) => sum.start < other.end && other.start < sum.end),
  )
  const sums = shareScale(
    text,
    [...signed, ...named].sort((left, right) => left.start - right.start),
  )
  const periods = sums.map((sum) => periodOf(text, sum))
  return sums.map((sum, index) => {
    const next = sums[index + 1]
    const isJoined =
      next !== undefined && next.start - sum.end < 8 && JOIN.test(text.slice(sum.end, next.start))
    return {
      text: text.slice(sum.start, sum.end),
      start: sum.start,
      end: sum.end,
      amount: tidy(sum.number * (sum.scale ?? 1)),
      currency: sum.currency,
      per: periods[index] ?? (isJoined ? (periods[index + 1] ?? null) : null),
    }
  })
}
