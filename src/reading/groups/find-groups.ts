/** The groups that a text names, each with how the text relates to it. */
import type { GroupMention } from '../../model/index.ts'
import { relationOf } from './relation.ts'
import { capitalsKey, type GroupVocabulary, type NameNode } from './vocabulary.ts'
import { splitWords, type Word } from './words.ts'

interface Match {
  readonly first: number
  readonly next: number
  readonly ids: readonly string[]
}

const step = (node: NameNode, word: Word): NameNode | undefined =>
  node.next.get(word.lower) ?? (word.isCapitals ? node.next.get(capitalsKey(word.lower)) : undefined)

/** The longest name that starts at the word. */
function matchAt(root: NameNode, words: readonly Word[], first: number): Match | undefined {
  let node: NameNode | undefined = root
  let best: Match | undefined
  for (let i = first; i < words.length; i += 1) {
    const word = words[i]
    if (!word || (i > first && !word.isJoined)) break
    node = step(node, word)
    if (!node) break
    if (node.ids.length > 0) best = { first, next: i + 1, ids: node.ids }
  }
  return best
}

// After a singular of one word: what shows that it ends its phrase, and is no first half of another noun ("child
// protection", "family court").
const AFTER_SINGULAR = new Set(
  'who that which is has will should must can may could would in on of with without to for from and or at by as whose under cannot does gets needs was had when where if so but than'.split(
    ' ',
  ),
)

/** A single common word may be half of another name or noun; longer names and plurals speak for themselves. */
function isOwnNoun(words: readonly Word[], match: Match): boolean {
  const last = words[match.next - 1]
  const next = words[match.next]
  const first = words[match.first]
  if (!last || !first) return false
  const runsOn = next?.isJoined === true
  if (last.isCapitalised && !last.isCapitals && runsOn && next.isCapitalised && !next.isCapitals) return false
  if (match.next - match.first > 1 || first.isCapitals) return true
  const before = words[match.first - 1]
  if (first.isCapitalised && first.isJoined && before?.isCapitalised && match.first > 1) return false
  const isPlural = /(?:s|children|people|men)$/.test(first.lower)
  return isPlural || !runsOn || AFTER_SINGULAR.has(next.lower)
}

/** Words that widen or narrow a group without making another of it, printed as part of the mention. */
const QUALIFIERS = new Set(
  'all any every each eligible new existing current prospective potential future individual long term both affected more relevant'.split(
    ' ',
  ),
)

function withQualifiers(words: readonly Word[], first: number): number {
  let start = first
  while (start > 0 && words[start]?.isJoined && QUALIFIERS.has(words[start - 1]?.lower ?? '')) start -= 1
  // "prospective and current carers"
  const joined =
    words[start - 1]?.lower === 'and' && start < first && QUALIFIERS.has(words[start - 2]?.lower ?? '')
  return joined && words[start]?.isJoined && words[start - 1]?.isJoined ? start - 2 : start
}

/**
 * Mentions in reading order: longest name first, nested ones not repeated. A name that means two groups gives two
 * mentions of the same place. Offsets are relative to `text`.
 */
export function findGroups(text: string, vocabulary: GroupVocabulary): GroupMention[] {
  const words = splitWords(text)
  const mentions: GroupMention[] = []
  for (let i = 0; i < words.length; ) {
    const match = matchAt(vocabulary.names, words, i)
    if (!match || !isOwnNoun(words, match)) {
      i += 1
      continue
    }
    const start = words[withQualifiers(words, match.first)]?.start ?? 0
    const end = words[match.next - 1]?.end ?? start
    const relation = relationOf(text, { start, end }, mentions.at(-1) ?? null)
    for (const group of match.ids)
      mentions.push({ group, text: text.slice(start, end), start, end, relation })
    i = match.next
  }
  return mentions
}
