/** Where words stand in a document's text, for readers: white space, hyphens, case and the shape of quotes do not matter. */
import { foldText, unfoldRange } from '../../../anchoring/index.ts'
import type { DocumentText, Range } from '../../../model/index.ts'

export const LONGEST_SOUGHT = 200
/** More places than this are counted by part and not shown one by one. */
const MOST_PLACES = 5000

/** Every place that does not overlap the one before, in order. */
export function findInText({ text }: Pick<DocumentText, 'text'>, sought: string): Range[] {
  const letters = foldText(sought.slice(0, LONGEST_SOUGHT)).text
  if (letters === '') return []
  const folded = foldText(text)
  const places: Range[] = []
  for (
    let at = folded.text.indexOf(letters);
    at >= 0 && places.length < MOST_PLACES;
    at = folded.text.indexOf(letters, at + letters.length)
  )
    places.push(unfoldRange(folded, { start: at, end: at + letters.length }))
  return places
}

/** About a line before and after. */
const AROUND = 70

/** The words around a place, cut at spaces where there are any: before, the words themselves, after. */
export function around(text: string, { start, end }: Range): readonly [string, string, string] {
  const from = start < AROUND ? 0 : nextSpace(text, start - AROUND, start)
  const to = Math.min(text.length, end + AROUND)
  const after = text.slice(end, to)
  const cut = to === text.length ? after : after.replace(/\s*\S*$/, '…')
  const before = text.slice(from, start)
  return [from === 0 ? before : `…${before}`, text.slice(start, end), cut]
}

function nextSpace(text: string, from: number, limit: number): number {
  const space = text.indexOf(' ', from)
  return space < 0 || space >= limit ? from : space + 1
}
