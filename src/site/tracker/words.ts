// The words of pages are those of every answer: they are kept where both can reach them. Only what needs a sentence
// around it is made here.
import { cleanLine, sayDate as dateInWords } from '../../api/tracker/index.ts'
import { type FuzzyDate, parseFuzzyDate } from '../../model/index.ts'

export {
  ASK_WORDS,
  CONFIDENCE_WORDS,
  COVERAGE_WORDS,
  DELIVERY_KIND_WORDS,
  DELIVERY_WORDS,
  FATE_WORDS,
  FIELD_WORDS,
  HAPPENING_WORDS,
  REPLY_WORDS,
  STANCE_WORDS,
  sayDate,
  sayDay,
  sayDrift,
  sayStanding,
  sentenceCase,
  strengthWord,
} from '../../api/tracker/index.ts'

/** What somebody asked for, said again: longer values are none of ours. */
export const sayAsked = (value: string): string => cleanLine(value).slice(0, 80)

/** "1 promise", "12 promises". */
export const sayCount = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** "once", "twice", "9 times". */
export const sayTimes = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${count.toLocaleString('en-GB')} times`

/** A date within a sentence: "on 2 February 2023", "in May 2024", "from June to December 2025". */
export function sayWhen(date: FuzzyDate): string {
  const words = dateInWords(date)
  if (date.from === date.to) return `on ${words}`
  if (/^(by|in|from|late|early|mid|end|during|before|after)\b/i.test(words)) return words
  return words.includes(' to ') ? `from ${words}` : `in ${words}`
}

/** A date that a version told, as a reader writes it; words that name no time ("in due course") stay as they are. */
export function sayTold(words: string): string {
  const date = parseFuzzyDate(words)
  return date === null ? words : dateInWords(date)
}
