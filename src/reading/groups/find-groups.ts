/** The groups that a text names, each with how the text relates to it. */
import type { GroupMention } from '../../model/index.ts'
import { capitalsKey, grow, type NameNode } from './name-tree.ts'
import { relationOf } from './relation.ts'
import { type GroupVocabulary, signatureOf } from './vocabulary.ts'
import { isCapitalised, isInCapitals, isJoined, printedAt, splitWords, type Words, wordAt } from './words.ts'

interface Match {
  readonly first: number
  readonly next: number
  readonly ids: readonly string[]
}

const step = (node: NameNode, words: Words, index: number): NameNode | undefined =>
  node.next.get(wordAt(words, index)) ??
  (isInCapitals(words, index) ? node.next.get(capitalsKey(printedAt(words, index))) : undefined)

/** The longest name that starts at the word. */
function matchAt(root: NameNode, words: Words, first: number): Match | undefined {
  const opening = step(root, words, first)
  let node = opening && grow(opening)
  let best: Match | undefined
  for (let next = first + 1; node; next += 1) {
    if (node.ids.length > 0 || node.isOther) best = { first, next, ids: node.ids }
    if (node.next.size === 0 || !isJoined(words, next)) break
    node = step(node, words, next)
  }
  return best
}

const mayOpen = (openings: Uint8Array, words: Words, index: number): boolean =>
  openings[signatureOf(words.lower, words.starts[index] ?? 0, words.ends[index] ?? 0)] === 1

// After a singular of one word: what shows that it ends its phrase, and is no first half of another noun ("child
// protection", "family court").
const AFTER_SINGULAR = new Set(
  'who that which is has will should must can may could would in on of with without to for from and or at by as whose under cannot does gets needs was had when where if so but than'.split(
    ' ',
  ),
)

/** A single common word may be half of another name or noun; longer names and plurals speak for themselves. */
function isOwnNoun(words: Words, { first, next }: Match): boolean {
  const runsOn = isJoined(words, next)
  const isName = (index: number) => isCapitalised(words, index) && !isInCapitals(words, index)
  if (runsOn && isName(next - 1) && isName(next)) return false
  if (next - first > 1 || isInCapitals(words, first)) return true
  if (first > 1 && isJoined(words, first) && isCapitalised(words, first) && isCapitalised(words, first - 1))
    return false
  const isPlural = /(?:s|children|people|men)$/.test(wordAt(words, first))
  return isPlural || !runsOn || AFTER_SINGULAR.has(wordAt(words, next))
}

/** Words that widen or narrow a group without making another of it, printed as part of the mention. */
const QUALIFIERS = new Set(
  'all any every each eligible new existing current prospective potential future individual both affected more relevant'.split(
    ' ',
  ),
)

function withQualifiers(words: Words, first: number): number {
  let start = first
  while (start > 0 && isJoined(words, start)) {
    const before = wordAt(words, start - 1)
    const isSpan = before === 'term' && ['long', 'short'].includes(wordAt(words, start - 2))
    if (!isSpan && !QUALIFIERS.has(before)) break
    start -= isSpan ? 2 : 1
  }
  // "prospective and current carers"
  if (start === first || wordAt(words, start - 1) !== 'and' || !QUALIFIERS.has(wordAt(words, start - 2)))
    return start
  return isJoined(words, start) && isJoined(words, start - 1) ? start - 2 : start
}

/**
 * Mentions in reading order: longest name first, nested ones not repeated. A name that means two groups gives two
 * mentions of the same place. Offsets are relative to `text`.
 */
export function findGroups(text: string, vocabulary: GroupVocabulary): GroupMention[] {
  const words = splitWords(text)
  const mentions: GroupMention[] = []
  for (let i = 0; i < words.starts.length; ) {
    if (!mayOpen(vocabulary.openings, words, i)) {
      i += 1
      continue
    }
    const match = matchAt(vocabulary.names, words, i)
    if (match?.ids.length === 0) {
      i = match.next
      continue
    }
    if (!match || !isOwnNoun(words, match)) {
      i += 1
      continue
    }
    const start = words.starts[withQualifiers(words, match.first)] ?? 0
    const end = words.ends[match.next - 1] ?? start
    const relation = relationOf(text, { start, end }, mentions.at(-1) ?? null)
    for (const group of match.ids)
      mentions.push({ group, text: text.slice(start, end), start, end, relation })
    i = match.next
  }
  return mentions
}
