/** Which sentences of a reply to several recommendations are about which: those that name it or stand nearest in words. */
import { describesEach, nameNumbers } from './mentions.ts'
import type { Spoken } from './spoken.ts'
import type { WordReader } from './words.ts'

export interface Sharer {
  readonly text: string
  readonly number: string | null
}

/** A sentence is about a recommendation if it is at least this near to it, against the nearest other one. */
const NEAR_ENOUGH = 0.6

/** The sentences of one paragraph. */
type Paragraph = readonly Spoken[]

/**
 * The sentences of a shared reply without those nearer to `others`, or behind one that names another by number; all of
 * them where none is about this recommendation more than about the others. Whole paragraphs are shared out first: what
 * a paragraph says of one recommendation it mostly goes on about.
 */
export function shareOut(
  paragraphs: readonly Paragraph[],
  one: Sharer,
  others: readonly Sharer[],
  words: WordReader,
  rarity: (stem: string) => number,
): readonly Spoken[] {
  const share = (units: readonly Paragraph[], rest: readonly Sharer[]) =>
    shareUnits(units, one, rest, (text) => weighShares(text, [one, ...rest], words, rarity))
  const whole = share(paragraphs, others)
  if (whole === null) return keepSentences(paragraphs.flat(), others, share)
  // Who is spoken of most in another paragraph has nothing in these.
  const heard = (units: readonly Paragraph[], other: Sharer) =>
    Math.max(0, ...units.map((unit) => weighShares(textOf(unit), [other], words, rarity)[0] ?? 0))
  const isElsewhere = (other: Sharer) =>
    heard(
      paragraphs.filter((unit) => !whole.includes(unit)),
      other,
    ) > heard(whole, other)
  const mine = heard(whole, one)
  const rest = others.filter((other) => !isElsewhere(other) && heard(whole, other) >= NEAR_ENOUGH * mine)
  return rest.length === 0 ? whole.flat() : keepSentences(whole.flat(), rest, share)
}

const textOf = (unit: Paragraph) => unit.map((spoken) => spoken.text).join(' ')

function keepSentences(
  spoken: readonly Spoken[],
  others: readonly Sharer[],
  share: (units: readonly Paragraph[], rest: readonly Sharer[]) => readonly Paragraph[] | null,
): readonly Spoken[] {
  return (
    share(
      spoken.map((sentence) => [sentence]),
      others,
    )?.flat() ?? spoken
  )
}

/** The weight of the words that a text has in common with each. */
function weighShares(
  text: string,
  sharers: readonly Sharer[],
  words: WordReader,
  rarity: (stem: string) => number,
): number[] {
  const own = new Set(words.read(text).topics)
  const asked = sharers.map((sharer) => new Set(words.read(sharer.text).topics))
  const holders = (stem: string) => asked.filter((stems) => stems.has(stem)).length
  return asked.map((stems) => {
    let sum = 0
    for (const stem of stems) if (own.has(stem)) sum += rarity(stem) / holders(stem) ** 2
    return sum
  })
}

/** The units about `one`; null where none is about it more than about the others. */
function shareUnits(
  units: readonly Paragraph[],
  one: Sharer,
  others: readonly Sharer[],
  weigh: (text: string) => number[],
): readonly Paragraph[] | null {
  const kept: Paragraph[] = []
  let isDistinct = false
  let isMine = true
  // "As to Recommendation 11, …": what follows is about that one until another is named.
  let isNamed = false
  for (const unit of units) {
    const text = textOf(unit)
    if (
      describesEach(
        text,
        [one, ...others].flatMap(({ number }) => number ?? []),
      )
    )
      continue
    const named =
      one.number === null && others.every((other) => other.number === null) ? [] : nameNumbers(text)
    if (named.length > 0) {
      isNamed = true
      isMine = named.some((number) => number === one.number)
      if (isMine) isDistinct = true
    } else if (!isNamed) {
      const [mine = 0, ...theirs] = weigh(text)
      const most = Math.max(...theirs)
      // A sentence about none of them goes with the one before it.
      if (mine > 0 || most > 0) isMine = mine >= NEAR_ENOUGH * most
      if (mine > most) isDistinct = true
    }
    if (isMine) kept.push(unit)
  }
  return isDistinct && kept.length > 0 ? kept : null
}
