/** An entry as a little HTML for readers: what happened, when it was so, and what that rests on. */
import type { FeedEntry } from './feed.ts'
import { escapeMarkup } from './xml.ts'

export function entryHtml({ text, when, sources }: FeedEntry): string {
  const paragraphs = `<p>${escapeMarkup(text)}</p><p>${escapeMarkup(when)}</p>`
  if (sources.length === 0) return paragraphs
  const listed = sources.map(
    ({ title, publisher, page }) =>
      `<li><a href="${escapeMarkup(page)}">${escapeMarkup(title)}</a>, ${escapeMarkup(publisher)}</li>`,
  )
  return `${paragraphs}<p>It rests on:</p><ul>${listed.join('')}</ul>`
}

export const entryText = ({ text, when, sources }: FeedEntry): string =>
  [text, when, ...sources.map(({ title, publisher, page }) => `${title}, ${publisher}: ${page}`)].join('\n')
