/** A promise that falls short of what was asked in time: ten days for a week, 2030 for 2028. */

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const DAYS = { hour: 1 / 24, day: 1, week: 7, fortnight: 14, month: 30, year: 365 } as const
const SPAN =
  /\b(?:within|to|under|no (?:more|longer) than|(?:limit|target|deadline|period|standard)(?: \w+)? (?:will be|is|of|at)) (?:the (?:next|first) )?(an?|\d{1,3}|[a-z]+)? ?(?:working )?(hour|day|week|fortnight|month|year)s?\b/gi
const YEAR = /\b(?:by|before|until|end of|in|from) (?:\p{L}+ ){0,3}?(20\d{2})\b/giu

/** True where the reply names the same kind of limit as the recommendation, and every one that it names is later. */
export function isLater(asked: string, promised: string): boolean {
  return exceeds(readSpans(asked), readSpans(promised)) || exceeds(readYears(asked), readYears(promised))
}

const exceeds = (asked: readonly number[], promised: readonly number[]) =>
  asked.length > 0 && promised.length > 0 && Math.min(...promised) > Math.max(...asked)

const readYears = (text: string) => [...text.matchAll(YEAR)].map((match) => Number(match[1]))

function readSpans(text: string): number[] {
  return [...text.matchAll(SPAN)].flatMap((match) => {
    const count = readCount(match[1]?.toLowerCase() ?? '')
    // The pattern admits only the units of the table.
    const unit = DAYS[(match[2] ?? 'day').toLowerCase() as keyof typeof DAYS]
    return count === null ? [] : [count * unit]
  })
}

function readCount(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word)
  if (/^an?$|^$/.test(word)) return 1
  const place = NUMBERS.indexOf(word)
  return place < 0 ? null : place + 1
}
