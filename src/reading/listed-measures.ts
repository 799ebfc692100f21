/** Measures that an outsider lists from a government's plan: "Introduce a register", "£8m for quays", "Tolls to be cut". */
import type { Block, Range } from '../model/index.ts'
import type { Analysis } from './analysis.ts'
import type { Place } from './evidence.ts'
import type { Lexicon } from './lexicon.ts'
import { NUMBER } from './tokens.ts'

// What a page about a government's plan calls it in its title or headings.
const PLAN =
  /\b(?:budget|spending review|(?:autumn|spring) statement|(?:king|queen)['’]s speech|(?:white|green) paper|manifesto|pledges?|promises?|commitments?|programme for government|mid-term|agenda|strategy|plan|reforms?|proposals?|measures|package|announce[sd]?|announcement|unveil(?:s|ed)?|key points)\b/iu
// The writer's own demands, whatever they are called.
const DEMANDED =
  /\b(?:must|should|needs?|calls?|asks?|tests?|urges?|demands?|our|we|fails?|manifesto for|recommend\w*)\b/iu

// What a page calls its own list of demands, where it does not name a government as whose it is.
const OWN_DEMANDS =
  /^(?!.*\b(?:government|ministers?|department|budget|council)\b).*\b(?:petition|proposal|open letter|demands|our asks|what we want)\b/iu
const UNDERSIGNED = /\bthe undersigned\b/iu
const SEARCHED = 6_000

/** True for a page that is itself a petition, a letter or a list of demands: what it orders, it asks for. */
export function asksThroughout(title: string | null, text: string): boolean {
  return OWN_DEMANDS.test(title ?? '') || UNDERSIGNED.test(text.slice(0, SEARCHED))
}

/** True where title and headings name a government's plan and demand nothing. */
export function tellsOfPlan(title: string | null, headings: readonly string[]): boolean {
  const lines = title === null || title === headings[0] ? headings : [title, ...headings]
  return (
    lines.some((line) => PLAN.test(line)) &&
    !lines.some((line) => DEMANDED.test(line) || OWN_DEMANDS.test(line))
  )
}

// A first sentence that says what a plan holds, or that one is out.
const NAMES_PLAN =
  "(?:strategy|plan|white paper|green paper|policy paper|manifesto|budget|spending review|(?:king|queen)['’]s speech|package|bill|pledges?|programme for government)"
const HOLDS = '(?:includ\\w+|sets? out|outlines?|contains?|aims?|promises?|commits?|proposes?|will)'
const IS_OUT = '(?:publish\\w*|announc\\w*|unveil\\w*|launch\\w*|set out)'
const OPENS_ON_PLAN = new RegExp(
  `\\b${NAMES_PLAN}\\b[^.]{0,100}\\b(?:${HOLDS}|${IS_OUT})\\b|\\b${IS_OUT}\\b[^.]{0,80}\\b${NAMES_PLAN}\\b`,
  'iu',
)
// Of 35 items without a verb of their own on such pages, 32 were promises that the page told of, and 3 had been heard as such.
const FIRST_SENTENCES = 6

/** True where one of a page's first sentences tells of a government's plan. */
export function opensOnPlan(text: string, sentences: readonly Range[]): boolean {
  return sentences
    .slice(0, FIRST_SENTENCES)
    .some(({ start, end }) => OPENS_ON_PLAN.test(text.slice(start, Math.min(end, start + LONGEST_OPENING))))
}
const LONGEST_OPENING = 600

/** True where headings name the writer's own demands, or a verdict. */
export const demandsOwn = (headings: readonly string[]): boolean =>
  headings.some((line) => DEMANDED.test(line))

// Longer lines tell more than what is to be done.
const LONGEST = 40
const SHORTEST = 4
const FINITE = new Set(
  'is are was were has have had do does did will would can could should must may might said says'.split(' '),
)

/** True for an item or a line of its own that names a measure and says nothing of it. */
export function isListedMeasure(
  { sentence, isQuestion }: Analysis,
  place: Place,
  block: Block,
  lexicon: Lexicon,
): boolean {
  if (!place.isOnPlan || place.voice !== 'outsider' || isQuestion || place.speech !== null) return false
  if (place.section === 'next-steps' || place.section === 'verdict' || place.section === 'recommendation')
    return false
  const { words, flags } = sentence.tokens
  const at = sentence.opening
  if (words.length - at < SHORTEST || words.length - at > LONGEST) return false
  if (words.some((word) => FINITE.has(word))) return false
  // "£8m for quays", "Tolls to be cut".
  if (((flags[at] ?? 0) & NUMBER) !== 0 && /^[£$€]/u.test(words[at] ?? '')) return true
  if (isToBeDone(words, at)) return true
  if (block.kind !== 'list-item')
    return words[at]?.endsWith('ing') === true && words.some((word) => /^[£$€]\d/u.test(word))
  const first = words[at] === 'to' ? at + 1 : at
  const verb = lexicon.verbs.byForm.get(words[first] ?? '')
  const isNamed = verb?.lemma === words[first] || words[first]?.endsWith('ing') === true
  return isNamed && verb?.classes.has('act') === true
}

// "Departments continue to be short of money" tells how things are.
const CARRIES_ON = new Set([
  'continue',
  'continues',
  'seem',
  'seems',
  'appear',
  'appears',
  'tend',
  'tends',
  'ought',
])

/** "Hundreds of quays to be renovated". */
function isToBeDone(words: readonly string[], from: number): boolean {
  for (let at = from + 1; at + 2 < words.length; at++)
    if (
      words[at] === 'to' &&
      words[at + 1] === 'be' &&
      !CARRIES_ON.has(words[at - 1] ?? '') &&
      /(?:ed|en|t)$/u.test(words[at + 2] ?? '')
    )
      return true
  return false
}
