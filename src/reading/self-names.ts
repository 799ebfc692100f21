/** What the writer calls itself: the name in "at X, we", "X is a charity", "delivered by X", or the publisher. */
import type { DocumentText } from '../model/index.ts'
import type { DocumentVoice } from './voices.ts'

// Each pattern catches a name in its first group; the weight says how surely it is the writer's own.
const NAME = String.raw`((?:\p{Lu}[\p{L}&’'-]+)(?: (?:of|for|and|the|&) \p{Lu}[\p{L}&’'-]+| \p{Lu}[\p{L}&’'-]+){0,5})`
const SIGNS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(String.raw`\b[Oo]n [Bb]ehalf of (?:the )?${NAME} by\b`, 'gu'), 5],
  [new RegExp(String.raw`\b[Aa]t ${NAME},? (?:we|our)\b`, 'gu'), 5],
  [
    new RegExp(
      String.raw`\b${NAME} is (?:a|the|an) [^.]{0,60}\b(?:charity|association|organisation|agency|union|federation)\b`,
      'gu',
    ),
    4,
  ],
  [new RegExp(String.raw`\b${NAME} (?:will|has|is|does|do)\b[^.]{0,200}\b(?:and|as) we\b`, 'gu'), 3],
  [new RegExp(String.raw`\b(?:delivered|run|provided|commissioned) by ${NAME}\b(?! \p{Lu})`, 'gu'), 1.5],
  [new RegExp(String.raw`\b(?:priority|aim|ask|goal|campaign|concern) (?:for|of) ${NAME}\b`, 'gu'), 2],
  [new RegExp(String.raw`\b${NAME} (?:do|does) not support\b`, 'gu'), 1],
  [
    new RegExp(
      String.raw`\b${NAME} (?:welcomes|responds|celebrates|believes|urges|calls on|is calling|is disappointed|is delighted|supports)\b`,
      'gu',
    ),
    2,
  ],
]
// The opening and a stretch of the body tell; the rest of a long document is not searched.
const SEARCHED = 60_000
const ENOUGH = 3

const NOT_A_WRITER =
  /^(?:The|This|These|That|Government|Parliament|Minister|Department|England|Scotland|Wales|Britain|UK|Kingdom|Review|Inquiry|It|We|There|In|As|Our)\b/u

/** The names, lower-case, that mean the writer; and the best of them as written. */
export function findSelfNames(
  document: DocumentText,
  voice: DocumentVoice,
): { names: ReadonlySet<string>; best: string | null } {
  const scores = new Map<string, number>()
  const sample = document.text.slice(0, SEARCHED)
  for (const [sign, weight] of SIGNS) {
    for (const match of sample.matchAll(sign)) {
      const name = match[1]
      if (name && !NOT_A_WRITER.test(name)) scores.set(name, (scores.get(name) ?? 0) + weight)
    }
  }
  const [found] = [...scores].sort((a, b) => b[1] - a[1])
  const best = found && found[1] >= ENOUGH ? found[0] : null
  const names = [best, document.publisher].filter((name): name is string => name !== null)
  const generic = voice === 'local-authority' ? 'Council' : null
  return {
    names: new Set(names.map((name) => name.toLowerCase())),
    best: best ?? document.publisher ?? generic,
  }
}
