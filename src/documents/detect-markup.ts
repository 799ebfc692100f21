/** Tells HTML and Markdown from plain text. Both are plain text too, so each must show several signs of its own. */

import { findMarkupStart } from './markup-start.ts'

/** Enough to judge by; also what keeps the patterns below from running over 50 MB. */
const SAMPLE = 65_536

const HTML_START = /^<(!doctype html|html|head|body|meta|title)[\s>]/i
const HTML_TAG =
  /<\/?(p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|tbody|tr|td|th|span|a|br|hr|section|article|main|header|footer|nav|aside|blockquote|strong|em|b|i|img|script|style|link|meta|title|head|body|html|font|center|pre|details|summary|figure|form)(\s[^<>]{0,2000})?\/?>/gi

/** HTML, also as a fragment without html or body: the document opens with it, or is dense with known tags. */
export function looksLikeHtml(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  const start = findMarkupStart(sample).rest
  if (HTML_START.test(start)) return true
  const prose = sample.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]{1,500}`/g, '')
  const tags = prose.match(HTML_TAG) ?? []
  const closing = tags.filter((tag) => tag.startsWith('</')).length
  const opensWithTag = /^<[a-z][a-z0-9]*[\s>/]/i.test(start)
  if (opensWithTag && (closing >= 1 ? tags.length >= 2 : tags.length >= 5)) return markdownSigns(prose) < 3
  // One tag for every 400 characters: a page of mark-up has ten times as many, an article about mark-up fewer.
  return tags.length >= 6 && closing >= 3 && tags.length > prose.length / 400 && markdownSigns(prose) < 3
}

/** Markdown by at least two different signs, or one that plain text never has. A bullet or a rule alone is none. */
export function looksLikeMarkdown(text: string): boolean {
  return markdownSigns(text.slice(0, SAMPLE)) >= 3
}

const SIGNS: readonly (readonly [RegExp, number, number])[] = [
  // pattern, points for each find, most points in all
  [/^---\r?\n(?:[\w-]+:.*\r?\n){1,40}---\r?(?:\n|$)/, 3, 3], // front matter
  [/^ {0,3}#{1,6} \S.*$/gm, 1, 3], // heading
  [/^\s{0,40}#{1,6} \S[^\n]{0,200}\n[ \t]*\r?\n/, 3, 3], // a heading, set off, that opens the text
  [/\n[ \t]*\r?\n {0,3}#{2,6} \S[^\n]{0,200}\n[ \t]*\r?\n/g, 2, 4], // a lower one set off inside it
  [/^ {0,3}(```|~~~)/gm, 1, 3], // code fence
  [/!?\[[^\]\n]{1,300}\]\((?:https?:|\/|#|\.|mailto:|[\w-]+\.)[^()\s]{0,500}\)/g, 2, 4], // link
  [/^ {0,3}\[[^\]\n]{1,100}\]: +\S+/gm, 2, 4], // link or footnote definition
  [/^ {0,3}\|?[ :]*-{3,}[ :]*\|[ :|-]*$/gm, 3, 3], // rule under a table's header
  [/(^|[\s(])\*\*[^\s*][^*\n]{0,300}\*\*(?=[\s.,;:!?)]|$)/gm, 1, 3], // bold
  [/(^|[\s(])\*[^\s*][^*\n]{0,100}[^\s*]\*(?=[\s.,;:!?)]|$)/gm, 1, 1], // italics
  [/^(?=\S)[^\n]{2,100}\n(={3,}|-{3,})[ \t]*\r?$/gm, 1, 1], // underlined heading, which plain text has as well
  [/^> \S/gm, 1, 1], // quotation, which e-mail has as well
]

function markdownSigns(text: string): number {
  let points = 0
  for (const [pattern, each, most] of SIGNS)
    points += Math.min(most, each * (text.match(pattern)?.length ?? 0))
  return points
}
