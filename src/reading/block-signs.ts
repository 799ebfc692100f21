/** What the sentences of a block hold, as far as passages need it: duties, decisions, restated recommendations; and the labels of replies. */
import type { Block } from '../model/index.ts'
import type { Analysis } from './analysis.ts'

/** What the sentences of a block hold, as far as passages need it. */
export interface BlockSigns {
  readonly first: Analysis
  /** Somewhere in the block someone should, must or needs to do something. */
  readonly hasDuty: boolean
  /** It carries words by which a recommendation is restated or decided. */
  readonly isRestated: boolean
  readonly isDecision: boolean
}

const DUTY = new Set(['should', 'must', 'need'])
export const SELF_LABELLED = /^(?:the )?(?:(?:uk )?government(?:['’]s)? )?(?:response|reply)\b/iu
export const RECOMMENDATION_LABEL = /^recommendations?\s+(?:no\.?\s*)?(\d{1,3}(?:\.\d{1,3})?[a-z]?)\b/iu
// A line of its own over what follows: "Chair's recommendation:", "Recommendation Eight", "Scottish Government response".
export const RECOMMENDATION_LINE =
  /^(?:(?!response|reply)[\p{L}’'-]+ ){0,5}recommendations?(?:\s+(?:no\.? ?)?(?:[\d.]+[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten|[ivx]+))?\s*[:–—-]?\s*(?:$|[–—-] )/iu
export const REPLY_LINE =
  /^(?:[\p{L}’'-]+ ){0,5}(?:response|reply)(?: to (?:this )?recommendation ?[\d.]*[a-z]?)?\s*:?\s*$/iu
export const LONGEST_LINE = 110

export function signsOf(analyses: readonly Analysis[]): BlockSigns | null {
  const [first] = analyses
  if (!first) return null
  const has = (id: string): boolean =>
    analyses.some((one) => one.matches.some((match) => match.cue.id === id))
  return {
    first,
    hasDuty: analyses.some((one) =>
      one.frames.some((frame) => DUTY.has(frame.modal) && frame.role === 'main'),
    ),
    isRestated: has('recommendation-restated'),
    isDecision: first.matches.some((match) => match.cue.kind === 'decision'),
  }
}

export function isSetApart(block: Block): boolean {
  return block.isEmphasised === true || block.box !== undefined || block.kind === 'quote'
}

/** True where the sentence says what someone must do, rather than agreeing that something must be done. */
export function hasOwnDuty(analysis: Analysis): boolean {
  const opener = analysis.sentence.actors.get(analysis.sentence.opening) ?? analysis.sentence.actors.get(0)
  const duties = analysis.frames.filter((frame) => DUTY.has(frame.modal) && frame.role === 'main')
  if (!opener) return duties.length > 0
  const { words } = analysis.sentence.tokens
  return duties.some(
    (frame) => frame.subject.start <= opener.end || isOneSubject(words.slice(opener.end, frame.at)),
  )
}

/** "… of the UK, Scotland, Wales and Northern Ireland": what stands between the first body and the modal has no verb. */
function isOneSubject(between: readonly string[]): boolean {
  return (
    between.length <= LONGEST_SUBJECT && !between.some((word) => CLAUSE_WORDS.has(word.replace(/s$/u, '')))
  )
}
const LONGEST_SUBJECT = 12
const CLAUSE_WORDS = new Set(
  'that i are wa were ha have will we it agree accept recognise acknowledge note support welcome believe consider think know'.split(
    ' ',
  ),
)

export function opensWithBody(analysis: Analysis): boolean {
  const { actors, opening } = analysis.sentence
  const span = actors.get(opening) ?? actors.get(0)
  return span !== undefined && (span.class === 'government' || span.class === 'self')
}
