/** Reads PDF documents: words with places from pdf.js, everything above them by rules of our own. */
import { type DocumentNotice, SourceError } from '../../model/index.ts'
import type { ParsedText, ParseProgress, SourceFile } from '../source.ts'
import { buildDocument } from './build-document.ts'
import { openPdf } from './open-pdf.ts'
import type { PageContent } from './page-content.ts'
import { makePageRecogniser } from './recognition/index.ts'
import { refuseStandIn } from './stand-in.ts'

/** Pages between two reports of progress. */
const PROGRESS_STEP = 10

/**
 * The document in `source`. Throws SourceError `document_encrypted`, `document_damaged` (nothing of it can be read) or
 * `document_without_text`, LimitError `document_too_many_pages`; pages that cannot be read or hold no text are notices.
 */
export async function parsePdf(
  source: SourceFile,
  limits: { pages: number },
  onProgress: (progress: ParseProgress) => void = () => {},
): Promise<ParsedText> {
  const pdf = await openPdf(source, limits)
  try {
    if (pdf.pageCount === 0)
      throw new SourceError(
        'document_without_text',
        `${source.name} has no pages. If it is a portfolio that only carries files, save the document inside it and give that.`,
      )
    const { pages, notices } = await readPages(pdf, onProgress)
    if (pages.length === 0)
      throw new SourceError(
        'document_damaged',
        `None of the ${pdf.pageCount} pages of ${source.name} can be read. Download it again, or print it to a new PDF.`,
      )
    const isEmpty = pages.every((page) => page.words.length === 0)
    if (isEmpty && pdf.isDamaged)
      throw new SourceError(
        'document_damaged',
        `${source.name} breaks off before its end, and what is left of it holds no text. Download it again.`,
      )
    if (isEmpty)
      throw new SourceError(
        'document_without_text',
        `${source.name} holds ${pdf.pageCount === 1 ? 'a page' : `${pdf.pageCount} pages`} without a letter of text: a scan? Run text recognition (OCR) over it, or find a copy with text.`,
      )
    const document = buildDocument(pages, pdf, notices)
    if (pdf.pageCount === 1) refuseStandIn(source.name, document.text)
    return document
  } finally {
    await pdf.close()
  }
}

async function readPages(
  pdf: Awaited<ReturnType<typeof openPdf>>,
  onProgress: (progress: ParseProgress) => void,
): Promise<{ pages: PageContent[]; notices: DocumentNotice[] }> {
  const pages: PageContent[] = []
  const notices: DocumentNotice[] = []
  if (pdf.isDamaged)
    notices.push({
      code: 'damaged',
      message: 'The file breaks off before its end: what could be found was read.',
    })
  const recognisePage = makePageRecogniser(notices)
  for (let number = 1; number <= pdf.pageCount; number++) {
    const drawn = await pdf.readPage(number)
    const page = drawn !== null && drawn.lettering.length > 0 ? await recognisePage(drawn) : drawn
    if (page !== null) pages.push(page)
    if (page === null)
      notices.push({ code: 'damaged', message: `Page ${number} is damaged and was left out.` })
    else if (page.words.length === 0)
      notices.push({
        code: 'page_without_text',
        message: `Page ${number} holds no text: a picture or a scan?`,
      })
    if (number % PROGRESS_STEP === 0 || number === pdf.pageCount)
      onProgress({ phase: 'reading pages', done: number, total: pdf.pageCount })
  }
  return { pages, notices }
}
