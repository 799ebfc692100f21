/** What a recommendation asks for: its asking sentences, and whether their verbs ask for something new, gentle or to think. */
import { isAsking } from './asks.ts'
import { splitSpoken } from './spoken.ts'

/** The sentences that ask; all of the recommendation where none does in so many words. */
export function askedText(recommendation: string): string {
  const asking = splitSpoken(recommendation, 0).filter((one) => isAsking(one.text))
  return asking.length > 0 ? asking.map((one) => one.text).join(' ') : recommendation
}

/** The verbs of what is asked, right after the word that asks. */
const ASKED_VERB =
  /\b(?:(?:should|must|shall|ought to|needs? to) |(?:urges?|encourages?|calls? (?:on|upon)|asks?|invites?|wants?) (?:the )?(?:[\p{L}’'&-]+ ){1,6}?to )(?:(?:also|therefore|now|then|not|seek to|look to|aim to|actively|urgently|jointly|together|each|work to|take steps to|furthermore) )*(be (?:a |the )?(?:\p{L}+ )?priority|be \p{L}+(?:ed|en|t)|\p{L}+)/giu
/** After "recommend that" the verb stands further off: the words to find it among. */
const ASKED_CLAUSE = /(?:\brecommends? that|^\W*that) ([^.;]{3,160})/giu
/** "We call for a national register": a thing asked for without a verb is something new. */
const ASKED_THING =
  /\b(?:calls?|called|asks?|campaigns?) for (?:an?|new|more|better)\b|\bthere (?:must|should) be (?:an?|new|more)\b/gi
const GENTLE =
  /^(?:continu|maintain|remain|keep|support|welcom|prioriti|be .*priority|be (?:encouraged|prioritised|supported|maintained|recognised)|recogni|promot|work|ensur|accelerat|strengthen|focus|seek|encourag|champion|endorse|aim|represent|sit|help|have)/i
const THOUGHT = /^(?:consider|explor|examin|look|assess|investigat|evaluat|review|give|be considered)/i

/** A verb in front, told by what follows it: an article, a number, or whom it is done to. */
const COMMAND =
  /^\W*(?!(?:all|and|any|as|at|both|but|by|each|every|few|for|from|half|he|her|his|how|i|if|in|is|it|many|more|most|much|no|not|of|on|one|only|or|other|our|over|she|so|some|such|than|that|the|their|there|these|they|this|those|through|to|under|we|what|when|where|which|while|who|why|with|without|you|your)\b)(\p{Lu}\p{Ll}+) (?:a|an|the|all|any|each|every|our|us|my|me|your|their|its|more|no|half|free|new|people|families|children|staff|\d\S*|two|three|four|five|six)\b/u

export function weighVerbs(act: string): { isGentle: number; isForThought: number } {
  const clauses = [...act.matchAll(ASKED_CLAUSE)].map((match) => findVerb(match[1] ?? ''))
  const things = [...act.matchAll(ASKED_THING)].map(() => 'create')
  const stated = [...[...act.matchAll(ASKED_VERB)].map((match) => match[1] ?? ''), ...clauses, ...things]
  // An item of a list opens with its verb: "reviews how its staff log complaints", "Run the buses until midnight".
  const first = /^\W*(?:that )?(\p{Ll}{4,})s\b/u.exec(act)?.[1] ?? COMMAND.exec(act)?.[1]
  const verbs = stated.length === 0 && first ? [first] : stated
  // What asks without a verb ("we commend", "remains central") asks for no new act.
  if (verbs.length === 0) return { isGentle: 1, isForThought: 0 }
  const share = (pattern: RegExp) => verbs.filter((verb) => pattern.test(verb)).length / verbs.length
  return { isGentle: share(GENTLE), isForThought: share(THOUGHT) }
}

/** The first gentle or thoughtful verb of a clause, or else its first word: anything new. */
function findVerb(clause: string): string {
  const words = clause.split(/[\s,]+/)
  return (
    words.find((word) =>
      /^(?:continues?|maintains?|remains?|keeps?|considers?|explores?|evaluates?|reviews?|examines?|assess(?:es)?)$/i.test(
        word,
      ),
    ) ??
    words[0] ??
    ''
  )
}
