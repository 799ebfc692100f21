/** Recommendations whose parts are answered apart, as a recommendation for each part with the reply that it got. */
import { type AskedPart, findAskedParts, findLead } from './asked-parts.ts'
import type { Piece } from './pieces.ts'
import type { Recommendation } from './recommendations.ts'
import type { Reply } from './replies.ts'
import { cutReplyByParts } from './reply-cuts.ts'

interface Sides {
  readonly asked: readonly Recommendation[]
  readonly replies: readonly Reply[]
}

/** The same sides, with what is answered by parts taken apart on both. Other recommendations and replies stay as they are. */
export function takeApart({ asked, replies }: Sides, report: readonly Piece[]): Sides {
  const places = new Map<
    number,
    { readonly parts: readonly AskedPart[]; readonly replies: readonly Reply[] }
  >()
  const cutReplies = new Map<Reply, readonly Reply[]>()
  for (const reply of replies) {
    const index = findOnly(reply, asked)
    const one = index === null ? undefined : asked[index]
    if (index === null || !one || places.has(index)) continue
    const parts = findAskedParts(one, report)
    const cut =
      parts.length < 2
        ? []
        : cutReplyByParts(
            reply,
            one.number ?? '',
            parts.map((part) => part.letter),
          )
    if (cut.length < 2) continue
    places.set(index, { parts, replies: cut })
    cutReplies.set(reply, cut)
  }
  if (places.size === 0) return { asked, replies }
  const moved = new Map<number, number>()
  const apart = asked.flatMap((one, index) => {
    const found = places.get(index)
    return found ? splitAsked(one, found.parts) : [one]
  })
  let at = 0
  asked.forEach((_, index) => {
    const found = places.get(index)
    if (!found) moved.set(index, at)
    at += found?.parts.length ?? 1
  })
  return {
    asked: apart,
    replies: replies.flatMap((reply) =>
      (cutReplies.get(reply) ?? [reply]).map((own) => renumber(own, moved)),
    ),
  }
}

/** The one recommendation that a reply is to, by its number or by printing it again; null for any other reply. */
function findOnly(reply: Reply, asked: readonly Recommendation[]): number | null {
  if (reply.isMention || reply.isToAll || reply.pieces.length === 0) return null
  const stems = new Set(reply.numbers.map((number) => number.replace(/(?<=\d)[a-z]{1,4}$/, '')))
  if (stems.size > 1) return null
  const byNumber = asked.flatMap((one, index) =>
    one.number !== null && stems.has(one.number) ? [index] : [],
  )
  const restated = [...reply.restated].filter(([, share]) => share >= 0.5).map(([which]) => which)
  const found = byNumber.length > 0 ? byNumber : restated
  return found.length === 1 ? (found[0] ?? null) : null
}

function withoutPrinted({ printed: _, ...one }: Recommendation): Recommendation {
  return one
}

function splitAsked(one: Recommendation, parts: readonly AskedPart[]): Recommendation[] {
  const lead = findLead(one, parts)
  return parts.map((part) => ({
    ...withoutPrinted(one),
    start: one.start + part.start,
    end: one.start + part.end,
    text: one.text.slice(part.start, part.end),
    number: `${one.number ?? ''}${part.letter}`,
    title: one.title ?? lead,
    isAsk: true,
    ...(lead !== null && { lead }),
  }))
}

const renumber = (reply: Reply, moved: ReadonlyMap<number, number>): Reply => ({
  ...reply,
  restated: new Map(
    [...reply.restated].flatMap(([which, share]) => {
      const place = moved.get(which)
      return place === undefined ? [] : [[place, share] as const]
    }),
  ),
})
