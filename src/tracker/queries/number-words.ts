/** Numbers of texts and of questions as one word each, however they are written: "£126m", "126 million" and "£126,000,000" are one sum. */
import { labelPounds } from '../drift.ts'

/** A pound sign, digits with their groups and point, a size, the word pounds. Not a part of a longer number or a word. */
export const NUMBER =
  /(£\s?)?(?<![\p{L}\p{N}.,])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:[\s-]?(thousand|k|million|mn|m|billion|bn))?(\s?(?:pounds|gbp))?(?![\p{L}\p{N}])/giu

const SIZES: Readonly<Record<string, number>> = { t: 1e3, k: 1e3, m: 1e6, b: 1e9 }
/** From here on a number is a sum or written like one: "130,000 children" is not, "1.2 million" may be. */
const LARGE = 1e6
/** Beyond this a double no longer tells whole numbers apart, and no text means the number. */
const MOST_DIGITS = 15

/** The text with each number as one word: digits alone, those of sums of pounds after a pound sign. */
export function joinNumbers(text: string): string {
  if (!/\d/.test(text)) return text
  return text.replaceAll(NUMBER, joinNumber)
}

function joinNumber(
  written: string,
  sign: string | undefined,
  digits: string,
  part: string | undefined,
  size: string | undefined,
  pounds: string | undefined,
): string {
  const whole = digits.replaceAll(',', '')
  const times = SIZES[size?.charAt(0).toLowerCase() ?? '']
  if (whole.length > MOST_DIGITS) return written
  const count = times === undefined ? Number(whole) : Math.round(Number(`${whole}${part ?? ''}`) * times)
  const isSum = sign !== undefined || pounds !== undefined || count >= LARGE
  // What stands after the point of a number without a size stays a word of its own.
  const rest = times === undefined && part !== undefined ? ` ${part.slice(1)}` : ''
  return ` ${isSum ? '£' : ''}${count}${rest} `
}

const NUMBER_WORD = /^(£?)(\d+)$/

/** A mistake in a number gives another number: neither is taken for the other. */
export const isNumberWord = (word: string): boolean => NUMBER_WORD.test(word)

/** Beneath this, counts of places and weeks are so many that a number is not looked for as a sum too. */
const LEAST_SUM = 1000

/** The words a number of a question is met by, itself first: a sum with and without its sign, and "£126" for £126m too. */
export function waysToWrite(word: string): readonly (readonly string[])[] {
  const [, sign, digits] = NUMBER_WORD.exec(word) ?? []
  if (sign === undefined || digits === undefined) return []
  const count = Number(digits)
  const other = sign === '' ? `£${digits}` : digits
  const isSaidShort = sign !== '' && digits.length <= 3 && count > 0
  const larger = isSaidShort ? [`£${count * 1e6}`, `£${count * 1e9}`] : []
  return [word, ...(count >= LEAST_SUM ? [other] : []), ...larger].map((each) => [each])
}

/** As people write it: "£126m", "£1.4bn", "130,000"; a year and another word as they are. */
export function sayNumberWord(word: string): string {
  const [, sign, digits] = NUMBER_WORD.exec(word) ?? []
  if (digits === undefined) return word
  if (sign === '£') return labelPounds(Number(digits))
  return digits.length > 4 ? Number(digits).toLocaleString('en-GB') : digits
}
