/** A strict reader of iCalendar (RFC 5545) for tests: line ends, folding, escaping, and what each part must and may hold. */

export interface CalendarEvent {
  readonly [property: string]: string
}

export interface ReadCalendar {
  readonly header: Readonly<Record<string, string>>
  readonly events: readonly CalendarEvent[]
}

const HEADER =
  'VERSION PRODID METHOD CALSCALE NAME DESCRIPTION URL REFRESH-INTERVAL SOURCE COLOR LAST-MODIFIED CATEGORIES'.split(
    ' ',
  )
const EVENT =
  'UID DTSTAMP DTSTART DTEND SEQUENCE SUMMARY DESCRIPTION URL CATEGORIES LAST-MODIFIED CREATED STATUS TRANSP LOCATION CLASS'.split(
    ' ',
  )

/** Lines with folds undone. Throws for a bare line end, a line over 75 octets, or a control character. */
function unfold(text: string): string[] {
  if (!text.endsWith('\r\n')) throw new Error('the last line is not ended')
  const raw = text.slice(0, -2).split('\r\n')
  const lines: string[] = []
  for (const line of raw) {
    if (Buffer.byteLength(line) > 75) throw new Error(`${Buffer.byteLength(line)} octets in a line: ${line}`)
    if (/[\u0000-\u0008\u000A-\u001F\u007F]/.test(line))
      throw new Error(`a control character in: ${JSON.stringify(line)}`)
    if (line.includes('\uFFFD')) throw new Error(`a character cut in two: ${line}`)
    if (line.startsWith(' ')) lines[lines.length - 1] += line.slice(1)
    else lines.push(line)
  }
  return lines
}

interface Property {
  readonly name: string
  readonly parameters: string
  readonly value: string
}

function parseLine(line: string): Property {
  const match = /^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/su.exec(line)
  if (match === null) throw new Error(`no property: ${line}`)
  return { name: match[1] ?? '', parameters: match[2] ?? '', value: match[3] ?? '' }
}

function readText(value: string): string {
  if (/\\(?![\\;,nN])/.test(value.replaceAll('\\\\', ''))) throw new Error(`an escape that is none: ${value}`)
  if (/(?<!\\)(?:\\\\)*[;]/.test(value)) throw new Error(`a semicolon that is not escaped: ${value}`)
  return value.replaceAll(/\\([\\;,nN])/g, (_, character: string) =>
    /n/i.test(character) ? '\n' : character,
  )
}

function readDate({ parameters, value, name }: Property): string {
  if (!parameters.includes('VALUE=DATE') || !/^\d{8}$/.test(value))
    throw new Error(`${name} is no whole day: ${value}`)
  return `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`
}

function read(property: Property): string {
  if (['DTSTART', 'DTEND'].includes(property.name)) return readDate(property)
  if (
    ['DTSTAMP', 'LAST-MODIFIED', 'CREATED'].includes(property.name) &&
    !/^\d{8}T\d{6}Z$/.test(property.value)
  )
    throw new Error(`${property.name} is ${property.value}`)
  if (property.name === 'URL' && !URL.canParse(property.value))
    throw new Error(`the address ${property.value}`)
  return ['SUMMARY', 'DESCRIPTION', 'NAME', 'X-WR-CALNAME', 'X-WR-CALDESC'].includes(property.name)
    ? readText(property.value)
    : property.value
}

function collect(
  properties: readonly Property[],
  allowed: readonly string[],
  required: readonly string[],
): Record<string, string> {
  const values: Record<string, string> = {}
  for (const property of properties) {
    if (!allowed.includes(property.name) && !property.name.startsWith('X-'))
      throw new Error(`${property.name} does not belong there`)
    if (Object.hasOwn(values, property.name)) throw new Error(`${property.name} twice`)
    values[property.name] = read(property)
  }
  for (const name of required) if (!Object.hasOwn(values, name)) throw new Error(`no ${name}`)
  return values
}

export function readCalendar(text: string): ReadCalendar {
  const lines = unfold(text).map(parseLine)
  const isMark = ({ name, value }: Property, which: string, part: string) => name === which && value === part
  if (!isMark(lines[0]!, 'BEGIN', 'VCALENDAR') || !isMark(lines.at(-1)!, 'END', 'VCALENDAR'))
    throw new Error('no calendar')
  const events: CalendarEvent[] = []
  const header: Property[] = []
  let open: Property[] | null = null
  for (const line of lines.slice(1, -1)) {
    if (line.name === 'BEGIN') {
      if (line.value !== 'VEVENT' || open !== null) throw new Error(`${line.value} begins`)
      open = []
    } else if (line.name === 'END') {
      if (line.value !== 'VEVENT' || open === null) throw new Error(`${line.value} ends`)
      events.push(collect(open, EVENT, ['UID', 'DTSTAMP', 'DTSTART']))
      open = null
    } else if (open) open.push(line)
    else if (events.length > 0) throw new Error(`${line.name} after the events`)
    else header.push(line)
  }
  if (open !== null) throw new Error('an event without an end')
  for (const { DTSTART = '', DTEND = '' } of events)
    if (DTEND <= DTSTART) throw new Error(`ends ${DTEND}, begins ${DTSTART}`)
  const uids = events.map(({ UID }) => UID)
  if (new Set(uids).size !== uids.length) throw new Error('a UID twice')
  return { header: collect(header, HEADER, ['VERSION', 'PRODID']), events }
}
