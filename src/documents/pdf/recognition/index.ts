/** Pages whose letters are drawn as shapes: painted, recognised, and given back as pages with words. */
import type { DocumentNotice } from '../../../model/index.ts'
import type { DrawnPage } from '../open-pdf.ts'
import type { PageContent } from '../page-content.ts'
import { paintOutlines } from './raster.ts'
import { openRecogniser, RECOGNITION_SCALE, type Recogniser } from './recogniser.ts'

/** A function that recognises one page after another, opening the recogniser at the first; notices say what was done. */
export function makePageRecogniser(notices: DocumentNotice[]): (page: DrawnPage) => Promise<PageContent> {
  let opened: Promise<Recogniser | null> | null = null
  return async (page) => {
    opened ??= openRecogniser()
    const recogniser = await opened
    if (recogniser === null) return page
    const picture = paintOutlines(page.lettering, page.width, page.height, RECOGNITION_SCALE)
    const words = recogniser.recognise(picture, RECOGNITION_SCALE)
    if (words.length > 0)
      notices.push({
        code: 'text_recognised',
        message: `Page ${page.number} draws its letters as shapes; its text was recognised and may hold mistakes.`,
      })
    return { ...page, words }
  }
}
