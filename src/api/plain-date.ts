/** ISO dates and ranges of days as people write them here: "24 May 2022", "2023", "March to May 2024". */

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

interface DayParts {
  readonly year: string
  readonly month: string
  readonly day: number
}

/** "2022-05-24" as "24 May 2022"; anything else as it stands. */
export function labelDate(date: string): string {
  const parts = splitDate(date)
  return parts === undefined ? date : `${parts.day} ${parts.month} ${parts.year}`
}

/**
 * A document's own date. A first of the month is given as the month: where a document prints only a month, its date is
 * kept as that month's first day, and a day that nobody printed is not to be shown.
 */
export function labelDocumentDate(date: string): string {
  const parts = splitDate(date)
  return parts?.day === 1 ? labelMonth(parts) : labelDate(date)
}

/** The days a deadline can mean: "2023", "May 2024", "1 March to 31 May 2024", "from …", "until …"; null for none. */
export function labelDateRange(from: string | null, to: string | null): string | null {
  if (from === null && to === null) return null
  if (from === null) return `until ${labelDate(to ?? '')}`
  if (to === null) return `from ${labelDate(from)}`
  if (from === to) return labelDate(from)
  const [first, last] = [splitDate(from), splitDate(to)]
  if (first === undefined || last === undefined) return `${from} to ${to}`
  if (isWhole(first, last, to))
    return first.year === last.year ? labelMonths(first, last) : `${labelMonth(first)} to ${labelMonth(last)}`
  if (first.year !== last.year) return `${labelDate(from)} to ${labelDate(to)}`
  return first.month === last.month
    ? `${first.day} to ${labelDate(to)}`
    : `${first.day} ${first.month} to ${labelDate(to)}`
}

function labelMonths(first: DayParts, last: DayParts): string {
  if (first.month === 'January' && last.month === 'December') return first.year
  return first.month === last.month ? labelMonth(first) : `${first.month} to ${labelMonth(last)}`
}

const labelMonth = ({ month, year }: DayParts) => `${month} ${year}`

/** Whether the range runs from the first day of a month to the last day of one. */
function isWhole(first: DayParts, last: DayParts, to: string): boolean {
  const nextDay = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000)
  return first.day === 1 && last.day >= 28 && nextDay.getUTCDate() === 1
}

function splitDate(date: string): DayParts | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date)
  const month = MONTHS[Number(match?.[2]) - 1]
  if (match === null || month === undefined) return undefined
  return { year: match[1] ?? '', month, day: Number(match[3]) }
}
