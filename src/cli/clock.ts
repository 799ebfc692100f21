/** The day by this machine's clock. */
import { type PlainDate, parsePlainDate } from '../model/index.ts'

export function today(): PlainDate {
  const now = new Date()
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  )
  const date = parsePlainDate(day.join('-'))
  if (date === null) throw new Error(`the clock says ${now}, which is no day`)
  return date
}
