/** The date a document gives itself on its first pages, in a line of its own or inside a sentence about its printing. */
import type { Block } from '../../model/index.ts'
import { findPublishedDate } from '../published-date.ts'
import type { LaidOut } from './lay-out.ts'

/** Pages that a document dates itself on. */
const FRONT_PAGES = 5
/** Acts that date a document, the one that readers know it by first. */
const ACTS = ['published', 'released', 'issued', 'laid', 'presented', 'printed']
const DATED_ACT =
  /\b(published|released|issued|laid|presented|printed)\b[^.;]{0,80}?\b(\d{1,2}(?:st|nd|rd|th)? \p{L}+ \d{4})/giu

/** ISO 8601 day; the first of the month where only that is printed; null where the first pages do not say. */
export function findFrontDate({ text, blocks, pages }: LaidOut): string | null {
  const end = pages[FRONT_PAGES]?.start ?? text.length
  const front = blocks.filter((block) => block.end <= end)
  return findPublishedDate(text, front) ?? dateOfAct(text, front)
}

function dateOfAct(text: string, blocks: readonly Block[]): string | null {
  const found = blocks
    .filter((block) => block.kind === 'paragraph' || block.kind === 'heading')
    .flatMap((block) => [...text.slice(block.start, block.end).matchAll(DATED_ACT)])
  const rank = (act = '') => ACTS.indexOf(act.toLowerCase())
  const [best] = found.sort((a, b) => rank(a[1]) - rank(b[1]))
  const date = best?.[2]
  return date === undefined
    ? null
    : findPublishedDate(date, [{ kind: 'paragraph', start: 0, end: date.length }])
}
