/** Short names that a document gives its bodies itself: "the Harbours and Locks Authority (HLA)", and "HLA" from there on. */
import { BODY_NAME } from './body-names.ts'

const IN_BRACKETS = / \((\p{Lu}[\p{Lu}\d]{1,7})\)/gu
const SEARCHED = 60_000
// As far back as a long name reaches.
const REACH = 110

/** `known` with the document's own added: full names of bodies by their short ones, lower-case. */
export function withNamesOf(text: string, known: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  let names: Map<string, string> | null = null
  for (const match of text.slice(0, SEARCHED).matchAll(IN_BRACKETS)) {
    const short = match[1] ?? ''
    const key = short.toLowerCase()
    if (known.has(key) || names?.has(key)) continue
    const full = nameSpelt(text.slice(Math.max(0, match.index - REACH), match.index), short)
    if (full !== null && BODY_NAME.test(full)) names = (names ?? new Map(known)).set(key, full)
  }
  return names ?? known
}

/** The words at the end of `before` whose capitals spell the short name; null where they do not. */
function nameSpelt(before: string, short: string): string | null {
  let left = short.length
  for (const word of [...before.matchAll(/[\p{L}\d’']+/gu)].reverse()) {
    const first = word[0].charAt(0)
    if (!/\p{Lu}/u.test(first)) {
      if (!LINKS.has(word[0])) return null
      continue
    }
    if (first !== short.charAt(--left)) return null
    if (left === 0) return before.slice(word.index)
  }
  return null
}
const LINKS = new Set(['of', 'for', 'and', 'the', 'to', 'on', 'in', 'into', 'with', 'by'])
