/** Runs lines together into flowing text, undoing the breaks of words at line ends. */

const SOFT_HYPHEN = '\u00ad'
/** Letters looked back over for the start of a broken word. */
const LONGEST_WORD = 40

/**
 * `before` continued by `next`. A hyphen at the end goes when the document writes the word whole elsewhere or never
 * writes it with a hyphen; `isHyphenated` tells which words the document hyphenates within lines.
 */
export function joinLines(before: string, next: string, vocabulary: Vocabulary): string {
  if (before === '') return next
  if (next === '') return before
  const end = before.at(-1) ?? ''
  if (end === SOFT_HYPHEN) return before.slice(0, -1) + next
  if (!/[\u2010-\u2014/-]/.test(end)) return `${before} ${next}`
  const tail = before.slice(-LONGEST_WORD)
  if (/[/@][^\s]*$/.test(tail)) return before + next
  const broken = BROKEN.exec(tail)
  if (broken === null) return /\s.$/.test(tail) ? `${before} ${next}` : before + next
  const [, ahead = '', start = ''] = broken
  const rest = REST.exec(next)?.[0] ?? ''
  return keepsHyphen(ahead, start, rest, vocabulary) ? before + next : before.slice(0, -1) + next
}

/** A word broken at the end of a line: what of it stands before an earlier hyphen, and the part that is broken off. */
const BROKEN = /((?:\p{L}+-)*)(\p{L}+)[-\u2010]$/u
const brokenWord = (text: string) =>
  text.endsWith('-') || text.endsWith('\u2010') ? BROKEN.exec(text.slice(-LONGEST_WORD)) : null
/** Its rest at the start of the next line, and whether it goes on behind another hyphen. */
const REST = /^[\p{L}\p{M}'’]+(?:-\p{L})?/u

/** The words of a document as they stand inside its lines, lower case. */
export interface Vocabulary {
  readonly whole: ReadonlySet<string>
  readonly hyphenated: ReadonlySet<string>
}

/**
 * Share of hyphens at line ends that must part a word the document has whole elsewhere, for it to be one that breaks its
 * words: about three quarters where a typesetter breaks them, next to none where line ends fall at compounds by chance.
 */
const BREAKING = 0.5

const WORDS = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu
/** The same words where all letters are English ones, found in half the time. */
const PLAIN_WORDS = /[A-Za-z]+(?:-[A-Za-z]+)*/g
const isPlain = (text: string): boolean => /^[\u0000-\u007f\u2010-\u2027]*$/.test(text)

/** The words of lines in reading order. Where a document breaks words at line ends, the parts count as no words. */
export function vocabularyOf(texts: Iterable<string>): Vocabulary {
  const whole = new Set<string>()
  const hyphenated = new Set<string>()
  const parts: [string, string][] = []
  let brokenOff: string | null = null
  for (const text of texts) {
    let rest = brokenOff === null ? null : (/^[\p{L}\p{M}]+/u.exec(text)?.[0].toLowerCase() ?? null)
    if (brokenOff !== null && rest !== null) parts.push([brokenOff, rest])
    brokenOff = brokenWord(text)?.[2]?.toLowerCase() ?? null
    const words = text.match(isPlain(text) ? PLAIN_WORDS : WORDS) ?? []
    words.forEach((word, index) => {
      const lower = word.toLowerCase()
      if (lower.includes('-')) hyphenated.add(lower)
      const last = lower.slice(lower.lastIndexOf('-') + 1)
      const isBroken = brokenOff !== null && index === words.length - 1
      if (last !== rest && !isBroken) whole.add(last)
      rest = null
    })
  }
  const breaks = parts.filter(([start, rest]) => whole.has(start + rest)).length
  if (breaks < parts.length * BREAKING) for (const part of parts.flat()) whole.add(part)
  return { whole, hyphenated }
}

function keepsHyphen(ahead: string, start: string, rest: string, { whole, hyphenated }: Vocabulary): boolean {
  if (rest === '' || /^\p{Lu}/u.test(rest)) return true
  const [a, b] = [start.toLowerCase(), rest.toLowerCase().replace(/-.$/u, '')]
  // As in day-to-day: the short word between two hyphens is whole.
  if (ahead !== '' && a.length <= 3) return true
  if (hyphenated.has(`${a}-${b}`)) return !whole.has(a + b)
  if (whole.has(a + b)) return false
  if (rest.includes('-')) return true
  // Neither form is known: two words that each stand alone elsewhere were most likely a compound.
  return whole.has(a) && whole.has(b) && a.length > 1 && b.length > 2
}
