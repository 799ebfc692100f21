/** Recommendations printed one under the other, and below them one reply that speaks of each: it is a reply to all of them. */
import { nameNumbers } from './mentions.ts'
import type { Reply } from './replies.ts'

/** In reading order, as `findReplies` gives them. What is printed and named by no reply below stays without an answer. */
export function joinStacked(replies: readonly Reply[]): Reply[] {
  const joined: Reply[] = []
  let printed: Reply[] = []
  for (const reply of replies) {
    if (isOnlyPrinted(reply)) {
      printed.push(reply)
      continue
    }
    const named = new Set(
      reply.numbers.length === 0 ? [] : reply.pieces.flatMap(({ text }) => nameNumbers(text)),
    )
    // Printed under one heading as the one below them is, and that one is answered.
    const isTogether = (one: Reply) =>
      reply.quoted.length > 0 && String(one.headings) === String(reply.headings)
    const isMeant = (one: Reply) =>
      isTogether(one) || one.numbers.every((number) => named.has(number) && !reply.numbers.includes(number))
    joined.push(...printed.filter((one) => !isMeant(one)), takeUp(printed.filter(isMeant), reply))
    printed = []
  }
  return [...joined, ...printed]
}

const isOnlyPrinted = ({ numbers, pieces, quoted }: Reply): boolean =>
  numbers.length > 0 && pieces.length === 0 && quoted.length > 0 && quoted.every(({ row }) => row === null)

function takeUp(above: readonly Reply[], reply: Reply): Reply {
  if (above.length === 0) return reply
  return {
    ...reply,
    numbers: [...above.flatMap(({ numbers }) => numbers), ...reply.numbers],
    // What is printed again tells of each by itself, and the reply is to all.
    restated: new Map(),
    quoted: [...above.flatMap(({ quoted }) => quoted), ...reply.quoted],
  }
}
