/** Sections of an unmarked response whose paragraphs plainly answer different recommendations, taken apart. */
import { surveyField } from './field.ts'
import type { Recommendation } from './recommendations.ts'
import type { Reply } from './replies.ts'
import { createWordReader } from './words.ts'

/** A paragraph is somebody's answer at this likeness, this many times as near as to the next. */
const OWN = { least: 0.1, margin: 1.5 } as const

/** The same replies, a section cut before each paragraph that is about another recommendation than those before it. */
export function splitByParagraph(replies: readonly Reply[], asked: readonly Recommendation[]): Reply[] {
  const sections = replies.map((reply) =>
    reply.title !== null && reply.pieces.length > 1
      ? reply.pieces.map((piece) => ({ ...reply, pieces: [piece] }))
      : [],
  )
  const paragraphs = sections.flat()
  if (paragraphs.length === 0 || asked.length < 2) return [...replies]
  const field = surveyField(asked, paragraphs, createWordReader())
  let at = 0
  return replies.flatMap((reply, place) => {
    const owners = (sections[place] ?? []).map(() => findOwner(asked, at++, field.resemble))
    const known = new Set(owners.filter((owner) => owner !== null))
    return known.size < 2 ? [reply] : cutByOwner(reply, owners)
  })
}

function findOwner(
  asked: readonly Recommendation[],
  place: number,
  resemble: (recommendation: number, reply: number) => number,
): string | null {
  const best = new Map<string, number>()
  asked.forEach((one, index) => {
    const key = one.group ?? String(index)
    best.set(key, Math.max(best.get(key) ?? 0, resemble(index, place)))
  })
  const [first, second] = [...best].sort((a, b) => b[1] - a[1])
  return first && first[1] >= OWN.least && first[1] >= OWN.margin * (second?.[1] ?? 0) ? first[0] : null
}

function cutByOwner(reply: Reply, owners: readonly (string | null)[]): Reply[] {
  const parts: { owner: string | null; reply: Reply }[] = []
  reply.pieces.forEach((piece, index) => {
    const owner = owners[index] ?? null
    const last = parts.at(-1)
    if (last && (owner === null || last.owner === null || owner === last.owner)) {
      last.reply = { ...last.reply, pieces: [...last.reply.pieces, piece] }
      last.owner ??= owner
    } else parts.push({ owner, reply: { ...reply, pieces: [piece] } })
  })
  return parts.map((part) => part.reply)
}
