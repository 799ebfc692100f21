/** Title and publisher: the file's own word where it makes sense, otherwise what the first pages print largest. */
import { isPersonsName, namesBody } from '../names.ts'
import type { Draft } from './draft.ts'
import { textOfDraft } from './headings.ts'
import type { PdfMetadata } from './open-pdf.ts'

/** Pages from the first that the title is looked for on. */
const FIRST_PAGES = 3
const LONGEST_TITLE = 250

/** Names that programs leave in the title field. */
const NOT_A_TITLE =
  /^(?:microsoft|powerpoint|word|untitled|document\d*|print|template|layout|cover|title|doc\d*)\b|\.(?:docx?|indd|pdf|qxp|xlsx?|pptx?|tmp|rtf|odt)\b|^[\w-]*_[\w-]*$|^\d+$/i

export function findTitle(drafts: readonly Draft[], metadata: PdfMetadata): string | null {
  const claimed =
    metadata.title
      ?.replace(/\s+/g, ' ')
      .replace(/\s+-\s+GOV\.UK$/, '')
      .trim() ?? ''
  if (claimed.length > 5 && /\s/.test(claimed) && !NOT_A_TITLE.test(claimed) && !claimed.includes('...'))
    return claimed
  return printedTitle(drafts)
}

/** The largest type of the first page that has any text, and what goes on in the same type. */
function printedTitle(drafts: readonly Draft[]): string | null {
  const first = drafts[0]?.lines[0]?.page
  if (first === undefined) return null
  const front = drafts.filter((draft) => {
    const page = draft.lines[0]?.page ?? Number.POSITIVE_INFINITY
    return page < first + FIRST_PAGES && draft.lines.length > 0 && /\p{L}{3}/u.test(textOfDraft(draft))
  })
  const onFirst = front.filter((draft) => draft.lines[0]?.page === first)
  const candidates = onFirst.length > 0 ? onFirst : front
  const sizeOf = (draft: Draft) => Math.max(...draft.lines.map((line) => line.style.size))
  const largest = Math.max(...candidates.map(sizeOf))
  const start = candidates.findIndex((draft) => sizeOf(draft) === largest)
  const parts: string[] = []
  for (const draft of candidates.slice(start)) {
    if (sizeOf(draft) < largest * 0.97) break
    parts.push(textOfDraft(draft))
  }
  const title = parts.join(' ').replace(/\s+/g, ' ').trim()
  // Where nothing is larger than the text, the text is no title.
  const isText = title.length > LONGEST_TITLE && /[.!?]["”’)]*(?:\s|$)/.test(title)
  return title === '' || isText ? null : title.slice(0, LONGEST_TITLE)
}

/** What is printed about a paper's printing and purpose, beside the bodies it names. */
const NO_NAME =
  /[.:;]$|\breport\b|\bresponse\b|presented to|ordered by|\bpublished\b|\bprinted\b|\bauthority of\b/i

/** The body that publishes: the metadata's author when it names one, otherwise a body named by a line of the first pages. */
export function findPublisher(drafts: readonly Draft[], metadata: PdfMetadata): string | null {
  const author = metadata.author
  if (author !== null && author.length > 3 && !isPersonsName(author) && /\s/.test(author)) return author
  const first = drafts[0]?.lines[0]?.page ?? 1
  for (const draft of drafts) {
    if ((draft.lines[0]?.page ?? Number.POSITIVE_INFINITY) >= first + FIRST_PAGES) break
    const text = textOfDraft(draft)
    if (text.length < 90 && namesBody(text) && !NO_NAME.test(text)) return text
  }
  return null
}
