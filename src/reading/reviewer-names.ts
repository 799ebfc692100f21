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

/** Words of a name after its head: capitals, with the small words that join them. */
const REST = String.raw`(?:(?:\p{Lu}[\p{L}\d’'-]*,?|of|for|on|into|and|the|in) ){0,9}\p{Lu}[\p{L}\d’'-]*`
// "Select Committee on Harbours", "Public Inquiry into the Loss of the Marigold", "Independent Review of Tolls".
const NAMED_BEHIND = new RegExp(
  String.raw`\b(?:(?:Select|Joint|Special|Standing) Committee|Royal Commission|(?:(?:Public|Independent|Statutory) )?Inquiry|Commission of (?:Inquiry|Investigation)|Independent Review) (?:on|into|of) (?:the )?${REST}`,
  'u',
)
// "Marlow Tolls Review", "The Hale Report"; every body makes the others.
const NAMED_BEFORE =
  /^(?:(?:The|Government|Response|Reply|to|the|Our|of) )*((?!(?:Annual|Progress|Final|Interim|Full|Draft|Independent|First|Second|Third) )(?:\p{Lu}[\p{L}’'-]* ){1,4}(?:Review|Report))(?=$|[:,.]| (?:and|of|into|on|Recommendations?)\b)/u
/** "Third Report": which one of a committee's it is, and no part of its name. */
const WHICH_REPORT =
  /,? (?:(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|\p{Lu}\p{Ll}+(?:teenth|tieth)|\p{Lu}\p{Ll}+-\p{L}+|\d+(?:st|nd|rd|th)|Special|Interim|Final) )+Report.*$/u
/** Words that open the page; a name is given there in full, and once. */
const OPENING = 300
const BARE = /\b[Tt]he (committee|commission|inquiry|panel|ombudsman|coroner|auditor general)\b/gu

/**
 * The name that a reviewer's words are given to: the one named most of all, whole where the text gives it, or the one
 * that the page opens with. Null where no reviewer is named often enough.
 */
export function findReviewer(document: DocumentText): string | null {
  const text = `${document.title ?? ''}\n${document.publisher ?? ''}\n${document.text.slice(0, SEARCHED)}`
  const opening = findInOpening(document)
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
  if (!most || most[1] < LEAST) return opening ?? findBare(text)
  const [full] = [...names].filter(([name]) => name.endsWith(most[0])).sort((a, b) => b[1] - a[1])
  if (full && (full[1] > 1 || names.size === 1)) return full[0]
  return opening?.includes(most[0]) ? opening : most[0]
}

/** The reviewer whose name the title or the first words give, once and in full. */
function findInOpening({ title, text }: DocumentText): string | null {
  const lines = [title ?? '', ...text.slice(0, OPENING).split(/\n+/)].map((line) => line.trim())
  for (const line of lines) {
    const name = NAMED_BEHIND.exec(line)?.[0] ?? NAMED_BEFORE.exec(line)?.[1]
    if (name) return name.replace(WHICH_REPORT, '')
  }
  return null
}

/** "the committee" in small letters, named as often as a name would be. */
function findBare(text: string): string | null {
  const heads = Array.from(text.matchAll(BARE), ([, word = '']) => word)
  const [head] = heads
  if (head === undefined || heads.length < LEAST) return null
  return head.charAt(0).toUpperCase() + head.slice(1)
}
