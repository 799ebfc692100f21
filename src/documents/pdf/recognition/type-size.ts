/** Type size and baseline of a line, read off the heights of its words. */
import { median } from './marks.ts'

/** Heights above and below the baseline, in parts of the type size, as common text faces draw them. */
const ASCENDER = 0.72
const X_HEIGHT = 0.52
const DESCENDER = 0.21

const hasAscender = (text: string) => /[A-Z0-9bdfhklt£$%&()[\]{}|/\\!?"'“”‘’]/.test(text)
const hasDescender = (text: string) => /[gjpqyQ,;()[\]{}|/\\]/.test(text)

interface Box {
  readonly top: number
  readonly bottom: number
}

function sizeOf(text: string, box: Box): number {
  const above = hasAscender(text) ? ASCENDER : X_HEIGHT
  return (box.bottom - box.top) / (above + (hasDescender(text) ? DESCENDER : 0))
}

/** `texts` and `boxes` go together. The size is given to the half point, so that equal lines compare as equal. */
export function measureType(
  texts: readonly string[],
  boxes: readonly Box[],
): { size: number; baseline: number } {
  const lettered = texts.flatMap((text, at) => (/[\p{L}\p{N}]/u.test(text) ? [{ text, box: boxes[at] }] : []))
  const measured = lettered.length > 0 ? lettered : texts.map((text, at) => ({ text, box: boxes[at] }))
  const known = measured.flatMap(({ text, box }) => (box ? [{ text, box }] : []))
  const exact = median(known.map(({ text, box }) => sizeOf(text, box)))
  const bottoms = known.map(({ text, box }) => box.bottom - (hasDescender(text) ? DESCENDER * exact : 0))
  return { size: Math.round(exact * 2) / 2, baseline: median(bottoms) }
}
