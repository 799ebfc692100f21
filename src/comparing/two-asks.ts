/** A recommendation that asks for two things in one sentence, "publish the figure and set a target", and which sentences are about which. */
import { askedText } from './asked-acts.ts'
import type { Spoken } from './spoken.ts'
import { splitSpoken } from './spoken.ts'
import { twin } from './twin-pattern.ts'
import type { WordReader } from './words.ts'

const PLAIN_VERB =
  'abolish|accept|adopt|agree|align|allow|amend|answer|appoint|apply|ask|ban|begin|bring|build|buy|cap|carry|change|check|close|collect|commission|compel|complete|consult|create|cut|develop|double|employ|end|enable|ensure|establish|examine|exempt|expand|explain|explore|extend|fill|fit|follow|forbid|free|gather|give|grant|hire|hold|inform|inspect|install|introduce|invite|issue|keep|launch|lay|legislate|lend|let|list|lower|make|measure|meet|mend|name|notify|offer|open|pay|pilot|plant|prepare|prevent|prohibit|provide|publish|put|raise|recruit|reduce|reform|refuse|remove|rename|repair|repeal|replace|require|reserve|restore|revise|run|seek|sell|send|set|shorten|stop|strengthen|supply|take|teach|tell|tie|treat|update|waive|widen|write'
/** These are as often nouns: what they do to something has to follow. */
const NOUN_VERB =
  'charge|control|cover|design|experience|finance|focus|fund|help|increase|lead|limit|link|map|monitor|move|place|plan|produce|promise|record|report|review|share|spend|staff|support|survey|tax|test|train|trial|use|visit|work'
const OBJECT =
  '(?:an?|the|all|any|each|every|its|their|his|her|our|this|these|those|more|no|at least|to|on|with|what|how|why|when|whether|\\d|£)'
const JOIN = twin(
  new RegExp(
    String.raw`[,;]?\s+(?:and|;|as well as|or)\s+(?:(?:should|must|that it|that they|to|also|then|further|thereby)\s+){0,2}(?=(?:${PLAIN_VERB})\s+(?!of\b|or\b)\S|(?:${NOUN_VERB})\s+${OBJECT}\b|be (?:[a-z]+ed|given|made|set|kept|taken|paid|held|told)\b)`,
    'iu',
  ),
)
/** "should be taught in schools and examined at sixteen". */
const PASSIVE = /\b(?:should|must|to|shall) (?:[a-z]+ )?be [a-z]+/i
const PARTICIPLE =
  /[,;]?\s+and\s+(?=(?:[a-z]{3,}(?<!ne|spe|fe|se|we)ed|given|made|set|kept|taken|paid|held|told|written|taught) (?:in|at|by|to|on|for|with|as|the|a|an|every|from|within)\b)/i

/** The asks in order; one where the text asks for one thing. */
export function splitAsks(recommendation: string): string[] {
  const act = askedText(recommendation).replace(/\s+/g, ' ')
  return splitSpoken(act, 0).flatMap(({ text }) => splitSentence(text))
}

function splitSentence(text: string): string[] {
  const joined = JOIN.exec(text) ?? (PASSIVE.test(text) ? PARTICIPLE.exec(text) : null)
  if (!joined) return [text]
  const after = text.slice(joined.index + joined[0].length)
  return [text.slice(0, joined.index), ...splitSentence(after)]
}

/** What both are asked of, or done to, tells neither from the other. */
const SUBJECT = /^.{0,200}?\b(?:should|must|shall|ought to|needs? to)\b/i

/** A sentence says most about what it opens with. */
const OPENING = { characters: 45, worth: 2 } as const

/**
 * The sentences of a reply by the ask that they are about, told by words that no other ask has; what has none goes on with
 * the one before it. Null where an ask is spoken of nowhere.
 */
export function sortByAsk(
  asks: readonly string[],
  reply: readonly Spoken[],
  words: WordReader,
  rarity: (stem: string) => number,
): Spoken[][] | null {
  const topics = asks.map((ask) => new Set(words.read(ask.replace(SUBJECT, '')).topics))
  const own = topics.map(
    (set, at) =>
      new Set([...set].filter((stem) => topics.every((other, place) => place === at || !other.has(stem)))),
  )
  const weigh = (text: string, at: number) =>
    [...new Set(words.read(text).topics)].reduce(
      (sum, stem) => sum + (own[at]?.has(stem) ? rarity(stem) : 0),
      0,
    )
  const sorted: Spoken[][] = asks.map(() => [])
  let last = -1
  for (const spoken of reply) {
    const scores = asks.map(
      (_, at) =>
        weigh(spoken.text, at) + (OPENING.worth - 1) * weigh(spoken.text.slice(0, OPENING.characters), at),
    )
    const most = Math.max(...scores)
    if (most > 0) last = scores.indexOf(most)
    if (last >= 0) sorted[last]?.push(spoken)
  }
  return sorted.every((sentences) => sentences.length > 0) ? sorted : null
}
