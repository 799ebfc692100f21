/** Measures that an outsider lists from a government's plan: "Introduce a register", "£8m for quays", "Tolls to be cut". */
import type { Block } from '../model/index.ts'
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

/** True where title and headings name a government's plan and demand nothing. */
export function tellsOfPlan(title: string | null, headings: readonly string[]): boolean {
  const lines = title === null || title === headings[0] ? headings : [title, ...headings]
  return lines.some((line) => PLAN.test(line)) && !lines.some((line) => DEMANDED.test(line))
}

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
  return verb !== undefined && verb.lemma === words[first] && verb.classes.has('act')
}

/** "Hundreds of quays to be renovated". */
function isToBeDone(words: readonly string[], from: number): boolean {
  for (let at = from + 1; at + 2 < words.length; at++)
    if (words[at] === 'to' && words[at + 1] === 'be' && /(?:ed|en|t)$/u.test(words[at + 2] ?? '')) return true
  return false
}
