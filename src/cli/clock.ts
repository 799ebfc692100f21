/** Days by this machine's clock. */
import { type PlainDate, parsePlainDate } from '../model/index.ts'

export const today = (): PlainDate => dayOf(new Date())

const DAY = 24 * 60 * 60 * 1000

/** The day that it is where days begin first, so that nobody's today is a day to come. */
export const lastDayAnywhere = (): PlainDate => dayOf(new Date(Date.now() + DAY))

function dayOf(now: Date): PlainDate {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  )
  const date = parsePlainDate(day.join('-'))
  if (date === null) throw new Error(`the clock says ${now}, which is no day`)
  return date
}
