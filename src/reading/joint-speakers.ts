/** Bodies that promise together: "the Harbour Board, the Canal Trust and Locks Wales will". */
import type { ActorSpan } from './actors.ts'
import type { Sentence } from './patterns.ts'

// More are a list of whom it concerns.
const MOST = 5
const PREPOSITIONS = new Set(
  'in across for with by at to of on from alongside between within through and including like under'.split(
    ' ',
  ),
)

/** The bodies named with `actor` as the subject of one clause, itself among them, in their order; only itself where it is alone. */
export function togetherWith(actor: ActorSpan, { tokens, actors }: Sentence): readonly ActorSpan[] {
  // One that a lead-in names stands in another sentence.
  if (actor.class === 'self' || actors.get(actor.start) !== actor) return [actor]
  const { words } = tokens
  const chain = [actor]
  for (let first = actor; chain.length <= MOST; ) {
    const before = joinBefore(words, first.start)
    const found = before < 0 ? undefined : [...actors.values()].find((span) => span.end === before)
    if (!found) break
    chain.unshift(found)
    first = found
  }
  for (let last = actor; chain.length <= MOST; ) {
    const found = actors.get(joinAfter(words, last.end))
    if (!found) break
    chain.push(found)
    last = found
  }
  // "In Wales, the Board and the Trust will": where, not who.
  while (chain.length > 1 && PREPOSITIONS.has(words[(chain[0]?.start ?? 0) - 1] ?? '')) chain.shift()
  const closes = chain.at(-1)
  const isJoined = closes !== undefined && words[closes.start - 1] === 'and'
  return chain.length > 1 && chain.length <= MOST && isJoined && chain.includes(actor) ? chain : [actor]
}

/** Where what is joined to token `at` ends: before its "and" or comma; -1 where neither stands there. */
function joinBefore(words: readonly string[], at: number): number {
  if (words[at - 1] === 'and') return words[at - 2] === ',' ? at - 2 : at - 1
  return words[at - 1] === ',' ? at - 1 : -1
}

function joinAfter(words: readonly string[], at: number): number {
  if (words[at] === 'and') return at + 1
  if (words[at] !== ',') return -1
  return words[at + 1] === 'and' ? at + 2 : at + 1
}
