/** The sentences of a reply, each with its place in the document. */
import type { Range } from '../model/index.ts'
import { sentenceStarts } from './split-pieces.ts'

export interface Spoken extends Range {
  readonly text: string
}

/** "PARTIALLY ACCEPTED The council will …": a decision that lost its stop in a cell. */
const STUCK =
  /^\W*(?:(?:partially|partly|not|fully|do not|does not) )?(?:accept(?:ed)?|agreed?|support(?:ed)?|concur(?:red)?|approved|reject(?:ed)?|disagreed?|noted|declined)(?: in (?:part|full|principle))? /iu

/** The sentences of a stretch of text that begins at `start` of the document. */
export function splitSpoken(text: string, start: number): Spoken[] {
  const starts = sentenceStarts(text)
  const stuck = STUCK.exec(text)?.[0].length
  // The letter's case tells, which the decision's own may not.
  if (
    stuck !== undefined &&
    /^\p{Lu}\p{Ll}*[ ’']/u.test(text.slice(stuck)) &&
    (starts[1] ?? text.length) > stuck
  )
    starts.splice(1, 0, stuck)
  return starts.map((from, place) => {
    const raw = text.slice(from, starts[place + 1] ?? text.length)
    const lead = raw.length - raw.trimStart().length
    const sentence = raw.trim()
    return { text: sentence, start: start + from + lead, end: start + from + lead + sentence.length }
  })
}
