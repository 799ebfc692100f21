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
  const broken = /(\p{L}+)[-\u2010]$/u.exec(tail)
  if (broken === null) return /\s.$/.test(tail) ? `${before} ${next}` : before + next
  const rest = /^[\p{L}\p{M}'’]+/u.exec(next)?.[0] ?? ''
  return keepsHyphen(broken[1] ?? '', rest, vocabulary) ? before + next : before.slice(0, -1) + next
}

/** The words of a document as they stand inside its lines, lower case. */
export interface Vocabulary {
  readonly whole: ReadonlySet<string>
  readonly hyphenated: ReadonlySet<string>
}

export function vocabularyOf(texts: Iterable<string>): Vocabulary {
  const whole = new Set<string>()
  const hyphenated = new Set<string>()
  for (const text of texts) {
    for (const [word] of text.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu)) {
      const lower = word.toLowerCase()
      whole.add(lower.slice(lower.lastIndexOf('-') + 1))
      if (lower.includes('-')) hyphenated.add(lower)
    }
  }
  return { whole, hyphenated }
}

function keepsHyphen(start: string, rest: string, { whole, hyphenated }: Vocabulary): boolean {
  if (rest === '' || /^\p{Lu}/u.test(rest)) return true
  const [a, b] = [start.toLowerCase(), rest.toLowerCase()]
  if (hyphenated.has(`${a}-${b}`)) return !whole.has(a + b)
  if (whole.has(a + b)) return false
  // Neither form is known: two words that each stand alone elsewhere were most likely a compound.
  return whole.has(a) && whole.has(b) && a.length > 1 && b.length > 2
}
