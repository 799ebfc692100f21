/**
 * Text that was encoded twice: its UTF-8 was once read as an older encoding and saved again, so that "’" stands there as
 * "â€™" and "£" as "Â£". Amounts and quotations would not be found in it, and nobody wants to read it.
 */

import { WINDOWS_1252 } from './windows-1252.ts'

export interface RepairedText {
  readonly text: string
  /** How many characters were put right. */
  readonly count: number
  /** The first of them as it stood and as it is now; null where none was. */
  readonly example: readonly [before: string, after: string] | null
}

interface OlderEncoding {
  /** What no text holds that was encoded once: without it nothing is touched, so that "AMANHÔ stays in its quotes. */
  readonly evidence: RegExp
  /** Characters of two, three and four bytes; closing quotes and spaces whose last byte was lost since. */
  readonly doubled: RegExp
  readonly byteOf: ReadonlyMap<string, number>
}

/** Text can have been through it more than once; each turn makes it shorter. */
const MOST_TURNS = 3
/** As bytes 0x80 to 0xff; Node's own decoder of Windows-1252 knows Latin-1 only. */
const WINDOWS_HIGH = [...WINDOWS_1252, ...Array.from({ length: 96 }, (_, i) => String.fromCharCode(0xa0 + i))]
const MACINTOSH_HIGH = [...new TextDecoder('macintosh').decode(new Uint8Array(128).map((_, i) => 128 + i))]

/** Only leads of what European texts use: Latin letters, punctuation and signs, emoji. Latin-1 keeps 0x80 to 0x9f as controls. */
const WINDOWS = describeEncoding(
  WINDOWS_HIGH,
  /â[€\x80][\x80-\x9f‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\xa0-\xbf]|Â[\xa0-\xba\xbc-\xbf]|Ã[\xa1-\xbf]/,
  { two: '[ÂÃÄÅÆË]', three: 'â', four: 'ð', lost: 'â€(?:\\ufffd|(?=[\\s.,;:?!)]|$))|Â(?= )' },
)
const MACINTOSH = describeEncoding(MACINTOSH_HIGH, /‚Ä[îìôíòúùñ¶¢∞]|¬£/, {
  two: '[¬√ƒ≈]',
  three: '‚',
  four: '\uf8ff',
  lost: '(?!)',
})

/** `text` as it was meant; itself where nothing shows that it was encoded twice. Linear in its length. */
export function repairDoubled(text: string): RepairedText {
  let repaired: RepairedText = { text, count: 0, example: null }
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const encoding = [WINDOWS, MACINTOSH].find(({ evidence }) => evidence.test(repaired.text))
    if (encoding === undefined) break
    const next = repairOnce(repaired.text, encoding)
    if (next.count === 0) break
    repaired = { text: next.text, count: next.count, example: repaired.example ?? next.example }
  }
  return repaired
}

function repairOnce(text: string, { doubled, byteOf }: OlderEncoding): RepairedText {
  let count = 0
  let example: RepairedText['example'] = null
  const repaired = text.replace(doubled, (found) => {
    const meant = decodeAgain(found, byteOf)
    if (meant === found) return found
    count++
    example ??= [found, meant]
    return meant
  })
  return { text: repaired, count, example }
}

/** What the bytes of `found` stand for as UTF-8; itself where they stand for nothing. */
function decodeAgain(found: string, byteOf: ReadonlyMap<string, number>): string {
  if (found === 'Â') return ''
  if (/^â€\ufffd?$/.test(found)) return '”'
  try {
    const bytes = [...found].map((character) => byteOf.get(character) ?? 0)
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(new Uint8Array(bytes))
  } catch {
    return found
  }
}

/** Which characters lead a sequence of two, three and four, and what is left where bytes were lost since. */
interface Leads {
  readonly two: string
  readonly three: string
  readonly four: string
  readonly lost: string
}

function describeEncoding(high: readonly string[], evidence: RegExp, leads: Leads): OlderEncoding {
  const { two, three, four, lost } = leads
  const tail = `[\\x80-\\x9f${high.slice(0, 64).join('')}]`
  const doubled = new RegExp(`${two}${tail}|${three}${tail}{2}|${four}${tail}{3}|${lost}`, 'g')
  const controls = Array.from({ length: 32 }, (_, i) => [String.fromCharCode(128 + i), 128 + i] as const)
  return {
    evidence,
    doubled,
    byteOf: new Map([...controls, ...high.map((sign, i) => [sign, 128 + i] as const)]),
  }
}
