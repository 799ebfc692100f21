/** The date that a document gives itself in its words: a dateline, "Published 12 May 2022", "Last updated: …". */
import type { Block } from '../model/index.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const WEEKDAY = '(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?,? )?'
const DATE = [
  `${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?(?: day of)? ${MONTH},? (\\d{4})`,
  `${WEEKDAY}${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`,
  '(\\d{4})-(\\d{2})-(\\d{2})',
  '(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})',
  `${MONTH},? (\\d{4})`,
].join('|')
const AT_TIME = '(?:,? (?:at )?\\d{1,2}[:.]\\d{2}(?: ?[ap]m)?(?: [a-z]{2,4})?)?'
const DATED_WORDS =
  '(?:(?:this |page |was |date |first |originally )*(?:published|posted|issued|(?:minutes of (?:the|a) meeting |meeting )?held|statement made|made|updated|last updated|last modified|last reviewed|last changed|dated?|date of publication|publication date|revised|released|laid before parliament|ordered by the house of commons to be printed|presented to (?:parliament|the house)(?: of \\w+)?(?: by .{1,80}?)?)(?: date)?(?: on| in|:| -| –)*)'
/** The number of a paper laid before Parliament, beside its date on the title page. */
const SERIES_NUMBER = '(?:CP|Cm|Cmd|Cmnd|HC|HL)\\.? ?\\d[\\w-]{0,11}'
const DATELINE = new RegExp(
  `^(?:by .{2,60}[,|·•–-] ?|${SERIES_NUMBER} ?[,|·•–-]? ?)?(?:${DATE})${AT_TIME}(?: ?[,|·•–-]? ?${SERIES_NUMBER})?[.]?$`,
  'i',
)
const LABELLED = new RegExp(`(?:^|[|·•(,.–] ?|\\s{2})${DATED_WORDS}\\s*(?:${DATE})`, 'i')
const FIRST_DATE = new RegExp(`(?:${DATE})`, 'i')
const UPDATED = /updated|modified|reviewed|revised|changed/i

/** How far from the top a bare dateline may stand, in characters: title page and contents, not the body. */
const TOP = 6_000
/** Longest line that is a dateline rather than running prose. */
const LONGEST = 140

/** ISO 8601 day; the first of the month where only that is printed; null where the text does not date itself. */
export function findPublishedDate(text: string, blocks: readonly Block[]): string | null {
  const lines = blocks.filter((block) => block.kind !== 'navigation' && block.end - block.start <= LONGEST)
  const found = {
    updated: null as string | null,
    labelled: null as string | null,
    bare: null as string | null,
  }
  for (const block of lines) {
    const line = text.slice(block.start, block.end).replace(/\s+/g, ' ')
    if (!/\d{4}/.test(line)) continue
    const labelled = LABELLED.exec(line)
    if (labelled) {
      const slot = UPDATED.test(labelled[0]) ? 'updated' : 'labelled'
      found[slot] ??= toIsoDate(labelled.slice(1))
    } else if (block.start < TOP) found.bare ??= toIsoDate((DATELINE.exec(line) ?? []).slice(1))
  }
  return found.labelled ?? found.updated ?? found.bare
}

/** The first date in `text` as an ISO 8601 day, or null. */
export function parseDay(text: string): string | null {
  return toIsoDate((FIRST_DATE.exec(text) ?? []).slice(1))
}

/** The groups of DATE, in its order, to one day. */
function toIsoDate(groups: readonly (string | undefined)[]): string | null {
  const [d1, m1, y1, m2, d2, y2, y3, m3, d3, d4, m4, y4, m5, y5] = groups
  if (y1) return isoDay(y1, monthNumber(m1), Number(d1))
  if (y2) return isoDay(y2, monthNumber(m2), Number(d2))
  if (y3) return isoDay(y3, Number(m3), Number(d3))
  if (y4) return isoDay(y4, Number(m4), Number(d4))
  return y5 ? isoDay(y5, monthNumber(m5), 1) : null
}

const monthNumber = (name = '') =>
  MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1

function isoDay(year: string, month: number, day: number): string | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const parsed = new Date(`${iso}T00:00:00Z`)
  const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso)
  return isReal && Number(year) >= 1800 && Number(year) <= 2200 ? iso : null
}
