/** The small words that open a reply: "Government response", "Our answer:", "Recommendation accepted". */

// Bodies and the words around them, or a name in the possessive, or an acronym: "crisis response" is no reply.
const WHO = `(?:(?:[Tt]he|[Oo]ur|[Jj]oint|[Ii]nterim|[Ff]inal|[Ff]ull|[Dd]etailed|[Oo]fficial|[Mm]anagement|[Dd]epartment(?:al)?|[Gg]overnment|[Cc]ouncil|[Bb]oard|[Tt]rust|[Cc]ompany|[Aa]gency|[Mm]inistry|[Mm]inister|[Aa]uthority|[Cc]ommission|[Ss]ervice|[Pp]olice|and|of|for|[A-Z&]{2,8}|UK|HM|\\p{Lu}[\\p{L}-]+(?= (?:Government|Council|Department|Board|Trust|Authority|Agency|Ministry|Commission|Executive)\\b)|[\\p{L}-]+['’]s)(?:['’]s)?\\s+){0,6}`
const REPLY_ALONE = new RegExp(
  `^[^\\p{L}]*${WHO}(?:[Rr]esponse|RESPONSE|[Rr]eply|REPLY|[Aa]nswer)s?(?:\\s+and\\s+(?:actions?|next steps))?\\s*[:.]?[^\\p{L}]*$`,
  'u',
)
const REPLY_INLINE = new RegExp(
  `^[^\\p{L}]*${WHO}(?:[Rr]esponse|RESPONSE|[Rr]eply|REPLY|[Aa]nswer)\\s*(?::|–|—)\\s*`,
  'u',
)
const DECIDED = `(?:accepts?|accepted|agrees?|agreed|rejects?|rejected|disagrees?|disagreed|declined|notes?|noted|acknowledged|supported|endorsed|under consideration|(?:do(?:es)? )?not (?:accept|agree|accepted|agreed)|implemented|completed?)`
const DECISION_ALONE = new RegExp(
  `^\\W*(?:(?:government|response|status|position|decision|outcome)\\s*[:–-]\\s*)?(?:(?:this|the|these|both|all)\\s+)?(?:(?:recommendation|conclusion|proposal)s?\\s*[:–-]?\\s*)?(?:(?:is|are|has been|have been|was)\\s+)?(?:(?:fully|partially|partly|broadly|largely|not|wholly|already|mostly)\\s+)*${DECIDED}(?:\\s*[,–-]?\\s*(?:in (?:full|part|principle)|partially|partly|with (?:modifications?|reservations?)|subject to [\\p{L}\\s]{3,40}))*\\W*$`,
  'iu',
)

export type ReplyMarker = 'reply' | 'decision'

/** The kind of reply marker that the whole text is; null for any other text. */
export function readReplyMarker(text: string): ReplyMarker | null {
  const short = text.trim()
  if (short.length === 0 || short.length > 110) return null
  if (DECISION_ALONE.test(short)) return 'decision'
  return REPLY_ALONE.test(short) ? 'reply' : null
}

/** Characters that an inline marker ("Government response: ") takes at the start of the text; 0 without one. */
export function measureReplyPrefix(text: string): number {
  return REPLY_INLINE.exec(text.slice(0, 160))?.[0].length ?? 0
}

const AT_END = /(?:[–—:-]|\s\()\s*([^–—:()]{4,40}?)\)?\s*$/u

/** Where the decision stands in a label's words that end with it ("Quad bikes – Not accepted"); null without one. */
export function findDecisionAtEnd(text: string): number | null {
  const match = AT_END.exec(text)
  if (!match?.[1] || match.index === 0 || !DECISION_ALONE.test(match[1])) return null
  return match.index + match[0].indexOf(match[1])
}
