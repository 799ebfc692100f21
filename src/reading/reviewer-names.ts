/** What a reviewer calls itself: "Harbour Affairs Committee", "Inquiry", "Ombudsman". */
import type { DocumentText } from '../model/index.ts'

// A reviewer's name ends in one of these; found first, since few words are, and the name is read backwards from there.
const HEAD =
  /\b(?:Committee|Inquiry|Commission|Commissioner|Ombudsman|Panel|Task ?[Ff]orce|Coroner|Auditor General|Audit Office)\b/gu
const NAME_BEFORE = /(?:\p{Lu}[\p{L}\d’'-]*,? (?:(?:of|for|on|into|and|the|&) ){0,2}){1,7}$/u
// What stands before a name and is no part of it.
const NO_PART =
  /^(?:(?:The|This|That|Our|Your|Its|In|On|As|At|By|To|For|When|While|Since|And|But|Both|Dear|Chair|Members?|Report|Reports|Response|Government|Conclusions|House) (?:of |to |the |and |from |for |by )*)+/u
// As far back as a long name reaches.
const REACH = 90
const SEARCHED = 60_000
// A full name once, or the bare word this often, is no more than a mention.
const LEAST = 3

/**
 * The name that a reviewer's words are given to: the one named most of all, whole where the text gives it. Null where no
 * reviewer is named often enough.
 */
export function findReviewer(document: DocumentText): string | null {
  const text = `${document.title ?? ''}\n${document.publisher ?? ''}\n${document.text.slice(0, SEARCHED)}`
  const heads = new Map<string, number>()
  const names = new Map<string, number>()
  for (const match of text.matchAll(HEAD)) {
    const [head] = match
    heads.set(head, (heads.get(head) ?? 0) + 1)
    const before = NAME_BEFORE.exec(text.slice(Math.max(0, match.index - REACH), match.index))?.[0]
    const name = before?.replace(NO_PART, '')
    if (name) names.set(name + head, (names.get(name + head) ?? 0) + 1)
  }
  const [most] = [...heads].sort((a, b) => b[1] - a[1])
  if (!most || most[1] < LEAST) return null
  const [full] = [...names].filter(([name]) => name.endsWith(most[0])).sort((a, b) => b[1] - a[1])
  return full && (full[1] > 1 || names.size === 1) ? full[0] : most[0]
}
