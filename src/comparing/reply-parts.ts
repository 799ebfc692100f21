/** Replies to the parts of one recommendation ("1(a)", "1(b)") as the one reply that it got, where the report does not number them. */
import type { Reply } from './replies.ts'

const PART = /^([a-z]?\d{1,3}(?:\.\d{1,3})*)[a-z]{1,4}$/

/** Joins neighbouring replies whose numbers are parts of one number in `known`, none of them in `known` itself. */
export function joinParts(replies: readonly Reply[], known: ReadonlySet<string>): Reply[] {
  const joined: { stem: string | null; reply: Reply }[] = []
  for (const reply of replies) {
    const stem = stemOf(reply, known)
    const last = joined.at(-1)
    if (last && stem !== null && last.stem === stem) last.reply = join(last.reply, reply)
    else joined.push({ stem, reply })
  }
  return joined.map(({ reply }) => reply)
}

function stemOf(reply: Reply, known: ReadonlySet<string>): string | null {
  if (reply.isMention || reply.numbers.length === 0) return null
  const stems = new Set(
    reply.numbers.map((number) => (known.has(number) ? null : (PART.exec(number)?.[1] ?? null))),
  )
  const [stem] = stems
  return stems.size === 1 && stem && known.has(stem) ? stem : null
}

function join(first: Reply, second: Reply): Reply {
  const restated = new Map(first.restated)
  for (const [which, share] of second.restated) restated.set(which, (restated.get(which) ?? 0) + share)
  return {
    ...first,
    numbers: [...new Set([...first.numbers, ...second.numbers])],
    restated,
    quoted: [...first.quoted, ...second.quoted],
    pieces: [...first.pieces, ...second.pieces],
    parts: [...(first.parts ?? [first.pieces]), second.pieces],
    partNumbers: [...(first.partNumbers ?? [first.numbers]), second.numbers],
    isToConclusion: first.isToConclusion && second.isToConclusion,
  }
}
