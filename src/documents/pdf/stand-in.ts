/** Pages that a program puts in front of a document which most viewers cannot show: their words are not the document's. */
import { SourceError } from '../../model/index.ts'

const STAND_INS: readonly (readonly [page: RegExp, what: string, advice: string])[] = [
  [
    /^Please wait\.\.\. ?If this message is not eventually replaced/,
    'is a form whose pages only Adobe Reader can draw (XFA)',
    'Open it there, print it to a new PDF and give that.',
  ],
  [
    /^For the best experience, open this PDF portfolio/,
    'is a portfolio that only carries files',
    'Save the documents inside it and give those.',
  ],
  [
    /^(?:Microsoft Information Protection )?This PDF file is protected\b.{0,40}\bYou.ll need a different reader/,
    'is protected and opens for those alone whom its sender allows',
    'Open it as one of them and save a copy without protection.',
  ],
]

/** Throws SourceError `document_without_text` where the `text` of the document's one page is such a page's. */
export function refuseStandIn(name: string, text: string): void {
  const opening = text.slice(0, 400).replace(/\s+/g, ' ').trim()
  const found = STAND_INS.find(([page]) => page.test(opening))
  if (found)
    throw new SourceError(
      'document_without_text',
      `${name} ${found[1]}: its own text cannot be read. ${found[2]}`,
    )
}
