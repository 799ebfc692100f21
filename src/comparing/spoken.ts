/** The sentences of a reply, each with its place in the document. */
import type { Range } from '../model/index.ts'
import { sentenceStarts } from './split-pieces.ts'

export interface Spoken extends Range {
  readonly text: string
}

/** The sentences of a stretch of text that begins at `start` of the document. */
export function splitSpoken(text: string, start: number): Spoken[] {
  const starts = sentenceStarts(text)
  return starts.map((from, place) => {
    const raw = text.slice(from, starts[place + 1] ?? text.length)
    const lead = raw.length - raw.trimStart().length
    const sentence = raw.trim()
    return { text: sentence, start: start + from + lead, end: start + from + lead + sentence.length }
  })
}
