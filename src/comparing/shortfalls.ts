/** A promise of fewer than was asked: two inspectors for six, £1,200 for £2,700. */
import { findMoney } from '../reading/index.ts'
import type { WordReader } from './words.ts'

const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const COUNT = new RegExp(
  String.raw`(?<![£€$.,\d/-])\b(\d{1,3}(?:,\d{3})+|\d{1,6}|${WORDS.join('|')})(?: (?:\p{L}[\p{L}’'-]*))? (\p{L}[\p{L}’'-]{2,})`,
  'giu',
)
/** Counts of time are lateness, and of parts of the text nothing. */
const NO_THING =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|terms?|quarters?|per|percent|recommendations?|conclusions?|paragraphs?|chapters?|january|february|march|april|may|june|july|august|september|october|november|december)$/i

interface Counted {
  readonly count: number
  readonly thing: string
}

/** True where both name a number of the same thing, or a sum, and every one of the reply is smaller than any asked. */
export function isFewer(asked: string, promised: string, words: WordReader): boolean {
  const wanted = readCounts(asked, words)
  const given = readCounts(promised, words)
  const isShort = wanted.some(({ thing, count }) => {
    const same = given.filter((one) => one.thing === thing)
    return same.length > 0 && same.every((one) => one.count < count)
  })
  return isShort || isLess(sumsOf(asked), sumsOf(promised)) || isLess(sharesOf(asked), sharesOf(promised))
}

const isLess = (asked: readonly number[], promised: readonly number[]) =>
  asked.length > 0 && promised.length > 0 && Math.max(...promised) < Math.min(...asked)

const sharesOf = (text: string) =>
  [...text.matchAll(/\b(\d{1,3})(?: ?%| per ?cent)/gi)].map((match) => Number(match[1]))

const sumsOf = (text: string) => findMoney(text).map((sum) => sum.amount)

function readCounts(text: string, words: WordReader): Counted[] {
  return [...text.matchAll(COUNT)].flatMap((match) => {
    const thing = words.read(match[2] ?? '').topics[0]
    const count = readCount((match[1] ?? '').toLowerCase())
    return thing === undefined || NO_THING.test(match[2] ?? '') ? [] : [{ count, thing }]
  })
}

const readCount = (printed: string) =>
  WORDS.includes(printed) ? WORDS.indexOf(printed) + 1 : Number(printed.replaceAll(',', ''))
