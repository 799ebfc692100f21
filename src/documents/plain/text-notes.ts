/** Footnotes and endnotes of a plain text. */
import { parseMarker } from './markers.ts'
import type { Passage } from './passages.ts'

const NOTES_HEADING = /^(?:foot|end)?notes$|^references$|^(?:notes and references|sources|bibliography)$/i
/** "[3] …" and "³ …" begin a note wherever they stand at the start of a line. */
const RAISED = /^(?:\[(\d{1,3})\]|([¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}))\s*(?=\S)/
const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

export interface TextNote {
  readonly number: string
  /** Length of the mark and the white space after it. */
  readonly length: number
}

/** The passages, by index, that are notes: marked as such, or numbered under a heading that says so. */
export function findTextNotes(passages: readonly Passage[]): Map<number, TextNote> {
  const notes = new Map<number, TextNote>()
  let isUnderHeading = false
  passages.forEach(({ text }, i) => {
    const raised = RAISED.exec(text.slice(0, 20))
    const marker = parseMarker(text)
    if (raised) notes.set(i, { number: raised[1] ?? plainDigits(raised[2] ?? ''), length: raised[0].length })
    else if (NOTES_HEADING.test(text)) isUnderHeading = true
    else if (isUnderHeading && marker?.number && /^\d+$/.test(marker.number))
      notes.set(i, { number: marker.number, length: marker.length })
    else if (text.length < 80 && !/[.;,]$/.test(text)) isUnderHeading = false
  })
  return notes
}

const plainDigits = (raised: string) => [...raised].map((digit) => DIGITS.indexOf(digit)).join('')
