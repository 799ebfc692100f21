/** Whose words a quotation is: "Ruth Marsh, Director of the Canal Trust, said: “…" gives the Canal Trust. */
import { type LateExpression, lateExpression } from './late-expression.ts'

const NAME = String.raw`((?:\p{Lu}[\p{L}&’'-]+)(?: (?:of|for|and|the|&) \p{Lu}[\p{L}&’'-]+| \p{Lu}[\p{L}&’'-]+){0,6})`
const SAID = String.raw`\b(?:said|says|added|adds|commented|comments|explained|responded|told \w+)\b`
// The office and its body before the verb of saying; or a spokesperson, before or after the body's name.
const SIGNS: readonly LateExpression[] = [
  lateExpression(['of ', 'at ', 'for ', 'from '], () => [
    String.raw`\b(?:of|at|for|from) (?:the )?${NAME},? (?:(?!\b(?:of|at|for|from) )[^.“"]){0,30}${SAID}`,
    'u',
  ]),
  lateExpression(['spokes', 'xecutive', 'CEO', 'irector', 'hair', 'resident'], () => [
    String.raw`\b${NAME}(?:['’]s)? (?:spokes(?:person|man|woman)|[Cc]hief [Ee]xecutive|CEO|[Dd]irector|[Cc]hair(?:man|woman|person)?|[Pp]resident),? [^.“"]{0,60}${SAID}`,
    'u',
  ]),
]
// The attribution stands at the start of its paragraph; what follows need not be searched.
const SEARCHED = 300

/** The body that the quotation in a paragraph is from, or null where the paragraph quotes nobody by name. */
export function findQuotedSpeaker(paragraph: string): string | null {
  const opening = paragraph.slice(0, SEARCHED)
  if (
    !/[“"]/u.test(opening) ||
    !/\b(?:said|says|added|adds|commented|comments|explained|responded|told)\b/u.test(opening)
  )
    return null
  for (const sign of SIGNS) {
    const name = sign(opening)?.exec(opening)?.[1]
    if (name) return name.replace(/^(?:A|An|The) /u, '')
  }
  return null
}

// Names of bodies end so, or are short; those of persons and offices ("Minister for Rivers Ruth Marsh") do neither.
const BODY =
  /^\p{Lu}{3,}$| (?:Police|Council|Association|Trust|Federation|Institute|University|College|Service|Foundation|Alliance|Union|Society|Agency|Authority|Board|Commission|Commissioner|Network|Partnership|Group|Centre|Charity|Chamber|Company|Limited|Ltd|plc|UK|England|Scotland|Wales|Cymru|Ireland|Hospital|Hospitals|Housing|Rail|Energy|Water)$/u

/** The body that an official page quotes beside its own people; null for persons, offices and the writer itself. */
export function otherBody(self: ReadonlySet<string>, quoted: string | null): string | null {
  return quoted !== null && BODY.test(quoted) && !self.has(quoted.toLowerCase()) ? quoted : null
}
