/** A tracker in which every text is hostile: to HTML, XML, JSON, CSV, calendars and whoever reads them in a line. */
import { parse } from 'yaml'
import { aTracker, type BuiltTracker, RIVER_TRACKER } from './tracker.ts'

/** Each part breaks some format that does not escape; it begins as a formula does. */
export const HOSTILE = [
  "=cmd|'/C calc'!A0",
  '</script><script>alert(1)</script>',
  '</title></textarea></style><img src=x onerror=alert(2)>',
  ']]><x/><!--',
  '"onmouseover="alert(3)" \'',
  '&lt;b&gt; &#x3c;script&#x3e;',
  '\u0000\u0001\u0008\u000B\u001B\u007F\u0085\uFFFE\uFFFF\uD800 \uDC00',
  '\u202Egnirts\u2066 \u2028\u2029',
  '\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n',
  `\t$\{7*7} {{x}} <%= y %> \\`,
].join(' ')

/** Keys whose values are prose; ids, days, addresses and closed words cannot hold it, as the content's own tests show. */
const PROSE =
  'title summary whyItMatters name what text act test stateReason reason interest statedAs condition plain question detail counts unit missing words quote at part covers leavesOut publisher publishedNote keeper label meaning note of caution shortName'.split(
    ' ',
  )

function spoil(value: unknown, key: string): unknown {
  if (Array.isArray(value))
    return value.map((each) =>
      key === 'places' && typeof each === 'string' ? `${HOSTILE} ${each}` : spoil(each, key),
    )
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([own, part]) => [own, spoil(part, own)]))
  return typeof value === 'string' && PROSE.includes(key) ? shorten(`${HOSTILE} ${value}`, key) : value
}

/** A quote is at most 300 characters. */
const shorten = (text: string, key: string): string => (key === 'quote' ? text.slice(0, 300) : text)

/** The rivers with hostile words in every text field, and how many fields that is. */
export function hostileTracker(): BuiltTracker & { readonly fields: number } {
  const content = JSON.stringify(spoil(parse(RIVER_TRACKER), ''))
  return { ...aTracker(content), fields: content.split('=cmd|').length - 1 }
}
