/** From the words and shapes of all pages to the document's text: the steps of reading a layout, in their order. */
import type { DocumentNotice, DocumentText } from '../../model/index.ts'
import type { Draft } from './draft.ts'
import { removeFurniture } from './furniture.ts'
import { vocabularyOf } from './join-lines.ts'
import { layOut } from './lay-out.ts'
import { buildLines, type Line, median } from './lines.ts'
import type { PdfMetadata } from './open-pdf.ts'
import type { PageContent } from './page-content.ts'
import { partParagraphs } from './paragraphs.ts'

/** The document that `pages` show. Pure: the same pages give the same document. */
export function buildDocument(
  pages: readonly PageContent[],
  metadata: PdfMetadata,
  notices: readonly DocumentNotice[],
): Omit<DocumentText, 'sha256'> {
  const lined = removeFurniture(
    pages.map((page) => ({
      ...page,
      lines: buildLines(
        page.words.filter((word) => word.turn === 0),
        page.number,
      ),
    })),
  )
  const lines = lined.flatMap((page) => page.lines)
  const step = usualStep(lines)
  const drafts: Draft[] = lined.flatMap((page) => partParagraphs(page.lines, step))
  const vocabulary = vocabularyOf(lines.map((line) => line.text))
  return {
    mediaType: 'application/pdf',
    title: metadata.title,
    publisher: metadata.author,
    date: null,
    ...layOut(drafts, pages, vocabulary, (line) => line.text),
    notices,
  }
}

/** The usual distance of baselines for a size of type, as the document sets it. */
function usualStep(lines: readonly Line[]): (size: number) => number {
  const steps = new Map<number, number[]>()
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before === undefined || before.page !== line.page || before.style.size !== line.style.size) return
    const gap = line.baseline - before.baseline
    if (gap <= 0 || gap > line.style.size * 2.2) return
    steps.set(line.style.size, [...(steps.get(line.style.size) ?? []), gap])
  })
  const usual = new Map([...steps].map(([size, gaps]) => [size, median(gaps)]))
  return (size) => usual.get(size) ?? size * 1.25
}
